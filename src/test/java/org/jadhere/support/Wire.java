package org.jadhere.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** Sends raw HTTP requests, valid or not: an HTTP client would correct them. */
public final class Wire {

    private Wire() {}

    /** Returns the whole response, head and body. The request line comes without its version; each header is one line. */
    public static String ask(LiveServer server, String request, String... headers) {
        return exchange(server, request + " HTTP/1.1\r\nConnection: close\r\n" + lines(headers));
    }

    /** The same with HTTP/1.0, which has no Host header. */
    public static String askOldStyle(LiveServer server, String request, String... headers) {
        return exchange(server, request + " HTTP/1.0\r\n" + lines(headers));
    }

    private static String lines(String... headers) {
        return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    }

    private static String exchange(LiveServer server, String head) {
        try (var socket = new Socket("127.0.0.1", URI.create(server.url()).getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write((head + "\r\n").getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
