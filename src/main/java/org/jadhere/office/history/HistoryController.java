package org.jadhere.office.history;

import static org.jadhere.jte.Pages.pages;

import java.util.List;
import java.util.stream.Stream;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Option;
import org.jadhere.platform.web.PageView;
import org.jadhere.platform.web.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class HistoryController {

    private final History history;
    private final NameLookup names;

    HistoryController(History history, NameLookup names) {
        this.history = history;
        this.names = names;
    }

    @GetMapping("/admin/history")
    ModelAndView list(Actor actor, Form form) {
        var page = history.page(actor, HistoryFilter.of(form), Keyset.of(form));
        return PageView.of(pages().officeHistoryHistory(
                        form, kinds(actor), acts(), HistoryGroup.of(page, sentences(actor, page.rows()))));
    }

    private static List<Option> kinds(Actor actor) {
        return HistoryRights.tablesSeenBy(actor).stream()
                .map(table -> new Option(table.word(), Texts.t("history.kind." + table.word())))
                .toList();
    }

    private static List<Option> acts() {
        return Stream.of(HistoryFilter.Act.values())
                .map(act -> new Option(act.word(), Texts.t("history.action." + act.word())))
                .toList();
    }

    private List<HistorySentence> sentences(Actor actor, List<HistoryEntry> entries) {
        var known = names.of(entries);
        return entries.stream()
                .map(entry -> HistorySentence.of(actor, entry, known))
                .toList();
    }
}
