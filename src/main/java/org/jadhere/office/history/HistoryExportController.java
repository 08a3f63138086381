package org.jadhere.office.history;

import static org.jadhere.platform.web.Texts.t;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Downloads;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** Exports the history with one line for each changed field. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class HistoryExportController {

    private final History history;
    private final NameLookup names;
    private final Downloads downloads;

    HistoryExportController(History history, NameLookup names, Downloads downloads) {
        this.history = history;
        this.names = names;
        this.downloads = downloads;
    }

    /** @param change null if no change of a field can be shown */
    private record Line(HistorySentence sentence, @Nullable Change change) {

        static List<Line> of(HistorySentence sentence) {
            return sentence.changes().isEmpty()
                    ? List.of(new Line(sentence, null))
                    : sentence.changes().stream()
                            .map(change -> new Line(sentence, change))
                            .toList();
        }

        HistoryEntry entry() {
            return sentence.entry();
        }

        @Nullable
        String ofChange(Function<Change, @Nullable String> value) {
            return change == null ? null : value.apply(change);
        }

        String table() {
            var subject = entry().subject();
            var table = subject.trackedTable();
            return table == null ? subject.table() : t("history.kind." + table.word());
        }
    }

    /** Streams the entries in chunks, so that the whole history is never in memory. */
    @GetMapping("/admin/history/export")
    View export(Actor actor, Form form) {
        var filter = HistoryFilter.of(form);
        return downloads.of(
                form, sheet(), line -> history.each(actor, filter, entries -> addLines(actor, entries, line)));
    }

    private void addLines(Actor actor, List<HistoryEntry> entries, Consumer<Line> line) {
        var known = names.of(entries);
        entries.forEach(
                entry -> Line.of(HistorySentence.of(actor, entry, known)).forEach(line));
    }

    private static Sheet<Line> sheet() {
        return Sheet.<Line>titled(t("menu.history"))
                .column(t("history.column.at"), line -> line.entry().at())
                .column(t("history.column.actor"), line -> line.entry().actor())
                .column(t("history.column.door"), line -> line.entry().door())
                .column(t("history.action"), line -> line.sentence().verb())
                .column(t("history.kind"), Line::table)
                .column(t("history.id"), line -> line.entry().subject().id())
                .column(t("history.column.thing"), line -> line.sentence().subject())
                .column(t("history.column.field"), line -> line.ofChange(Change::label))
                .column(t("history.column.before"), line -> line.ofChange(Change::before))
                .column(t("history.column.after"), line -> line.ofChange(Change::after))
                .column(t("history.reason"), line -> line.entry().reason());
    }
}
