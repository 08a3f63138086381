package org.jadhere.money.payments;

import java.util.List;
import org.jadhere.network.services.AssignmentBook;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.Member;
import org.jadhere.platform.db.Period;
import org.jadhere.platform.web.FormSnapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets the member and the days of a service, and ends the payments of a holding that ends by it, in one transaction. */
@Component
public class ServiceAssignment {

    private final AssignmentBook assignments;
    private final PaymentEnd paymentEnd;

    ServiceAssignment(AssignmentBook assignments, PaymentEnd paymentEnd) {
        this.assignments = assignments;
        this.paymentEnd = paymentEnd;
    }

    /** As {@link AssignmentBook#assign}. Returns the payments that run on under the former holder. */
    @Transactional
    public List<Payment> assign(
            Actor actor, long service, Member.@Nullable Ref member, Period period, FormSnapshot snapshot) {
        return assignments
                .assign(actor, service, member, period, snapshot)
                .map(ended -> paymentEnd.of(actor, ended))
                .orElse(List.of());
    }
}
