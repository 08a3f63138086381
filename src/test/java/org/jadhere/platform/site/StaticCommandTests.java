package org.jadhere.platform.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jadhere.platform.cli.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code ./jadhere static DIR} writes the static files for the web server. */
class StaticCommandTests {

    @TempDir
    Path folder;

    private void write() {
        CommandLine.populateCommand(new StaticCommand(), folder.toString()).run();
    }

    private Path file(String name) {
        return folder.resolve(Assets.url(name).substring("/static/".length()));
    }

    @Test
    void filesAreWrittenPlainAndGzipped() throws IOException {
        write();

        byte[] style = Files.readAllBytes(Path.of("src/main/resources/static/css/base.css"));
        assertThat(file("css/base.css")).hasBinaryContent(style);
        byte[] gzipped = Files.readAllBytes(Path.of(file("css/base.css") + ".gz"));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzipped)).readAllBytes())
                .isEqualTo(style);
        assertThat(Path.of(file("js/htmx.js") + ".gz"))
                .content(ISO_8859_1)
                .hasSizeLessThan(usuallyGzipped(Files.readAllBytes(file("js/htmx.js"))));
    }

    private static int usuallyGzipped(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.size();
    }

    @Test
    void aWebServerMayReadTheFiles() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
        write();

        assertThat(Files.getPosixFilePermissions(file("css/base.css")))
                .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(Files.getPosixFilePermissions(Path.of(file("css/base.css") + ".gz")))
                .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("css")))
                .isEqualTo(PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwxr-x---"));
    }

    @Test
    void earlierVersionsAreKeptForNinetyDays() throws IOException {
        Path recent = made("css/base-00000000000000aa.css", Duration.ofDays(89));
        Path old = made("css/base-00000000000000bb.css", Duration.ofDays(91));
        Path oldGzipped = made("css/base-00000000000000bb.css.gz", Duration.ofDays(91));
        Path notOurs = made("css/notes.css", Duration.ofDays(1000));

        write();

        assertThat(List.of(recent, notOurs)).allSatisfy(file -> assertThat(file).exists());
        assertThat(List.of(old, oldGzipped)).allSatisfy(file -> assertThat(file).doesNotExist());
    }

    @Test
    void currentFilesAreTouchedAndNotRewritten() throws IOException {
        write();
        Object inode = Files.getAttribute(file("css/base.css"), "unix:ino");
        age(file("css/base.css"), Duration.ofDays(400));
        age(Path.of(file("css/base.css") + ".gz"), Duration.ofDays(400));

        write();

        assertThat(Files.getAttribute(file("css/base.css"), "unix:ino")).isEqualTo(inode);
        assertThat(Files.getLastModifiedTime(file("css/base.css")).toInstant())
                .isAfter(Instant.now().minus(Duration.ofMinutes(5)));
        assertThat(Path.of(file("css/base.css") + ".gz")).exists();
    }

    @Test
    void anIncompleteFileIsReplaced() throws IOException {
        write();
        Files.writeString(file("css/base.css"), "half");

        write();

        assertThat(file("css/base.css"))
                .hasBinaryContent(Files.readAllBytes(Path.of("src/main/resources/static/css/base.css")));
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void aMissingFolderIsRejected() {
        var command = CommandLine.populateCommand(
                new StaticCommand(), folder.resolve("nowhere").toString());

        assertThatThrownBy(command::run).isInstanceOf(CommandException.class).hasMessageContaining("no such folder");
    }

    private Path made(String name, Duration age) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "earlier");
        age(path, age);
        return path;
    }

    private static void age(Path path, Duration age) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(age)));
    }
}
