package org.jadhere.network.publishing;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A fully qualified host name (RFC 1123 section 2.1): letters, digits and hyphens, labels of at most 63 characters, at
 * most 253 in all, the last label not a number. Normalised to lower case without the final dot. Names under {@code arpa}
 * are rejected, since the reverse tree has no hosts and needs no glue.
 */
public record HostName(String text) implements Comparable<HostName> {

    private static final int MAX_LENGTH = 253;

    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern NAME = Pattern.compile("(" + LABEL + "\\.)+" + LABEL);
    private static final Pattern FORBIDDEN_END = Pattern.compile("\\.([0-9]+|arpa)$");

    public HostName {
        if (text.length() > MAX_LENGTH
                || !NAME.matcher(text).matches()
                || FORBIDDEN_END.matcher(text).find()) {
            throw new IllegalArgumentException("not a fully qualified host name: " + text);
        }
    }

    /** Accepts capitals, surrounding spaces and a final dot. */
    public static HostName parse(String typed) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        return new HostName(name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
    }

    /** The absolute form of a zone file, with the final dot. */
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
