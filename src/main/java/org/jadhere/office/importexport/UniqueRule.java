package org.jadhere.office.importexport;

/**
 * What two rows may not share.
 *
 * @param column blamed when they do
 * @param staged SQL over {@code s}
 * @param stored the same over {@code t}; empty where another rule looks at what is stored
 */
record UniqueRule(String column, String staged, String stored) {}
