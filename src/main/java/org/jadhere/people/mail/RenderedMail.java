package org.jadhere.people.mail;

/** A letter in its final words, as plain text and as HTML. */
public record RenderedMail(String subject, String text, String html) {}
