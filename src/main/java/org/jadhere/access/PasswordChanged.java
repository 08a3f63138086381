package org.jadhere.access;

/** An account has another password. Heard within the transaction that changed it. */
public record PasswordChanged(long userId) {}
