package org.jadhere.pages.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jadhere.network.services.Holding;
import org.jadhere.network.services.Holdings;
import org.jadhere.network.services.Service;
import org.jadhere.network.services.ServiceRights;
import org.jadhere.network.services.ServiceUndo;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The part of the page of a service that says who held it, and when, and which acts are possible now. */
@Component
public class ServiceHolders {

    private final Holdings holdings;
    private final ServiceUndo undo;
    private final Clock clock;

    ServiceHolders(Holdings holdings, ServiceUndo undo, Clock clock) {
        this.holdings = holdings;
        this.undo = undo;
        this.clock = clock;
    }

    /**
     * What the page shows.
     *
     * @param holdings the latest first
     * @param paused the last holding, if the service is in service today without a member; else null
     * @param undoable the latest act, if it can be undone; else null
     * @param undo an undoing that was refused; else an empty form
     */
    public record Panel(
            List<Holding> holdings,
            @Nullable Holding paused,
            List<ServiceAct> acts,
            ServiceUndo.@Nullable Act undoable,
            Form undo) {}

    Panel of(Actor actor, Service service, @Nullable Form rejected) {
        var all = holdings.of(actor, service);
        var today = LocalDate.now(clock);
        return new Panel(
                all,
                paused(service, all, today),
                ServiceRights.mayAssign(actor, service) ? acts(service, all, today) : List.of(),
                all.isEmpty() ? null : undo.latest(actor, service).orElse(null),
                Objects.requireNonNullElseGet(rejected, Form::empty));
    }

    private static @Nullable Holding paused(Service service, List<Holding> holdings, LocalDate today) {
        boolean held = holdings.stream().anyMatch(holding -> holding.covers(today));
        return held || !service.activeOn(today)
                ? null
                : holdings.stream()
                        .filter(holding -> holding.start().isBefore(today))
                        .findFirst()
                        .orElse(null);
    }

    private static List<ServiceAct> acts(Service service, List<Holding> holdings, LocalDate today) {
        if (!service.activeOn(today) || holdings.isEmpty()) {
            return List.of();
        }
        boolean open = service.period().end() == null;
        if (holdings.getFirst().covers(today)) {
            return open
                    ? List.of(ServiceAct.HANDOVER, ServiceAct.PAUSE, ServiceAct.TERMINATION)
                    : List.of(ServiceAct.HANDOVER, ServiceAct.PAUSE);
        }
        if (holdings.getFirst().start().isAfter(today)) {
            return List.of();
        }
        return open ? List.of(ServiceAct.RESTART, ServiceAct.TERMINATION) : List.of(ServiceAct.RESTART);
    }
}
