package org.jadhere.history;

import java.util.ArrayList;
import java.util.List;
import org.jadhere.web.Page;
import org.jadhere.web.Texts;

/**
 * What was done in one go to things of one kind, told at once.
 *
 * @param cut whether it may go on beyond the page that it stands on
 */
public record Group(List<Sentence> sentences, boolean cut) {

    /** The sentences of a page, those that belong together as one. */
    static Page<Group> of(Page<Entry> page, List<Sentence> sentences) {
        List<List<Sentence>> runs = new ArrayList<>();
        for (Sentence sentence : sentences) {
            if (runs.isEmpty() || !runs.getLast().getLast().entry().goesWith(sentence.entry())) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(sentence);
        }
        var groups = new ArrayList<Group>();
        for (List<Sentence> run : runs) {
            boolean cut =
                    run == runs.getFirst() && page.previous() != null || run == runs.getLast() && page.next() != null;
            groups.add(new Group(List.copyOf(run), cut));
        }
        return new Page<>(groups, page.previous(), page.next());
    }

    public Sentence first() {
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
