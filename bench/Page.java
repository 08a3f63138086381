import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What is measured: who reads what. Member 4242 is there at every size. */
enum Page {
    LOGIN("m", "/login"),
    MEMBERS("admin", "/admin/members"),
    SEARCH("admin", "/admin/members?q=upelneub"),
    COMMON_SEARCH("admin", "/admin/members?q=pel"),
    TO_VALIDATE("admin", "/admin/payments?validated=no"),
    SERVICE("admin", "/admin/services/4242"),
    ME("m", "/me"),
    WHO_HAD("admin", "/admin/who-had");

    final String user;
    final String path;

    Page(String user, String path) {
        this.user = user;
        this.path = path;
    }

    static List<Page> all() {
        return List.of(values());
    }

    String label() {
        return name().toLowerCase().replace('_', '-');
    }

    /** Each connection is a person of their own, where the page is a person's own. */
    String user(int connection) {
        return user.equals("m") ? "m" + (101 + connection * 20) : user;
    }

    /** Before the clock runs. A login begins with nothing. */
    void prepare(Client client, int connection) throws IOException {
        if (this != LOGIN) {
            client.logIn(user(connection));
            client.readForm(this == WHO_HAD ? path : "/me");
        }
    }

    /** A login is two requests, the form and its answer; a question about an address is a form that was filled in. */
    Client.Answer ask(Client client, int connection) throws IOException {
        return switch (this) {
            case LOGIN -> {
                client.logIn(user(connection));
                yield client.get("/me");
            }
            case WHO_HAD -> client.post(
                    path, Map.of("address", "10.0.16.146", "at", "2025-03-03T14:05", "reason", "bench", "once", ""));
            default -> client.get(path);
        };
    }

    /** The session of a login goes, so that its statements can make it again. */
    void undo(Client client) throws IOException {
        if (this == LOGIN) {
            client.readForm("/me");
            client.post("/logout", Map.of());
        }
    }
}
