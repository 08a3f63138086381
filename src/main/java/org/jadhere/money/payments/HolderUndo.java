package org.jadhere.money.payments;

import java.time.Instant;
import java.util.List;
import org.jadhere.network.services.Service;
import org.jadhere.network.services.ServiceUndo;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.Permission;
import org.jadhere.platform.audit.Attribution;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Undoes the latest act on the holder of a service, with the payments that it ended. */
@Component
public class HolderUndo {

    private final Payments payments;
    private final ServiceUndo undo;
    private final Attribution attribution;

    HolderUndo(Payments payments, ServiceUndo undo, Attribution attribution) {
        this.payments = payments;
        this.undo = undo;
        this.attribution = attribution;
    }

    /** Undoes the act that began at an instant; refused if it wrote payments that the actor may not change. */
    @Transactional
    public void undo(Actor actor, Service service, Instant act) {
        var written = undo.latest(actor, service)
                .map(latest -> undo.paymentsOf(service.id(), latest))
                .orElse(List.of());
        boolean changeable = written.stream()
                .flatMap(id -> payments.find(actor, id).stream())
                .allMatch(payment -> PaymentRights.mayChange(actor, payment));
        actor.must(changeable);
        if (actor.holds(Permission.PAYMENT_CHANGE)) {
            attribution.declareBankAct();
        }
        undo.undo(actor, service.id(), act);
    }
}
