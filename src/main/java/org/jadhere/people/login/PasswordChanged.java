package org.jadhere.people.login;

/** An account has another password. Heard within the transaction that changed it. */
public record PasswordChanged(long userId) {}
