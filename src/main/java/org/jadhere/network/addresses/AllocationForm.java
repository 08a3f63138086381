package org.jadhere.network.addresses;

import static org.jadhere.platform.db.Tables.IP_ALLOCATION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jadhere.network.addresses.AllocationBook.Choice;
import org.jadhere.network.addresses.AllocationBook.Part;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.InstantField;
import org.jadhere.platform.web.Texts;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The forms of allocations. */
public final class AllocationForm {

    private static final String FIELD = "addresses";

    private AllocationForm() {}

    /** Reads at least one address and the start; faults are errors of the form. */
    static Choice choice(Form form) {
        form.required(FIELD);
        return optionalChoice(form);
    }

    /** As {@link #choice}, without addresses as well. */
    static Choice optionalChoice(Form form) {
        return new Choice(addresses(form), InstantField.in(form, "from"), form.isTicked("anyway"));
    }

    /** Addresses and prefixes separated by spaces, commas, semicolons or lines. */
    private static List<IpPrefix> addresses(Form form) {
        List<IpPrefix> addresses = new ArrayList<>();
        for (String word : form.value(FIELD).strip().split("[\\s,;]+")) {
            if (!word.isEmpty()) {
                try {
                    addresses.add(IpPrefix.parse(word));
                } catch (IllegalArgumentException notAnAddress) {
                    form.reject(FIELD, "error.address", word);
                }
            }
        }
        return addresses;
    }

    /** The chosen pool and length; empty, with an error of the form, if none was chosen. */
    public static Optional<Part> part(Form form) {
        String chosen = form.value("pool");
        if (!chosen.matches("\\d{1,18}/\\d{1,3}")) {
            form.reject("pool", "error.required");
            return Optional.empty();
        }
        String[] words = chosen.split("/");
        return Optional.of(new Part(Long.parseLong(words[0]), Integer.parseInt(words[1])));
    }

    static Map<String, String> fields(Record allocation) {
        return fields(allocation.get(IP_ALLOCATION.HELD_FROM), allocation.get(IP_ALLOCATION.HELD_UNTIL));
    }

    /** Instants include their UTC offset, so that no hour is ambiguous. */
    static Map<String, String> fields(Instant from, @Nullable Instant until) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("from", Texts.instant(from));
        fields.put("until", Texts.instant(until));
        return fields;
    }
}
