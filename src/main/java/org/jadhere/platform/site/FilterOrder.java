package org.jadhere.platform.site;

import org.springframework.core.Ordered;

/** In which order a request passes what may answer it before sessions, logins and pages do. */
public final class FilterOrder {

    /** First of all, so that every answer has its headers, whoever gives it. */
    public static final int HEADERS = Ordered.HIGHEST_PRECEDENCE;

    static final int HOSTS = HEADERS + 1;
    static final int STATIC_FILES = HEADERS + 2;
    static final int RECENT_WRITES = HEADERS + 3;

    private FilterOrder() {}
}
