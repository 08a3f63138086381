/**
 * The daily work of the association: requests, reminders, history, import and export, backup, monitoring.
 * Arrows: this wing may use all wings but pages.
 */
package org.jadhere.office;
