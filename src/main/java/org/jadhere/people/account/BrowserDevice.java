package org.jadhere.people.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jadhere.platform.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Browser and operating system by the header User-Agent, so that users recognise their sessions. The header can be forged;
 * it is used for display only.
 */
public record BrowserDevice(Optional<String> browser, Optional<String> system) {

    // The order matters: the header of a browser or system also contains the names of those that it derives from.
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
        String text = agent == null ? "" : agent;
        return new BrowserDevice(first(BROWSERS, text), first(SYSTEMS, text));
    }

    private static Optional<String> first(Map<String, String> names, String agent) {
        return names.keySet().stream().filter(agent::contains).findFirst().map(names::get);
    }

    /** {@code Firefox · Linux}. */
    public String label() {
        String label = Stream.of(browser, system).flatMap(Optional::stream).collect(Collectors.joining(" · "));
        return label.isEmpty() ? Texts.t("sessions.unknown") : label;
    }
}
