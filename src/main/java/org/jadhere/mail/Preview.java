package org.jadhere.mail;

/** A kind of letter, with one of its kind. */
public record Preview(LetterKind kind, Written written) {}
