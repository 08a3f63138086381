package org.jadhere.pages.guide;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jadhere.platform.site.Assets;
import org.jadhere.platform.web.Texts;

/**
 * Renders chapters. {@code {login.act}} in a chapter is replaced by the message with that key, so that a guide always
 * names a button as the interface does. HTML in a chapter is escaped.
 */
final class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .extensions(EXTENSIONS)
            .lineBreakRendering(LineBreakRendering.STRIP)
            .build();

    private static final Pattern KEY = Pattern.compile("\\{([a-z-]+(?:\\.[a-z0-9_-]+)+)}");

    private final Locale language;
    private final HtmlRenderer html;

    Markdown(Locale language) {
        String pictures = "guide/" + language.getLanguage() + "/";
        this.language = language;
        html = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> {
                    var count = new int[1];
                    return (node, tag, attributes) -> setAttributes(node, tag, attributes, pictures, count);
                })
                .build();
    }

    Chapter.Content render(String source) {
        Node document = PARSER.parse(withMessages(source));
        Heading heading = headings(document).findFirst().orElseThrow();
        return new Chapter.Content(
                title(heading), html.render(document), TEXT.render(document).strip());
    }

    /** The library may end a heading with a colon. */
    private static String title(Heading heading) {
        return TEXT.render(heading).replaceFirst("\\s*:\\s*$", "");
    }

    private String withMessages(String source) {
        return Texts.in(
                language, () -> KEY.matcher(source).replaceAll(key -> Matcher.quoteReplacement(Texts.t(key.group(1)))));
    }

    private static Stream<Heading> headings(Node document) {
        return Stream.iterate(document.getFirstChild(), Objects::nonNull, Node::getNext)
                .filter(Heading.class::isInstance)
                .map(Heading.class::cast);
    }

    /** Headings below the title get numbered ids, so that a link to one works in every language. */
    private static void setAttributes(
            Node node, String tag, Map<String, String> attributes, String pictures, int[] headings) {
        if (node instanceof Heading heading && heading.getLevel() > 1) {
            attributes.put("id", "part-" + ++headings[0]);
        } else if (node instanceof Image image && tag.equals("img") && Assets.has(pictures + image.getDestination())) {
            Picture.of(pictures + image.getDestination())
                    .setAttributes(attributes); // a new picture is missing until bin/screenshots takes it
        }
    }
}
