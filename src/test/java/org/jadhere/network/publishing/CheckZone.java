package org.jadhere.network.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Checks a zone file with named-checkzone of BIND. */
public final class CheckZone {

    private CheckZone() {}

    /** The output of named-checkzone; empty if it would load the zone without a warning. */
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

    /** The strictest checks of names, without queries to other name servers. */
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
        String output = new String(check.getInputStream().readAllBytes(), UTF_8);
        boolean good = check.waitFor() == 0
                && output.strip().endsWith("OK")
                && output.lines().count() == 2;
        return good ? "" : output;
    }

    private static String program() {
        return Stream.of("/usr/bin/named-checkzone", "/usr/sbin/named-checkzone")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("bin/tools named-checkzone installs it"));
    }
}
