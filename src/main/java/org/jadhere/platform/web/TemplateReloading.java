package org.jadhere.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import org.jadhere.jte.Pages;
import org.jadhere.platform.site.Development;
import org.springframework.stereotype.Component;

/** In development mode, compiles a template from its source when it has changed; otherwise does nothing. */
@Component
class TemplateReloading {

    TemplateReloading() {
        Path sources = Development.sources();
        if (sources != null) {
            Pages.renderWith(engine(sources));
        }
    }

    private static TemplateEngine engine(Path sources) {
        var templates = TemplateEngine.create(
                new DirectoryCodeResolver(sources.resolve("src/main/jte")),
                sources.resolve("target/dev/jte"),
                ContentType.Html,
                TemplateReloading.class.getClassLoader());
        templates.setTrimControlStructures(true); // as the build does
        return templates;
    }
}
