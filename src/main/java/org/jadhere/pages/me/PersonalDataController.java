package org.jadhere.pages.me;

import static org.jadhere.jte.Pages.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.audit.SecurityLog;
import org.jadhere.platform.web.PageView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The personal data of the current user, as a page and as a JSON file. */
@Controller
@AllowedTo(Audience.ACCOUNT_OWNER)
class PersonalDataController {

    private final PersonalData data;

    PersonalDataController(PersonalData data) {
        this.data = data;
    }

    @GetMapping("/me/data")
    ModelAndView show(Actor actor) {
        return PageView.of(pages().pagesMeData(data.of(actor)));
    }

    /** Numbers, booleans and null are JSON values; other values are text, dates and instants in ISO 8601. */
    @GetMapping("/me/data.json")
    ResponseEntity<Map<String, List<Map<String, @Nullable Object>>>> download(Actor actor) {
        SecurityLog.write(SecurityLog.Event.EXPORTED, actor.userId(), "/me/data.json");
        Map<String, List<Map<String, @Nullable Object>>> plain = new LinkedHashMap<>();
        data.of(actor)
                .forEach((name, rows) -> plain.put(
                        name, rows.stream().map(PersonalDataController::plain).toList()));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"jadhere-%s.json\"".formatted(actor.userId()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(plain);
    }

    private static Map<String, @Nullable Object> plain(Map<String, Object> row) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        row.forEach((column, value) -> plain.put(
                column,
                value == null || value instanceof Boolean || value instanceof Number
                        ? value
                        : Objects.toString(value)));
        return plain;
    }
}
