package org.jadhere.people.mail;

/** A kind of letter, with one of its kind. */
public record NotificationPreview(NotificationKind kind, RenderedMail written) {}
