package org.jadhere.platform.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jadhere.support.LiveServer;
import org.jadhere.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program behind a web server, on a Unix socket. */
class SocketTests {

    @TempDir
    private Path folder;

    @Test
    void itsFileIsForTheProgramAndTheGroupOfTheWebServerAlone() throws IOException {
        try (var server = start()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket())))
                    .isEqualTo("rw-rw----");
            assertThat(ask("/login")).startsWith("HTTP/1.1 200");
        }
        assertThat(socket()).doesNotExist();
    }

    @Test
    void aFileThatAKilledProgramLeftIsNotInTheWay() throws IOException {
        try (var left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            left.bind(UnixDomainSocketAddress.of(socket()));
        }
        assertThat(socket()).exists();
        try (var server = start()) {
            assertThat(ask("/login")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void theSocketOfAProgramThatAnswersIsNotTakenAway() throws IOException {
        try (var other = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            other.bind(UnixDomainSocketAddress.of(socket()));
            assertThatThrownBy(this::start).hasStackTraceContaining("another program answers at " + socket());
            assertThat(socket()).exists();
        }
    }

    @Test
    void whoeverWasTakenBeforeTheStopIsAnswered() throws Exception {
        var stopped = new AtomicBoolean();
        try (var people = Executors.newFixedThreadPool(8)) {
            var server = start();
            List<Future<List<String>>> answers = new ArrayList<>();
            for (int person = 0; person < 8; person++) {
                answers.add(people.submit(untilStopped(stopped)));
            }
            ask("/login");
            server.close();
            stopped.set(true);
            for (var answer : answers) {
                assertThat(answer.get()).isNotEmpty().allMatch(text -> text.startsWith("HTTP/1.1 200"));
            }
        }
    }

    /** What each was answered whose call was taken; a call that nobody takes is one for the next program. */
    private Callable<List<String>> untilStopped(AtomicBoolean stopped) {
        return () -> {
            List<String> answers = new ArrayList<>();
            while (!stopped.get() && Files.exists(socket())) {
                try (var caller = call()) {
                    answers.add(ask(caller, "/login"));
                } catch (IOException notTaken) {
                    break;
                }
            }
            return answers;
        };
    }

    private LiveServer start() {
        return LiveServer.start(TestDatabase.fresh(), Map.of("jadhere.socket", socket().toString()));
    }

    private Path socket() {
        return folder.resolve("jadhere.socket");
    }

    private String ask(String path) throws IOException {
        try (var caller = call()) {
            return ask(caller, path);
        }
    }

    private SocketChannel call() throws IOException {
        var caller = SocketChannel.open(StandardProtocolFamily.UNIX);
        caller.connect(UnixDomainSocketAddress.of(socket()));
        return caller;
    }

    private static String ask(SocketChannel caller, String path) throws IOException {
        caller.write(StandardCharsets.US_ASCII.encode(
                "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(path)));
        return new String(Channels.newInputStream(caller).readAllBytes(), StandardCharsets.UTF_8);
    }
}
