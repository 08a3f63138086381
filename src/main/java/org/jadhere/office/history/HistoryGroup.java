package org.jadhere.office.history;

import java.util.ArrayList;
import java.util.List;
import org.jadhere.platform.web.Page;
import org.jadhere.platform.web.Texts;

/**
 * Consecutive entries of the same act in one transaction, displayed as one.
 *
 * @param truncated whether the group may continue on the next or previous page
 */
public record HistoryGroup(List<HistorySentence> sentences, boolean truncated) {

    /** Groups the sentences of a page. */
    static Page<HistoryGroup> of(Page<HistoryEntry> page, List<HistorySentence> sentences) {
        List<List<HistorySentence>> runs = new ArrayList<>();
        for (HistorySentence sentence : sentences) {
            if (runs.isEmpty() || !runs.getLast().getLast().entry().isGroupedWith(sentence.entry())) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(sentence);
        }
        var groups = new ArrayList<HistoryGroup>();
        for (List<HistorySentence> run : runs) {
            boolean truncated =
                    run == runs.getFirst() && page.previous() != null || run == runs.getLast() && page.next() != null;
            groups.add(new HistoryGroup(List.copyOf(run), truncated));
        }
        return new Page<>(groups, page.previous(), page.next());
    }

    public HistorySentence first() {
        return sentences.getFirst();
    }

    public boolean isSingle() {
        return sentences.size() == 1;
    }

    /** Returns the number of rows with their name; of a truncated group, the number on this page. */
    public String label() {
        var subject = first().entry().subject();
        var table = subject.trackedTable();
        String label = table == null
                ? sentences.size() + " " + subject.table()
                : Texts.t("history.many." + table.word(), sentences.size());
        return truncated ? Texts.t("history.many.here", label) : label;
    }
}
