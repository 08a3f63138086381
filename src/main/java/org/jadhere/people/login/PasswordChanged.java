package org.jadhere.people.login;

/** Event: the password of an account was changed. Published within the same transaction. */
public record PasswordChanged(long userId) {}
