package org.jadhere.platform.site;

import org.springframework.core.Ordered;

/** The order of the servlet filters that run before those for sessions and login. */
public final class FilterOrder {

    /** The first filter, so that every response has its headers. */
    public static final int HEADERS = Ordered.HIGHEST_PRECEDENCE;

    static final int HOSTS = HEADERS + 1;
    static final int STATIC_FILES = HEADERS + 2;
    static final int RECENT_WRITES = HEADERS + 3;

    private FilterOrder() {}
}
