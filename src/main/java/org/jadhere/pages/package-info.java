/**
 * Pages that show several features at once. They own no data, and no feature depends on them.
 * Arrows: this wing may use every wing.
 */
package org.jadhere.pages;
