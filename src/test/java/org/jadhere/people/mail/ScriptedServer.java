package org.jadhere.people.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** An SMTP server with a scripted reaction to each mail; after the last one, it accepts all. */
final class ScriptedServer implements AutoCloseable {

    /** The reaction to one mail. */
    enum Reaction {
        /** Accepts the mail. */
        ACCEPT,
        /** Rejects the recipient as unknown. */
        REFUSE_RECIPIENT,
        /** Rejects the recipient temporarily (greylisting). */
        NOT_NOW,
        /** Accepts the mail, and never replies. */
        ACCEPT_IN_SILENCE,
        /** Reads the mail, and closes the connection without a reply. */
        HANG_UP,
        /** Reads the mail, and rejects it. */
        REFUSE_TEXT
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final BlockingQueue<Reaction> reactions = new LinkedBlockingQueue<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();

    ScriptedServer(Reaction... reactions) throws IOException {
        this.reactions.addAll(List.of(reactions));
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The accepted mails, in order, as received. */
    List<String> taken() {
        return taken;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
            var out = new PrintStream(client.getOutputStream(), true, UTF_8);
            var reaction = Reaction.ACCEPT;
            out.print("220 scripted\r\n");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String word = line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
                if (word.equals("MAIL")) {
                    reaction = reactions.isEmpty() ? Reaction.ACCEPT : reactions.remove();
                }
                if (!answer(word, reaction, in, out)) {
                    return;
                }
            }
        } catch (IOException e) {
            // the client has disconnected
        }
    }

    private boolean answer(String word, Reaction reaction, BufferedReader in, PrintStream out) throws IOException {
        switch (word) {
            case "RCPT" ->
                out.print(
                        reaction == Reaction.REFUSE_RECIPIENT
                                ? "550 5.1.1 no such mailbox\r\n"
                                : reaction == Reaction.NOT_NOW ? "451 4.7.1 come again later\r\n" : "250 ok\r\n");
            case "DATA" -> {
                out.print("354 go on\r\n");
                return take(text(in), reaction, in, out);
            }
            case "QUIT" -> out.print("221 bye\r\n");
            default -> out.print("250 ok\r\n");
        }
        return !word.equals("QUIT");
    }

    private boolean take(String text, Reaction reaction, BufferedReader in, PrintStream out) throws IOException {
        switch (reaction) {
            case HANG_UP -> {
                return false;
            }
            case REFUSE_TEXT -> out.print("554 5.7.1 not wanted\r\n");
            case ACCEPT_IN_SILENCE -> {
                taken.add(text);
                while (in.read() >= 0) {
                    // until the client disconnects
                }
            }
            default -> {
                taken.add(text);
                out.print("250 taken\r\n");
            }
        }
        return true;
    }

    private static String text(BufferedReader in) throws IOException {
        var text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
