package org.jadhere.jte;

import gg.jte.TemplateEngine;
import org.jspecify.annotations.NullMarked;

/**
 * All page templates, one generated method per template with its parameters: a page that passes a wrong value does not
 * compile. A feature calls the methods of its own templates only, which a test checks.
 */
@NullMarked
public final class Pages {

    private static volatile Templates templates = new StaticTemplates();

    private Pages() {}

    public static Templates pages() {
        return templates;
    }

    /** Renders templates from their sources, so that a saved template shows at the next request. For development. */
    public static void renderWith(TemplateEngine engine) {
        templates = new DynamicTemplates(engine);
    }
}
