package org.jadhere.pages.departure;

import java.time.LocalDate;
import java.util.List;

/**
 * A departure as a form asks for it.
 *
 * @param reply to the open request; empty to leave it open
 */
record DepartureWish(LocalDate lastDay, List<DepartureOrder> orders, String reply) {}
