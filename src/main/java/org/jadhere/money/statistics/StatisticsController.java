package org.jadhere.money.statistics;

import static org.jadhere.jte.Pages.pages;

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
import org.jadhere.platform.web.PageView;
import org.jadhere.platform.web.Plot;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/**
 * The figures of the services as of a day and month by month: all types for the bank crew, their own types for crews.
 */
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
        var query = StatisticsQuery.of(form, LocalDate.now(clock), choices);
        var figures = statistics.on(query.days(), query.typeIds());
        return PageView.of(pages().moneyStatisticsStatistics(
                        form,
                        choices,
                        figures.getLast(),
                        types.toAssign(query.typeIds()),
                        form.number("type"),
                        plots(actor, query, figures)));
    }

    /** The data of one plot as a file. */
    @GetMapping("/admin/statistics/export")
    View export(Actor actor, Form form) {
        var query = StatisticsQuery.of(form, LocalDate.now(clock), types.choices(actor));
        var figures = statistics.on(query.days(), query.typeIds());
        Plot plot = plots(actor, query, figures).stream()
                .filter(candidate -> candidate.name().equals(form.value("plot")))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return downloads.of(form, plot.sheet(), row -> each(plot, row));
    }

    private List<Plot> plots(Actor actor, StatisticsQuery query, List<Figures> figures) {
        return StatisticsPlots.of(figures, members.on(actor, query.days()), query.split());
    }

    private static void each(Plot plot, Consumer<Integer> row) {
        for (int i = 0; i < plot.days().size(); i++) {
            row.accept(i);
        }
    }
}
