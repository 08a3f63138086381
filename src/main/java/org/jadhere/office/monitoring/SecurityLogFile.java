package org.jadhere.office.monitoring;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.TimeBasedRollingPolicy;
import java.io.IOException;
import java.nio.file.Path;
import org.jadhere.platform.audit.SecurityLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Writes the security log to a file of its own beside the log, if a folder is set. A new file begins each day, and files
 * are deleted after six months or as set; never because of their size, so that no flood of requests can push out evidence.
 */
@Component
@ConditionalOnWebApplication
class SecurityLogFile {

    static final String NAME = "security.log";

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %X{reference:--} %msg%n";

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger logger = context.getLogger(SecurityLog.NAME);
    private final @Nullable PrivateFile file;

    SecurityLogFile(Environment settings) throws IOException {
        String folder = settings.getProperty("jadhere.log.folder", "");
        int days = settings.getRequiredProperty("jadhere.log.security-days", Integer.class);
        file = folder.isBlank() ? null : open(LogFile.folder(folder), days);
        if (file != null) {
            logger.addAppender(file);
            logger.setAdditive(false);
        }
    }

    private PrivateFile open(Path folder, int days) {
        var appender = new PrivateFile();
        appender.setContext(context);
        appender.setName(folder.resolve(NAME).toString());
        appender.setFile(folder.resolve(NAME).toString());
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        appender.setEncoder(encoder);
        var policy = new TimeBasedRollingPolicy<ILoggingEvent>();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(folder.resolve("security-%d{yyyy-MM-dd}.log").toString());
        policy.setMaxHistory(days);
        policy.start();
        appender.setRollingPolicy(policy);
        appender.start();
        return appender;
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        if (file != null) {
            logger.detachAppender(file);
            logger.setAdditive(!logger.iteratorForAppenders().hasNext());
            file.stop();
        }
    }
}
