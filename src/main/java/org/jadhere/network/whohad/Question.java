package org.jadhere.network.whohad;

import java.time.Instant;
import org.jadhere.platform.db.IpPrefix;

/**
 * Who had it, then?
 *
 * @param address one address, or a prefix: the addresses in it may then have had several holders
 * @param reason why it is asked: it stays in the journal
 */
public record Question(IpPrefix address, Instant at, String reason) {}
