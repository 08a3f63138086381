package org.jadhere.office.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jadhere.support.TestDatabase;

/** A TCP proxy in front of a database that can be cut and mended, to simulate an outage. */
final class DatabaseProxy implements AutoCloseable {

    private final TestDatabase database;
    private final int far;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket near = listen(0);

    DatabaseProxy(TestDatabase database) {
        this.database = database;
        this.far = URI.create(database.url().substring("jdbc:".length())).getPort();
        answer(near);
    }

    /** The same database through this proxy. */
    TestDatabase database() {
        return new TestDatabase(database.url().replace(":" + far + "/", ":" + near.getLocalPort() + "/"));
    }

    void cut() {
        close(near);
        ends.forEach(DatabaseProxy::close);
        ends.clear();
    }

    void mend() {
        near = listen(near.getLocalPort());
        answer(near);
    }

    private static ServerSocket listen(int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(ServerSocket listening) {
        Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try {
                    var caller = listening.accept();
                    var called = new Socket(InetAddress.getLoopbackAddress(), far);
                    ends.add(caller);
                    ends.add(called);
                    pass(caller, called);
                    pass(called, caller);
                } catch (IOException e) {
                    // cut
                }
            }
        });
    }

    private static void pass(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // cut
            }
        });
    }

    private static void close(java.io.Closeable end) {
        try {
            end.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
    }
}
