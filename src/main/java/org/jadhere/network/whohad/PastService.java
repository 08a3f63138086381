package org.jadhere.network.whohad;

import org.jadhere.platform.db.Period;

/**
 * The service of an allocation.
 *
 * @param externalId its id in the CSV folder
 * @param label as recorded at the instant of the question; so is the type
 * @param period in service, as known now
 */
record PastService(long id, String externalId, String label, String type, Period period) {}
