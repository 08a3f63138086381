import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The measured pages and the user who reads each. Member 4242 exists at every size. */
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

    /** For a member's own pages, each connection is a different member. */
    String user(int connection) {
        return user.equals("m") ? "m" + (101 + connection * 20) : user;
    }

    /** Preparation, not measured. A login starts without a session. */
    void prepare(Client client, int connection) throws IOException {
        if (this != LOGIN) {
            client.logIn(user(connection));
            client.readForm(this == WHO_HAD ? path : "/me");
        }
    }

    /** A login is three requests: the form, its answer and the first page. A who-had query is one POST. */
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

    /** Deletes the session of a login, so that its statements can insert it again. */
    void undo(Client client) throws IOException {
        if (this == LOGIN) {
            client.readForm("/me");
            client.post("/logout", Map.of());
        }
    }
}
