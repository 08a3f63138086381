package org.jadhere.house;

import org.jadhere.network.addresses.OwnAllocationPlans;
import org.jadhere.network.addresses.PoolPlans;
import org.jadhere.network.whohad.LedgerPlans;
import org.junit.jupiter.api.Nested;

/** The plans of queries on many allocations. One class, because parallel test JVMs would each insert the rows. */
class PlanTests {

    @Nested
    class Pool extends PoolPlans {}

    @Nested
    class OwnAllocations extends OwnAllocationPlans {}

    @Nested
    class Ledger extends LedgerPlans {}
}
