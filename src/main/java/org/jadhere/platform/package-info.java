/**
 * The technical base of all features: database, web, command line, jobs, audit. It contains no feature.
 * Arrows: this wing uses no other wing.
 */
package org.jadhere.platform;
