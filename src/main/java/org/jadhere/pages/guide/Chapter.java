package org.jadhere.pages.guide;

import java.util.List;
import java.util.function.Supplier;
import org.jadhere.platform.web.Texts;
import org.springframework.web.util.pattern.PathPattern;

/**
 * A chapter of a guide.
 *
 * @param name the last part of its address, the same in all languages
 * @param pages the pages of the program that it explains
 * @param content parsed on first use, since most help links are never followed
 */
public record Chapter(Readership reader, String name, List<PathPattern> pages, Supplier<Content> content) {

    /** Characters before and after a match in an excerpt. */
    private static final int CONTEXT = 90;

    /**
     * @param html the whole chapter, with its heading
     * @param text the plain text, for the search
     */
    record Content(String title, String html, String text) {}

    public String title() {
        return content.get().title();
    }

    public String html() {
        return content.get().html();
    }

    String text() {
        return content.get().text();
    }

    public String path() {
        return "/guide/" + reader.word() + "/" + name;
    }

    boolean textContains(String query) {
        return Texts.fold(text()).contains(Texts.fold(query));
    }

    boolean titleContains(String query) {
        return Texts.fold(title()).contains(Texts.fold(query));
    }

    /** The first match of the query in the text, with its context, cut at spaces. */
    public String excerpt(String query) {
        String text = text();
        int found = Math.max(0, Texts.fold(text).indexOf(Texts.fold(query)));
        int start = found <= CONTEXT ? 0 : text.lastIndexOf(' ', found - CONTEXT) + 1;
        int wanted = Math.min(text.length(), found + query.length() + CONTEXT);
        int end = text.indexOf(' ', wanted) < 0 ? text.length() : text.indexOf(' ', wanted);
        return (start > 0 ? "… " : "") + text.substring(Math.min(start, end), end) + (end < text.length() ? " …" : "");
    }
}
