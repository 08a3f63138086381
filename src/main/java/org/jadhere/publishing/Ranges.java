package org.jadhere.publishing;

import org.jadhere.db.IpPrefix;
import org.jadhere.web.Form;
import org.jspecify.annotations.Nullable;

/** Addresses and prefixes as forms have them. */
final class Ranges {

    private Ranges() {}

    /** None where none was typed, which the form says then. */
    static @Nullable IpPrefix prefix(Form form, String name) {
        String typed = form.required(name).strip();
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return IpPrefix.parse(typed);
        } catch (IllegalArgumentException notAPrefix) {
            form.reject(name, "error.prefix", typed);
            return null;
        }
    }

    /** The same of a single address. */
    static @Nullable IpPrefix address(Form form, String name) {
        IpPrefix address = prefix(form, name);
        if (address != null && !address.isSingleAddress()
                || address == null && !form.value(name).isBlank()) {
            form.reject(name, "error.single-address", form.value(name).strip());
            return null;
        }
        return address;
    }
}
