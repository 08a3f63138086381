package org.jadhere.network.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** BIND's own judgement of a zone file. */
public final class CheckZone {

    private CheckZone() {}

    /** What is wrong with it, in BIND's words, warnings included; empty where it would be loaded without a word. */
    public static String complaintsAbout(String origin, String text) {
        try {
            Path file = Files.createTempFile("zone", ".txt");
            try {
                Files.writeString(file, text);
                return complaints(origin, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Names are checked as strictly as it can; name servers elsewhere are not asked for. */
    private static String complaints(String origin, Path file) throws IOException, InterruptedException {
        var check = new ProcessBuilder(
                        program(),
                        "-i",
                        "local",
                        "-k",
                        "fail",
                        "-n",
                        "fail",
                        "-r",
                        "fail",
                        "-S",
                        "fail",
                        origin,
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), UTF_8);
        boolean good = check.waitFor() == 0
                && said.strip().endsWith("OK")
                && said.lines().count() == 2;
        return good ? "" : said;
    }

    private static String program() {
        return Stream.of("/usr/bin/named-checkzone", "/usr/sbin/named-checkzone")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("bin/checkzone says how to get named-checkzone"));
    }
}
