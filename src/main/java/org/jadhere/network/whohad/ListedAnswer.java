package org.jadhere.network.whohad;

/** A question of a list with its answer. */
public record ListedAnswer(Question question, AnswerText text) {}
