package org.jadhere.members;

/** A legal person. */
public record Organisation(long id, String name, String description, String email, String phone, String address) {}
