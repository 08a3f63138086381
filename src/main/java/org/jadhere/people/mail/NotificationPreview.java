package org.jadhere.people.mail;

/** A kind of notification, with an example. */
public record NotificationPreview(NotificationKind kind, RenderedMail mail) {}
