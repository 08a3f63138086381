package org.jadhere.pages.guide;

import java.util.List;
import java.util.function.Supplier;
import org.jadhere.platform.web.Texts;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One act, on one page.
 *
 * @param name the same in all languages, and in its address
 * @param pages the pages of the program that it explains
 * @param words what it says; read when it is first asked for, since most help links are never followed
 */
public record Chapter(Readership reader, String name, List<PathPattern> pages, Supplier<Words> words) {

    private static final int AROUND = 90;

    /**
     * @param html the whole of it, with its heading
     * @param text its words alone, to be searched
     */
    record Words(String title, String html, String text) {}

    public String title() {
        return words.get().title();
    }

    public String html() {
        return words.get().html();
    }

    String text() {
        return words.get().text();
    }

    public String path() {
        return "/guide/" + reader.word() + "/" + name;
    }

    boolean mentions(String words) {
        return Texts.fold(text()).contains(Texts.fold(words));
    }

    boolean isCalled(String words) {
        return Texts.fold(title()).contains(Texts.fold(words));
    }

    /** Where it mentions them, with what stands around. */
    public String excerpt(String sought) {
        String text = text();
        int found = Math.max(0, Texts.fold(text).indexOf(Texts.fold(sought)));
        int start = found <= AROUND ? 0 : text.lastIndexOf(' ', found - AROUND) + 1;
        int wanted = Math.min(text.length(), found + sought.length() + AROUND);
        int end = text.indexOf(' ', wanted) < 0 ? text.length() : text.indexOf(' ', wanted);
        return (start > 0 ? "… " : "") + text.substring(Math.min(start, end), end) + (end < text.length() ? " …" : "");
    }
}
