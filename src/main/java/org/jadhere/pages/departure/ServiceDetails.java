package org.jadhere.pages.departure;

import java.util.List;
import org.jadhere.money.payments.HolderChanges;
import org.jadhere.network.addresses.IpAllocation;
import org.jadhere.network.services.Service;

/**
 * A service that a leaving member holds, with what hangs on it.
 *
 * @param addresses that it has now
 * @param names of these addresses
 */
public record ServiceDetails(
        Service service, HolderChanges.Plan plan, List<IpAllocation> addresses, List<String> names) {}
