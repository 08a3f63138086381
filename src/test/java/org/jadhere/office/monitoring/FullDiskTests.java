package org.jadhere.office.monitoring;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A full disk loses log lines without other effects, and logging continues when there is room again. */
class FullDiskTests {

    @TempDir
    private Path folder;

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

    private Logger logTo(Path path) {
        var file = new PrivateFile();
        file.setContext(context);
        file.setFile(path.toString());
        var lines = new PatternLayoutEncoder();
        lines.setContext(context);
        lines.setPattern("%msg%n");
        lines.start();
        file.setEncoder(lines);
        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf("20MB"));
        size.start();
        file.setTriggeringPolicy(size);
        var rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(file);
        rolling.setFileNamePattern(folder.resolve("old.%i").toString());
        rolling.start();
        file.setRollingPolicy(rolling);
        file.start();
        var logger = context.getLogger("full-disk");
        logger.setAdditive(false);
        logger.addAppender(file);
        return logger;
    }

    @Test
    void loggingContinuesWhenThereIsRoom() throws Exception {
        Path path = Files.createSymbolicLink(folder.resolve("jadhere.log"), Path.of("/dev/full"));
        var logger = logTo(path);
        logger.error("the first lost line");
        logger.error("the second lost line");

        Files.delete(path);
        await().atMost(90, SECONDS).until(() -> {
            logger.error("there is room again");
            return Files.exists(path) && Files.readString(path).contains("there is room again");
        });
        assertThat(path).content().doesNotContain("the second lost line");
    }
}
