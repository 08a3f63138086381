package org.jadhere.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jadhere.platform.site.Development;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** View names are templates of src/main/jte, compiled by the build: {@code members/list}. */
@Configuration(proxyBeanMethods = false)
class JteViews {

    @Bean
    TemplateEngine templates() {
        var sources = Development.sources();
        return sources == null
                ? TemplateEngine.createPrecompiled(
                        null, ContentType.Html, JteViews.class.getClassLoader(), "org.jadhere.jte")
                : fromSources(sources);
    }

    /** Compiles each template when it is rendered for the first time, and again after it has changed. */
    private static TemplateEngine fromSources(Path sources) {
        var templates = TemplateEngine.create(
                new DirectoryCodeResolver(sources.resolve("src/main/jte")),
                sources.resolve("target/dev/jte"),
                ContentType.Html,
                JteViews.class.getClassLoader());
        templates.setTrimControlStructures(true); // as the build does
        return templates;
    }

    @Bean
    ViewResolver jteViewResolver(TemplateEngine templates) {
        return new Resolver(templates);
    }

    private record Resolver(TemplateEngine templates) implements ViewResolver, Ordered {

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public @Nullable View resolveViewName(String name, Locale locale) {
            return name.startsWith("redirect:") ? null : new Page(templates, name + ".jte");
        }
    }

    private record Page(TemplateEngine templates, String template) implements View {

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        /** Rendered whole before the first byte is sent, so that a failure becomes an error page, not half a page. */
        @Override
        @SuppressWarnings("unchecked")
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            var output = new Utf8ByteOutput();
            templates.render(template, (Map<String, Object>) (model == null ? Map.of() : model), output);
            response.setContentType(getContentType());
            response.setHeader("Speculation-Rules", "\"/speculation.json\""); // docs/decisions/0024
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
