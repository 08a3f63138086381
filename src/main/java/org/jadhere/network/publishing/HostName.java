package org.jadhere.network.publishing;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The full name of a host as RFC 1123 section 2.1 lets it be: letters, digits and hyphens, labels of at most 63, at most
 * 253 characters in all, the last label not a number. In small letters and without the final dot, so that one host has
 * one spelling. Nothing under {@code arpa}: there are no hosts in the reverse tree, and none needs glue.
 */
public record HostName(String text) implements Comparable<HostName> {

    static final int LIMIT = 253;

    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern NAME = Pattern.compile("(" + LABEL + "\\.)+" + LABEL);
    private static final Pattern END_OF_NO_HOST = Pattern.compile("\\.([0-9]+|arpa)$");

    public HostName {
        if (text.length() > LIMIT
                || !NAME.matcher(text).matches()
                || END_OF_NO_HOST.matcher(text).find()) {
            throw new IllegalArgumentException("not the full name of a host: " + text);
        }
    }

    /** Reads it in any spelling. */
    public static HostName parse(String typed) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        return new HostName(name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
    }

    /** As a zone file has it: with the dot that says that it is whole. */
    public String absolute() {
        return text + ".";
    }

    @Override
    public int compareTo(HostName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
