package org.jadhere.office.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** The health check: 200 and {@code ok}, or 503 and one word for the cause. */
@Controller
@AllowedTo(Audience.ANYONE)
class HealthController {

    static final String PATH = "/healthz";

    private static final MediaType TEXT = new MediaType("text", "plain", UTF_8);

    private static final String JSON = "{\"status\":\"%s\",\"errorMails\":\"%s\"}";

    private final Health health;
    private final ErrorMails mails;

    HealthController(Health health, ErrorMails mails) {
        this.health = health;
        this.mails = mails;
    }

    /** Unsent error mails are reported in the JSON, but are no failure: a restart would not help. */
    @GetMapping(PATH)
    ResponseEntity<String> health(@RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept)
            throws InterruptedException {
        var state = health.now();
        var status = state == Health.State.OK ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
        boolean json = Objects.requireNonNullElse(accept, "").contains(MediaType.APPLICATION_JSON_VALUE);
        return ResponseEntity.status(status)
                .contentType(json ? MediaType.APPLICATION_JSON : TEXT)
                .body(json ? JSON.formatted(state.word(), mails.unsent() > 0 ? "unsent" : "ok") : state.word() + "\n");
    }
}
