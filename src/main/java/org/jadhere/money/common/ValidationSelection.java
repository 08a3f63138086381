package org.jadhere.money.common;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Page;

/**
 * The rows that are selected on all pages of a validation queue.
 *
 * @param ids the rows whose boxes are ticked
 * @param everything selects all rows that match the filter; {@code ids} is empty
 */
public record ValidationSelection(Set<Long> ids, boolean everything) {

    /** The most ids that a form carries; a larger selection is made by the filter. */
    private static final int MAX_IDS = 20_000;

    static final ValidationSelection NOTHING = new ValidationSelection(Set.of(), false);
    static final ValidationSelection EVERYTHING = new ValidationSelection(Set.of(), true);

    public ValidationSelection {
        ids = Set.copyOf(ids);
    }

    /** The ids of other pages ({@code chosen} without {@code shown}) and the boxes that are ticked on this page. */
    static ValidationSelection of(Form form) {
        var ids = new LinkedHashSet<>(numbers(form.value("chosen")));
        ids.removeAll(numbers(form.value("shown")));
        form.ticked("id").forEach(ticked -> ids.addAll(numbers(ticked)));
        return new ValidationSelection(
                ids.stream().limit(MAX_IDS).collect(Collectors.toSet()),
                form.value("everything").equals("yes"));
    }

    /** All rows of a page. */
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

    /** The value of the hidden field {@code chosen}. */
    public String text() {
        return ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
