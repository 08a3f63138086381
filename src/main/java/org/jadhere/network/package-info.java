/**
 * Services and what they use of the network: addresses, reverse DNS, retention, public documents.
 * Arrows: this wing may use platform and people.
 */
package org.jadhere.network;
