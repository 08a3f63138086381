package org.jadhere.house;

import org.jadhere.network.addresses.PoolPlans;
import org.jadhere.network.whohad.LedgerPlans;
import org.junit.jupiter.api.Nested;

/** All that is asked of a million allocations, in one class, since runs of tests side by side would each make them. */
class MillionTests {

    @Nested
    class Pool extends PoolPlans {}

    @Nested
    class Ledger extends LedgerPlans {}
}
