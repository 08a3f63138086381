package org.jadhere.platform.server;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.tomcat.util.net.NioEndpoint;

/**
 * Listens on a Unix socket: its own, or the one that systemd keeps open and passes as standard input. When Tomcat stops,
 * it would answer 503 to requests that it is reading and drop connections that it has just accepted. This endpoint first
 * stops accepting, then answers all accepted requests, then stops; new connections wait in the socket for the next process.
 */
final class UnixSocketEndpoint extends NioEndpoint {

    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration ACCEPTOR_TIMEOUT = Duration.ofSeconds(2);

    private volatile boolean closing;
    private volatile boolean acceptorParked;

    /** Deletes the socket file of a killed process, which would prevent listening. */
    @Override
    protected void initServerSocket() throws Exception {
        if (!getUseInheritedChannel()) {
            removeIfDead(Path.of(getUnixDomainSocketPath()));
        }
        super.initServerSocket();
    }

    private static void removeIfDead(Path socket) throws IOException {
        if (!Files.exists(socket)) {
            return;
        }
        try (var client = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            client.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException noListener) {
            Files.delete(socket);
            return;
        }
        throw new IOException("another program answers at " + socket);
    }

    @Override
    protected SocketChannel serverSocketAccept() throws Exception {
        if (closing) {
            parkAcceptor();
        }
        return super.serverSocketAccept();
    }

    private void parkAcceptor() throws AsynchronousCloseException {
        acceptorParked = true;
        waitFor(() -> !isRunning(), Duration.ofDays(1));
        throw new AsynchronousCloseException();
    }

    @Override
    public void pause() {
        if (isRunning() && !isPaused() && !closing) {
            closing = true;
            wakeAcceptor();
            waitFor(() -> acceptorParked, ACCEPTOR_TIMEOUT);
            waitFor(connections::isEmpty, DRAIN_TIMEOUT);
        }
        super.pause();
    }

    /** Connects to the own socket, so that a waiting acceptor returns. This or the next process accepts the connection. */
    private void wakeAcceptor() {
        try (var client = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            client.connect(getServerSocket().getLocalAddress());
        } catch (IOException e) {
            getLog().warn("connecting to the own socket, to stop accepting, failed", e);
        }
    }

    /** Does nothing, since the acceptor is parked already. */
    @Override
    protected void unlockAccept() {}

    @Override
    protected void doCloseServerSocket() throws IOException {
        if (!getUseInheritedChannel()) {
            super.doCloseServerSocket();
        }
    }

    private static void waitFor(BooleanSupplier done, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(2_000_000L);
        }
    }
}
