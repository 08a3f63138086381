package org.jadhere.network.whohad;

import java.time.Instant;
import org.jadhere.platform.db.IpPrefix;

/**
 * The question who had an address at an instant.
 *
 * @param address one address, or a prefix, whose addresses may have had several holders
 * @param reason recorded in the journal
 */
public record Question(IpPrefix address, Instant at, String reason) {}
