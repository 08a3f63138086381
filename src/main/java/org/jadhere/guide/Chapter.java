package org.jadhere.guide;

import java.util.List;
import org.jadhere.web.Texts;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One act, on one page.
 *
 * @param name the same in all languages, and in its address
 * @param html the whole of it, with its heading
 * @param text its words alone, to be searched
 * @param pages the pages of the program that it explains
 */
public record Chapter(Readership reader, String name, String title, String html, String text, List<PathPattern> pages) {

    private static final int AROUND = 90;

    public String path() {
        return "/guide/" + reader.word() + "/" + name;
    }

    boolean mentions(String words) {
        return Texts.plain(text).contains(Texts.plain(words));
    }

    boolean isCalled(String words) {
        return Texts.plain(title).contains(Texts.plain(words));
    }

    /** Where it mentions them, with what stands around. */
    public String excerpt(String words) {
        int found = Math.max(0, Texts.plain(text).indexOf(Texts.plain(words)));
        int start = found <= AROUND ? 0 : text.lastIndexOf(' ', found - AROUND) + 1;
        int wanted = Math.min(text.length(), found + words.length() + AROUND);
        int end = text.indexOf(' ', wanted) < 0 ? text.length() : text.indexOf(' ', wanted);
        return (start > 0 ? "… " : "") + text.substring(Math.min(start, end), end) + (end < text.length() ? " …" : "");
    }
}
