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
 * Listens on a Unix socket: one of its own, or the one that the service manager keeps open and hands over as standard
 * input. Tomcat would answer 503 to whoever is being read, or drop whoever has just been accepted, when it stops; here
 * it first takes nobody any more, then answers all whom it took, and only then stops. Who comes meanwhile waits in the
 * socket for the next process.
 */
final class UnixSocketEndpoint extends NioEndpoint {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration ACCEPTOR_PATIENCE = Duration.ofSeconds(2);

    private volatile boolean closing;
    private volatile boolean parked;

    /** A file that a killed process left answers nobody, and would be in the way. */
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
        try (var caller = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            caller.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException nobody) {
            Files.delete(socket);
            return;
        }
        throw new IOException("another program answers at " + socket);
    }

    @Override
    protected SocketChannel serverSocketAccept() throws Exception {
        if (closing) {
            park();
        }
        return super.serverSocketAccept();
    }

    private void park() throws AsynchronousCloseException {
        parked = true;
        waitFor(() -> !isRunning(), Duration.ofDays(1));
        throw new AsynchronousCloseException();
    }

    @Override
    public void pause() {
        if (isRunning() && !isPaused() && !closing) {
            closing = true;
            wakeAcceptor();
            waitFor(() -> parked, ACCEPTOR_PATIENCE);
            waitFor(connections::isEmpty, PATIENCE);
        }
        super.pause();
    }

    /** A call of our own, for an acceptor that waits: it is answered like any other, or by the next process. */
    private void wakeAcceptor() {
        try (var caller = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            caller.connect(getServerSocket().getLocalAddress());
        } catch (IOException e) {
            getLog().warn("The socket could not be called to stop it", e);
        }
    }

    /** It is parked by then. */
    @Override
    protected void unlockAccept() {}

    @Override
    protected void doCloseServerSocket() throws IOException {
        if (!getUseInheritedChannel()) {
            super.doCloseServerSocket();
        }
    }

    private static void waitFor(BooleanSupplier done, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(2_000_000L);
        }
    }
}
