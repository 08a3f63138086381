package org.jadhere.pages.guide;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jadhere.platform.db.Word;
import org.jadhere.platform.site.Development;
import org.jadhere.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.server.PathContainer;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * All chapters in one language, in the order of their files: {@code guide/fr/member/02-login.md}. The optional head of
 * a file names the pages that the chapter explains.
 */
public final class Guides {

    private static final Pattern FILE = Pattern.compile(".*/([a-z]+)/[0-9]{2}-([a-z-]+)\\.md");
    private static final Pattern HEAD = Pattern.compile("---\\npages: (.+)\\n---\\n");
    private static final Supplier<Guides> FRENCH = Development.read(() -> new Guides(Locale.FRENCH));
    private static final Supplier<Guides> ENGLISH = Development.read(() -> new Guides(Locale.ENGLISH));

    private final List<Chapter> chapters;

    private Guides(Locale language) {
        var files = new PathMatchingResourcePatternResolver(Guides.class.getClassLoader());
        List<Chapter> all = new ArrayList<>();
        try {
            for (Resource file : sorted(files.getResources("classpath:/guide/" + language.getLanguage() + "/*/*.md"))) {
                all.add(chapter(file, language));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        all.sort(Comparator.comparing(Chapter::reader)); // a stable sort: it keeps the order of the files
        chapters = List.copyOf(all);
    }

    private static List<Resource> sorted(Resource[] files) {
        return Arrays.stream(files)
                .sorted(Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())))
                .toList();
    }

    private static Chapter chapter(Resource file, Locale language) throws IOException {
        var name = FILE.matcher(file.getURL().toString());
        if (!name.matches()) {
            throw new IllegalStateException("the name of a chapter must look like 01-join.md: " + file);
        }
        String source = file.getContentAsString(UTF_8);
        var head = HEAD.matcher(source);
        boolean headed = head.lookingAt();
        String body = headed ? source.substring(head.end()) : source;
        return new Chapter(
                Word.of(Readership.class, name.group(1)).orElseThrow(),
                name.group(2),
                headed ? patterns(head.group(1)) : List.of(),
                SingletonSupplier.of(() -> new Markdown(language).render(body)));
    }

    private static List<PathPattern> patterns(String pages) {
        return Arrays.stream(pages.split(" "))
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    static Guides in(Locale language) {
        return language.getLanguage().equals("en") ? ENGLISH.get() : FRENCH.get();
    }

    /** The guides in the language of the user. */
    static Guides current() {
        return in(Texts.locale());
    }

    List<Chapter> all() {
        return chapters;
    }

    public List<Chapter> of(Readership reader) {
        return chapters.stream().filter(chapter -> chapter.reader() == reader).toList();
    }

    Optional<Chapter> find(Readership reader, String name) {
        return of(reader).stream()
                .filter(chapter -> chapter.name().equals(name))
                .findFirst();
    }

    @Nullable
    Chapter before(Chapter chapter) {
        return atOffset(chapter, -1);
    }

    @Nullable
    Chapter after(Chapter chapter) {
        return atOffset(chapter, 1);
    }

    private @Nullable Chapter atOffset(Chapter chapter, int offset) {
        var guide = of(chapter.reader());
        int index = guide.indexOf(chapter) + offset;
        return index < 0 || index >= guide.size() ? null : guide.get(index);
    }

    /** The chapters that contain the query; those with the query in their title come first. */
    List<Chapter> search(String query) {
        return query.isBlank()
                ? List.of()
                : Stream.concat(
                                chapters.stream().filter(chapter -> chapter.titleContains(query)),
                                chapters.stream().filter(chapter -> chapter.textContains(query)))
                        .distinct()
                        .toList();
    }

    /** The chapter that explains a page: the most specific pattern wins, then the preferred guide. */
    Optional<Chapter> explaining(String path, List<Readership> preferred) {
        var page = PathContainer.parsePath(path);
        return chapters.stream()
                .flatMap(chapter -> chapter.pages().stream()
                        .filter(pattern -> pattern.matches(page))
                        .map(pattern -> new Explanation(pattern, chapter)))
                .min(Comparator.comparing(Explanation::pattern, PathPattern.SPECIFICITY_COMPARATOR)
                        .thenComparing(explanation -> preferred.indexOf(explanation.chapter.reader())))
                .map(Explanation::chapter);
    }

    private record Explanation(PathPattern pattern, Chapter chapter) {}
}
