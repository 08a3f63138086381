package org.jadhere.mail;

/** A letter in its final words, as plain text and as HTML. */
public record Written(String subject, String text, String html) {}
