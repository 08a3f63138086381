package org.jadhere.pages.departure;

import static org.jadhere.jte.Pages.pages;

import java.time.Clock;
import java.time.LocalDate;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of a departure: what is still held, and the form that settles it. */
@Component
class DepartureView {

    private final Leavers leavers;
    private final Departures departures;
    private final DepartureAct act;
    private final Clock clock;

    DepartureView(Leavers leavers, Departures departures, DepartureAct act, Clock clock) {
        this.leavers = leavers;
        this.departures = departures;
        this.act = act;
        this.clock = clock;
    }

    ModelAndView page(Actor actor, Leaver leaver) {
        var departure = departures.of(actor, leaver);
        return page(actor, departure, DepartureForm.proposed(departure, LocalDate.now(clock)));
    }

    private static ModelAndView page(Actor actor, Departure departure, Form form) {
        return form.page(pages().pagesDepartureDeparture(departure, actor.superuser(), form));
    }

    ModelAndView settle(Actor actor, Leaver leaver, Form form) {
        var departure = departures.of(actor, leaver);
        LocalDate today = LocalDate.now(clock);
        var wish = DepartureForm.wish(departure, form, today);
        if (form.accepts(() -> act.carryOut(actor, departure, wish))) {
            return Redirect.to(leaver.page(), "done.departure");
        }
        var now = departures.of(actor, leavers.again(actor, leaver));
        return page(actor, now, DepartureForm.rejected(now, form, today));
    }
}
