/**
 * Fees and payments, their validation, receipts and statistics.
 * Arrows: this wing may use platform, people and network.
 */
package org.jadhere.money;
