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

/** A mail server that does as it is told: letter after letter, the next of its moods; after the last, it accepts all. */
final class ScriptedServer implements AutoCloseable {

    /** What it does with a letter. */
    enum Mood {
        /** Accepts it. */
        ACCEPT,
        /** Has no such mailbox. */
        REFUSE_RECIPIENT,
        /** Asks to come again later (greylisting). */
        NOT_NOW,
        /** Reads it to the end, takes it, and never answers. */
        ACCEPT_IN_SILENCE,
        /** Reads it to the end, and hangs up without an answer. */
        HANG_UP,
        /** Reads it to the end, and does not want it. */
        REFUSE_TEXT
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final BlockingQueue<Mood> moods = new LinkedBlockingQueue<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();

    ScriptedServer(Mood... moods) throws IOException {
        this.moods.addAll(List.of(moods));
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The letters it accepted, in order, as they came. */
    List<String> taken() {
        return taken;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                var caller = socket.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8));
            var out = new PrintStream(caller.getOutputStream(), true, UTF_8);
            var mood = Mood.ACCEPT;
            out.print("220 scripted\r\n");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String word = line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
                if (word.equals("MAIL")) {
                    mood = moods.isEmpty() ? Mood.ACCEPT : moods.remove();
                }
                if (!answer(word, mood, in, out)) {
                    return;
                }
            }
        } catch (IOException e) {
            // the caller is gone
        }
    }

    private boolean answer(String word, Mood mood, BufferedReader in, PrintStream out) throws IOException {
        switch (word) {
            case "RCPT" ->
                out.print(
                        mood == Mood.REFUSE_RECIPIENT
                                ? "550 5.1.1 no such mailbox\r\n"
                                : mood == Mood.NOT_NOW ? "451 4.7.1 come again later\r\n" : "250 ok\r\n");
            case "DATA" -> {
                out.print("354 go on\r\n");
                return take(text(in), mood, in, out);
            }
            case "QUIT" -> out.print("221 bye\r\n");
            default -> out.print("250 ok\r\n");
        }
        return !word.equals("QUIT");
    }

    private boolean take(String text, Mood mood, BufferedReader in, PrintStream out) throws IOException {
        switch (mood) {
            case HANG_UP -> {
                return false;
            }
            case REFUSE_TEXT -> out.print("554 5.7.1 not wanted\r\n");
            case ACCEPT_IN_SILENCE -> {
                taken.add(text);
                while (in.read() >= 0) {
                    // until the caller gives up
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
