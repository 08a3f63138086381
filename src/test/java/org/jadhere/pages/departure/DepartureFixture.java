package org.jadhere.pages.departure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.MEMBERSHIP;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jadhere.platform.web.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

/** Alice holds a service of Carol's crew that she pays for, and leaves. */
abstract class DepartureFixture {

    private static final Pattern FORM =
            Pattern.compile("(?s)<form method=\"post\" action=\"[^\"]*/departure\".*?</form>");
    private static final Pattern FIELD = Pattern.compile("(?s)<input[^>]*>|<(select|textarea)[^>]*>.*?</\\1>");
    private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\" selected");

    final LocalDate today = LocalDate.now(Texts.PARIS);

    long service;
    long payment;

    @BeforeEach
    void aServiceThatAlicePaysFor() {
        service = given().service(
                        cast().toulouse, with(HOLDING.MEMBER_ID, cast().aliceMember), with(SERVICE.LABEL, "Abo Alice"));
        payment = given().payment(service);
    }

    String page() {
        return "/admin/members/" + cast().aliceMember + "/departure";
    }

    String body(String user, String path) {
        return text(as(user).get(path));
    }

    static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The fields of the form as a browser without JavaScript sends them if the user changes nothing. */
    Map<String, String> proposed(String user) {
        return proposed(user, page());
    }

    Map<String, String> proposed(String user, String path) {
        var form = FORM.matcher(body(user, path));
        assertThat(form.find()).as("the form that %s sees", user).isTrue();
        var fields = new LinkedHashMap<String, String>();
        FIELD.matcher(form.group()).results().forEach(field -> read(field.group(), fields));
        fields.remove("_csrf");
        return fields;
    }

    private static void read(String field, Map<String, String> fields) {
        String tag = field.substring(0, field.indexOf('>'));
        if (tag.contains("type=\"checkbox\"") && !tag.contains(" checked")) {
            return;
        }
        var chosen = CHOSEN.matcher(field);
        String value = tag.startsWith("<input")
                ? attribute(tag, "value")
                : chosen.find()
                        ? chosen.group(1)
                        : field.replaceAll("<[^>]*>", "").strip();
        fields.put(attribute(tag, "name"), HtmlUtils.htmlUnescape(value));
    }

    private static String attribute(String tag, String name) {
        var found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : "";
    }

    LocalDate endOfService(long id) {
        return db().fetchSingle(SERVICE, SERVICE.ID.eq(id)).get(SERVICE.ENDS_ON);
    }

    LocalDate endOfPayment(long id) {
        return db().fetchSingle(PAYMENT, PAYMENT.ID.eq(id)).get(PAYMENT.ENDS_ON);
    }

    LocalDate endOfMembership() {
        return db().fetchSingle(MEMBERSHIP, MEMBERSHIP.MEMBER_ID.eq(cast().aliceMember))
                .get(MEMBERSHIP.LEFT_ON);
    }

    boolean isOpen(long user) {
        return db().fetchSingle(APP_USER, APP_USER.ID.eq(user)).get(APP_USER.ACTIVE);
    }
}
