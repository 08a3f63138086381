package org.jadhere.office.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Logs to files instead of the console, if a folder is set: readable by their owner only, without values that a user
 * typed, rolled by size and by day. Not configured by XML, because Spring Boot configures Logback once for a process,
 * and tests run several servers in one. A full disk loses log lines, but fails no request.
 */
@Component
@ConditionalOnWebApplication
class LogFile {

    static final String NAME = "jadhere.log";

    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %X{reference:--} %logger{0}: %msg%n%ex";
    private static final String SETTINGS = "logging.logback.rollingpolicy.";

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Environment settings;
    private final @Nullable Appender<ILoggingEvent> console = root.getAppender("CONSOLE");
    private final @Nullable PrivateFile file;

    LogFile(Environment settings) throws IOException {
        this.settings = settings;
        String folder = settings.getProperty("jadhere.log.folder", "");
        file = folder.isBlank() ? null : open(folder(folder));
        if (file != null) {
            root.addAppender(file);
            root.detachAppender(console);
        }
    }

    /** Creates the folder, readable by its owner only, if it does not exist. */
    static Path folder(String path) throws IOException {
        return Files.createDirectories(
                Path.of(path).toAbsolutePath(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private PrivateFile open(Path folder) {
        var appender = new PrivateFile();
        appender.setContext(context);
        appender.setName(NAME);
        appender.setFile(folder.resolve(NAME).toString());
        appender.setEncoder(encoder());
        roll(appender, folder);
        appender.start();
        return appender;
    }

    private Encoder<ILoggingEvent> encoder() {
        var encoder = new PatternLayoutEncoder() {
            @Override
            public byte[] encode(ILoggingEvent event) {
                return Redaction.text(layout.doLayout(event), CurrentRequest.now())
                        .getBytes(UTF_8);
            }
        };
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        return encoder;
    }

    /** Old files are not compressed, since Logback would create the compressed file with default permissions. */
    private void roll(PrivateFile appender, Path folder) {
        var policy = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(
                folder.resolve("jadhere-%d{yyyy-MM-dd}.%i.log").toString());
        policy.setMaxFileSize(size("max-file-size"));
        policy.setMaxHistory(settings.getRequiredProperty(SETTINGS + "max-history", Integer.class));
        policy.setTotalSizeCap(size("total-size-cap"));
        policy.start();
        appender.setRollingPolicy(policy);
    }

    private FileSize size(String name) {
        return FileSize.valueOf(settings.getRequiredProperty(SETTINGS + name));
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        if (file != null) {
            root.detachAppender(file);
            file.stop();
            if (console != null) {
                root.addAppender(console);
            }
        }
    }
}
