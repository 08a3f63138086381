package org.jadhere.office.history;

import static org.jadhere.platform.web.Texts.t;

import java.util.List;
import java.util.function.Consumer;
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

/** The history, to take away: a line for each field that changed. */
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

    /** @param change none where nothing can be told of what changed */
    private record Line(HistorySentence sentence, @Nullable Change change) {

        static List<Line> of(HistorySentence sentence) {
            return sentence.changes().isEmpty()
                    ? List.of(new Line(sentence, null))
                    : sentence.changes().stream()
                            .map(change -> new Line(sentence, change))
                            .toList();
        }

        String kind() {
            var subject = sentence.entry().subject();
            var kind = subject.kind();
            return kind == null ? subject.table() : t("history.kind." + kind.word());
        }
    }

    /** Some hundred entries at a time, so that the whole history of an association never stands in memory. */
    @GetMapping("/admin/history/export")
    View export(Actor actor, Form form) {
        var filter = HistoryFilter.of(form);
        return downloads.of(form, sheet(), line -> history.each(actor, filter, entries -> tell(actor, entries, line)));
    }

    private void tell(Actor actor, List<HistoryEntry> entries, Consumer<Line> line) {
        var known = names.of(entries);
        entries.forEach(
                entry -> Line.of(HistorySentence.of(actor, entry, known)).forEach(line));
    }

    private static Sheet<Line> sheet() {
        return Sheet.<Line>titled(t("menu.history"))
                .column(t("history.column.at"), line -> line.sentence().at())
                .column(t("history.column.actor"), line -> line.sentence().actor())
                .column(
                        t("history.column.door"),
                        line -> line.sentence().entry().door())
                .column(t("history.action"), line -> line.sentence().verb())
                .column(t("history.kind"), Line::kind)
                .column(
                        t("history.id"),
                        line -> line.sentence().entry().subject().id())
                .column(t("history.column.thing"), line -> line.sentence().thing())
                .column(
                        t("history.column.field"),
                        line -> line.change() == null ? null : line.change().label())
                .column(
                        t("history.column.before"),
                        line -> line.change() == null ? null : line.change().before())
                .column(
                        t("history.column.after"),
                        line -> line.change() == null ? null : line.change().after())
                .column(t("history.reason"), line -> line.sentence().reason());
    }
}
