import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A minimal browser on one keep-alive connection: HTTP/1.1, cookies and CSRF token, with as little work as possible. */
final class Client implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static int count;

    private final Path socket;
    private SocketChannel channel;
    private InputStream in;
    private final String address = "192.0.2." + (1 + count++ % 254);
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";

    private Client(Path socket) throws IOException {
        this.socket = socket;
        connect();
    }

    private void connect() throws IOException {
        channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
    }

    record Answer(int status, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    static Client to(Path socket) throws IOException {
        return new Client(socket);
    }

    /** Logs in without cookies, as a new visitor. */
    void logIn(String username) throws IOException {
        cookies.clear();
        readForm("/login");
        var answer = post("/login", Map.of("username", username, "password", Dataset.PASSWORD));
        if (answer.status() / 100 != 3) {
            throw new IOException(username + " may not log in: " + answer.status());
        }
    }

    void readForm(String path) throws IOException {
        var found = TOKEN.matcher(get(path).text());
        token = found.find() ? found.group(1) : token;
    }

    Answer get(String path) throws IOException {
        return ask("GET " + path + " HTTP/1.1\r\n" + head() + "\r\n");
    }

    Answer post(String path, Map<String, String> fields) throws IOException {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", token);
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return ask("POST " + path + " HTTP/1.1\r\n" + head() + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body);
    }

    private String head() {
        return "Host: localhost\r\nX-Forwarded-For: " + address + "\r\n" + cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ", "Cookie: ", "\r\n"));
    }

    /** Reconnects: the server closes a connection after a hundred requests, or when it was idle for a while. */
    private Answer ask(String request) throws IOException {
        try {
            return askOnce(request);
        } catch (IOException closed) {
            close();
            connect();
            return askOnce(request);
        }
    }

    private Answer askOnce(String request) throws IOException {
        var bytes = ByteBuffer.wrap(request.getBytes(StandardCharsets.ISO_8859_1));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase()) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> length = -1;
                case "set-cookie" -> cookies.put(value.replaceAll("=.*", ""), value.replaceAll("^[^=]*=|;.*", ""));
                default -> {}
            }
        }
        return new Answer(status, length < 0 ? chunks() : in.readNBytes(length));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
