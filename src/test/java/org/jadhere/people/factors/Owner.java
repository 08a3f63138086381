package org.jadhere.people.factors;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.LOGIN_FAILURE;
import static org.jadhere.support.Given.with;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jadhere.support.Given.With;
import org.jadhere.support.LiveServer;
import org.jadhere.support.Visitor;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A new user of the shared server, with a unique name and a password, and maybe with a code generator. */
public final class Owner {

    public static final String PASSWORD = "trois canards bleus";

    private static final Pattern KEY = Pattern.compile("<code>([A-Z2-7]{32})</code>");
    private static final Pattern CODE = Pattern.compile("<code>([0-9a-z]{5}-[0-9a-z]{5})</code>");

    final LiveServer server;
    public final String name = "ida-" + UUID.randomUUID();
    public final long id;

    private long firstStep;
    private byte[] secret = {};

    public Owner(LiveServer server, With<?>... but) {
        this.server = server;
        server.db().deleteFrom(LOGIN_FAILURE).execute();
        id = server.given().user(name, but);
        server.db()
                .update(APP_USER)
                .set(APP_USER.PASSWORD, server.bean(PasswordEncoder.class).encode(PASSWORD))
                .where(APP_USER.ID.eq(id))
                .execute();
    }

    public static With<?> administrator() {
        return with(APP_USER.SUPERUSER, true);
    }

    /** Logs in at a new browser; a user with a second factor is then at the second step. */
    public Visitor login() {
        var visitor = Visitor.of(server);
        visitor.login(name, PASSWORD);
        return visitor;
    }

    /** Sets up a code generator by the pages of the browser. */
    public HttpResponse<String> setUpGenerator(Visitor visitor) {
        var key = KEY.matcher(visitor.get("/me/security/generator/new").body());
        if (!key.find()) {
            throw new AssertionError("no key on the page");
        }
        secret = Totp.secret(key.group(1));
        firstStep = Totp.step(Instant.now());
        return visitor.post("/me/security/generator/new", "/me/security/generator", Map.of("code", code(0)));
    }

    /** The current code (0), which the set-up uses, or the next one (1), which is already valid. */
    public String code(int number) {
        return Totp.code(secret, firstStep + number);
    }

    public List<String> recoveryCodes(Visitor visitor) {
        String page =
                visitor.post("/me/security", "/me/security/recovery", Map.of()).body();
        return CODE.matcher(page).results().map(found -> found.group(1)).toList();
    }

    public static HttpResponse<String> secondStep(Visitor visitor, String code) {
        return visitor.post("/login/second", "/login/second", Map.of("code", code));
    }

    public static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("nowhere");
    }
}
