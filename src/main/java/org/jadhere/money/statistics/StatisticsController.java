package org.jadhere.money.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jadhere.network.services.ServiceTypes;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.members.MemberCounts;
import org.jadhere.platform.web.Downloads;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.Plot;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** The figures of the services, now and month by month: of all types for the bank, of their own for crews. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class StatisticsController {

    private final StatisticsOverTime statistics;
    private final MemberCounts members;
    private final ServiceTypes types;
    private final Downloads downloads;
    private final Clock clock;

    StatisticsController(
            StatisticsOverTime statistics, MemberCounts members, ServiceTypes types, Downloads downloads, Clock clock) {
        this.statistics = statistics;
        this.members = members;
        this.types = types;
        this.downloads = downloads;
        this.clock = clock;
    }

    @GetMapping("/admin/statistics")
    ModelAndView show(Actor actor, Form form) {
        var choices = types.choices(actor);
        var question = StatisticsQuery.of(form, LocalDate.now(clock), choices);
        var figures = statistics.on(question.days(), question.typeIds());
        return new ModelAndView("money/statistics/statistics")
                .addObject("form", form)
                .addObject("types", choices)
                .addObject("figures", figures.getLast())
                .addObject("plots", plots(actor, question, figures));
    }

    /** The table of one plot. */
    @GetMapping("/admin/statistics/export")
    View export(Actor actor, Form form) {
        var question = StatisticsQuery.of(form, LocalDate.now(clock), types.choices(actor));
        var figures = statistics.on(question.days(), question.typeIds());
        Plot plot = plots(actor, question, figures).stream()
                .filter(one -> one.name().equals(form.value("plot")))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return downloads.of(form, plot.sheet(), day -> each(plot, day));
    }

    private List<Plot> plots(Actor actor, StatisticsQuery question, List<Figures> figures) {
        return StatisticsPlots.of(figures, members.on(actor, question.days()), question.split());
    }

    private static void each(Plot plot, Consumer<Integer> day) {
        for (int i = 0; i < plot.days().size(); i++) {
            day.accept(i);
        }
    }
}
