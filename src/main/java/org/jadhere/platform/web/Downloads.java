package org.jadhere.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jadhere.platform.audit.SecurityLog;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.View;

/** Lists as downloads, in the format that the form names: CSV by default. */
@Component
public class Downloads {

    private final Clock clock;

    Downloads(Clock clock) {
        this.clock = clock;
    }

    public <T> View of(Form form, Sheet<T> sheet, Sheet.Source<T> source) {
        var format = Objects.requireNonNullElse(form.choice("format", SheetFormat.class), SheetFormat.CSV);
        return new Download<>(sheet, format, source, LocalDate.now(clock));
    }

    private record Download<T>(Sheet<T> sheet, SheetFormat format, Sheet.Source<T> source, LocalDate day)
            implements View {

        @Override
        public String getContentType() {
            return format.mediaType();
        }

        /**
         * Writes to a temporary file first: a failure gives an error page instead of a truncated list, and a slow client
         * does not occupy one of the few database connections.
         */
        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            SecurityLog.write(
                    SecurityLog.Event.EXPORTED,
                    Objects.toString(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE), "-"));
            Path file = Files.createTempFile("jadhere-", ".download");
            try {
                write(file);
                response.setContentType(getContentType());
                response.setContentLengthLong(Files.size(file));
                response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment());
                Files.copy(file, response.getOutputStream());
            } finally {
                Files.delete(file);
            }
        }

        private void write(Path file) throws IOException {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                    var writer = format.open(out, sheet.title())) {
                sheet.write(source, writer);
            }
        }

        private String attachment() {
            String name = "%s %s.%s".formatted(sheet.title(), day, format.word());
            return ContentDisposition.attachment().filename(name, UTF_8).build().toString();
        }
    }
}
