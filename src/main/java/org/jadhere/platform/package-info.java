/**
 * What every feature builds on: database, web, command line, jobs, audit. It knows no feature.
 * Arrows: this wing uses no other wing.
 */
package org.jadhere.platform;
