package org.jadhere.people.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jadhere.platform.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Browser and system, as a browser calls itself: enough for people to know their own. It is what the other side says,
 * and nothing but this list of sessions hangs on it.
 */
public record BrowserDevice(Optional<String> browser, Optional<String> system) {

    // In this order: browsers carry the names of those that they descend from, and systems too.
    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        BROWSERS.put("Edg", "Edge");
        BROWSERS.put("OPR/", "Opera");
        BROWSERS.put("SamsungBrowser/", "Samsung Internet");
        BROWSERS.put("Vivaldi/", "Vivaldi");
        BROWSERS.put("Firefox/", "Firefox");
        BROWSERS.put("FxiOS/", "Firefox");
        BROWSERS.put("CriOS/", "Chrome");
        BROWSERS.put("HeadlessChrome/", "Chromium");
        BROWSERS.put("Chrome/", "Chrome");
        BROWSERS.put("Safari/", "Safari");
        BROWSERS.put("curl/", "curl");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS X", "macOS");
        SYSTEMS.put("CrOS", "ChromeOS");
        SYSTEMS.put("OpenBSD", "OpenBSD");
        SYSTEMS.put("FreeBSD", "FreeBSD");
        SYSTEMS.put("Linux", "Linux");
    }

    public static BrowserDevice of(@Nullable String agent) {
        String said = agent == null ? "" : agent;
        return new BrowserDevice(first(BROWSERS, said), first(SYSTEMS, said));
    }

    private static Optional<String> first(Map<String, String> marks, String said) {
        return marks.keySet().stream().filter(said::contains).findFirst().map(marks::get);
    }

    /** {@code Firefox · Linux}. */
    public String inWords() {
        String words = Stream.of(browser, system).flatMap(Optional::stream).collect(Collectors.joining(" · "));
        return words.isEmpty() ? Texts.t("sessions.unknown") : words;
    }
}
