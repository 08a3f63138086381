package org.jadhere.office.history;

import java.util.ArrayList;
import java.util.List;
import org.jadhere.platform.web.Page;
import org.jadhere.platform.web.Texts;

/**
 * What was done in one go to things of one kind, told at once.
 *
 * @param cut whether it may go on beyond the page that it stands on
 */
public record HistoryGroup(List<HistorySentence> sentences, boolean cut) {

    /** The sentences of a page, those that belong together as one. */
    static Page<HistoryGroup> of(Page<HistoryEntry> page, List<HistorySentence> sentences) {
        List<List<HistorySentence>> runs = new ArrayList<>();
        for (HistorySentence sentence : sentences) {
            if (runs.isEmpty() || !runs.getLast().getLast().entry().goesWith(sentence.entry())) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(sentence);
        }
        var groups = new ArrayList<HistoryGroup>();
        for (List<HistorySentence> run : runs) {
            boolean cut =
                    run == runs.getFirst() && page.previous() != null || run == runs.getLast() && page.next() != null;
            groups.add(new HistoryGroup(List.copyOf(run), cut));
        }
        return new Page<>(groups, page.previous(), page.next());
    }

    public HistorySentence first() {
        return sentences.getFirst();
    }

    public boolean isSingle() {
        return sentences.size() == 1;
    }

    /** So many of a kind; of a group that may go on elsewhere, so many on this page. */
    public String things() {
        var subject = first().entry().subject();
        var kind = subject.kind();
        String things = kind == null
                ? sentences.size() + " " + subject.table()
                : Texts.t("history.many." + kind.word(), sentences.size());
        return cut ? Texts.t("history.many.here", things) : things;
    }
}
