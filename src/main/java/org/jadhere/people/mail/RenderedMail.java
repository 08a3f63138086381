package org.jadhere.people.mail;

/** A mail in its final wording, as plain text and as HTML. */
public record RenderedMail(String subject, String text, String html) {}
