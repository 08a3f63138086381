package org.jadhere.home;

/**
 * Something that was found.
 *
 * @param kind the end of the message key that says what it is
 */
public record Hit(String kind, String label, String path) {}
