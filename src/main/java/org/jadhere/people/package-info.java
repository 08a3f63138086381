/**
 * Users and their accounts, crews and their rights, members, and the mail that reaches them.
 * Arrows: this wing may use platform.
 */
package org.jadhere.people;
