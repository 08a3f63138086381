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

/** The server on a Unix socket, behind a web server. */
class SocketTests {

    @TempDir
    private Path folder;

    @Test
    void onlyOwnerAndGroupMayUseTheSocket() throws IOException {
        try (var server = start()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket())))
                    .isEqualTo("rw-rw----");
            assertThat(ask("/login")).startsWith("HTTP/1.1 200");
        }
        assertThat(socket()).doesNotExist();
    }

    @Test
    void aSocketLeftByAKilledProgramIsReplaced() throws IOException {
        try (var left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            left.bind(UnixDomainSocketAddress.of(socket()));
        }
        assertThat(socket()).exists();
        try (var server = start()) {
            assertThat(ask("/login")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aSocketInUseIsNotReplaced() throws IOException {
        try (var other = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            other.bind(UnixDomainSocketAddress.of(socket()));
            assertThatThrownBy(this::start).hasStackTraceContaining("another program answers at " + socket());
            assertThat(socket()).exists();
        }
    }

    @Test
    void requestsAcceptedBeforeTheStopAreAnswered() throws Exception {
        var stopped = new AtomicBoolean();
        try (var clients = Executors.newFixedThreadPool(8)) {
            var server = start();
            List<Future<List<String>>> answers = new ArrayList<>();
            for (int client = 0; client < 8; client++) {
                answers.add(clients.submit(untilStopped(stopped)));
            }
            ask("/login");
            server.close();
            stopped.set(true);
            for (var answer : answers) {
                assertThat(answer.get()).isNotEmpty().allMatch(text -> text.startsWith("HTTP/1.1 200"));
            }
        }
    }

    /** Returns the responses to accepted connections; one that is not accepted is for the next program. */
    private Callable<List<String>> untilStopped(AtomicBoolean stopped) {
        return () -> {
            List<String> answers = new ArrayList<>();
            while (!stopped.get() && Files.exists(socket())) {
                try (var connection = connect()) {
                    answers.add(ask(connection, "/login"));
                } catch (IOException notAccepted) {
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
        try (var connection = connect()) {
            return ask(connection, path);
        }
    }

    private SocketChannel connect() throws IOException {
        var connection = SocketChannel.open(StandardProtocolFamily.UNIX);
        connection.connect(UnixDomainSocketAddress.of(socket()));
        return connection;
    }

    private static String ask(SocketChannel connection, String path) throws IOException {
        connection.write(StandardCharsets.US_ASCII.encode(
                "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(path)));
        return new String(Channels.newInputStream(connection).readAllBytes(), StandardCharsets.UTF_8);
    }
}
