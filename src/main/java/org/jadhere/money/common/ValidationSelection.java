package org.jadhere.money.common;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Page;

/**
 * What is ticked over the pages of a list: what came along from other pages, and the boxes of this one.
 *
 * @param everything not by boxes: all that the filter finds
 */
public record ValidationSelection(Set<Long> ids, boolean everything) {

    /** The most that is carried along box by box; who wants more chooses all that the filter finds. */
    static final int MOST = 20_000;

    static final ValidationSelection NOTHING = new ValidationSelection(Set.of(), false);
    static final ValidationSelection EVERYTHING = new ValidationSelection(Set.of(), true);

    public ValidationSelection {
        ids = Set.copyOf(ids);
    }

    static ValidationSelection of(Form form) {
        var ids = new LinkedHashSet<>(numbers(form.value("chosen")));
        ids.removeAll(numbers(form.value("shown")));
        form.ticked("id").forEach(ticked -> ids.addAll(numbers(ticked)));
        return new ValidationSelection(
                ids.stream().limit(MOST).collect(Collectors.toSet()),
                form.value("everything").equals("yes"));
    }

    /** All that a page shows. */
    static ValidationSelection of(Page<ValidationQueue.Line> page) {
        return new ValidationSelection(
                page.rows().stream().map(ValidationQueue.Line::id).collect(Collectors.toSet()), false);
    }

    private static List<Long> numbers(String text) {
        return Stream.of(text.strip().split(" "))
                .filter(word -> word.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
    }

    public boolean isEmpty() {
        return ids.isEmpty() && !everything;
    }

    public boolean has(long id) {
        return everything || ids.contains(id);
    }

    /** As it travels in the form. */
    public String text() {
        return ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
