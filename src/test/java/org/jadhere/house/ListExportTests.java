package org.jadhere.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;
import static org.jadhere.support.Stage.as;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jadhere.platform.db.Money;
import org.jadhere.support.PageTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An export has the rows of its list, in the same order and with the same rights. */
@PageTest
@WithCast
class ListExportTests {

    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final Pattern NAME = Pattern.compile("nom-\\d{3}");
    private static final List<String> ANY = List.of("q=nom", "q=nom-00", "q=nom-1", "q=", "q=zz");
    private static final List<String> MONEY = List.of(
            "method=cash", "method=transfer", "validated=no", "from=2025-01-10", "to=2025-01-20", "sort=amount");
    private static final Map<String, List<String>> FILTERS = Map.of(
            "users", List.of("staff=no", "active=yes", "sort=name-desc", "sort=username"),
            "organisations", List.of("sort=name-desc", "sort=name"),
            "members", List.of("kind=person", "current=yes", "sort=joined-desc", "sort=name"),
            "fees", MONEY,
            "services", List.of("state=active", "state=not-yet", "member=yes", "sort=start", "sort=label-desc"),
            "payments", MONEY,
            "addresses", List.of("current=yes", "current=no", "sort=from", "sort=address-desc"));

    @BeforeEach
    void insertThreePagesOfEachList() {
        String named = " 'nom-' || lpad(i::text, 3, '0') from generate_series(1, 110) i";
        db().execute("insert into app_user (username, last_name) select 'u' || i, " + named);
        db().execute("insert into organisation (name) select " + named);
        db().execute(
                        "with joined as (insert into member (user_id) select id from app_user where last_name like 'nom%' returning id, user_id) "
                                + "insert into membership (member_id, joined_on) select id, date '2025-01-01' + (user_id % 30)::int from joined");
        String of = " from member m join app_user u on u.id = m.user_id where last_name like 'nom%'";
        String money = "m.id % 7, case m.id % 2 when 0 then 'cash' else 'transfer' end";
        db().execute("insert into membership_fee (member_id, amount, method, starts_on) select m.id, " + money
                + ", latest_joined_on" + of);
        db().execute("insert into service (type_id, label, starts_on) select " + cast().toulouse
                + ", last_name, case m.id % 5 when 0 then null else latest_joined_on end" + of);
        db().execute("insert into holding (service_id, member_id, starts_on, known_since) "
                + "select s.id, m.id, s.starts_on, now() from service s join app_user u on u.last_name = s.label "
                + "join member m on m.user_id = u.id where s.starts_on is not null");
        db().execute("insert into payment (service_id, amount, method, months, starts_on) select m.id, "
                + money.replace("m.id % 7", "m.id % 9") + ", 1, date '2025-01-01' + (id % 30)::int from service m");
        db().execute(
                        "insert into ip_allocation (service_id, address, held_from) select id, ('10.0.' || right(label, 3)::int || '.0/24')::inet, "
                                + "timestamptz '2025-01-01T10:00Z' + interval '1 day' * (id % 30) from service where label like 'nom%'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "organisations", "members", "fees", "services", "payments", "addresses"})
    void anExportHasTheRowsOfTheListInOrder(String list) throws IOException {
        for (long seed = 1; seed <= 6; seed++) {
            String question = question(list, new Random(seed));
            for (String format : List.of("csv", "ods")) {
                assertThat(exported("/admin/" + list + "/export" + question + "&format=" + format))
                        .as("%s%s as %s, seed %d", list, question, format, seed)
                        .isEqualTo(listed("/admin/" + list + question));
            }
        }
    }

    private static String question(String list, Random random) {
        var filters = requireNonNull(FILTERS.get(list));
        return "?" + ANY.get(random.nextInt(ANY.size())) + "&" + filters.get(random.nextInt(filters.size())) + "&"
                + filters.get(random.nextInt(filters.size()));
    }

    private List<String> listed(String address) throws IOException {
        List<String> names = new ArrayList<>();
        String here = address;
        while (here != null) {
            String page = get(here, "erin").getContentAsString();
            names.addAll(names(page.substring(Math.max(0, page.indexOf("<tbody>"))), "<tr>"));
            var next = NEXT.matcher(page);
            here = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        return names;
    }

    private List<String> exported(String address) throws IOException {
        return address.endsWith("csv")
                ? names(csv(address, "erin"), "\r\n")
                : names(content(get(address, "erin")), "<table:table-row>");
    }

    private static List<String> names(String text, String betweenRows) {
        List<String> names = new ArrayList<>();
        for (String row : text.split(betweenRows)) {
            var name = NAME.matcher(row);
            if (name.find()) {
                names.add(name.group());
            }
        }
        return names;
    }

    private MockHttpServletResponse get(String address, String user) {
        var answer = browser()
                .get()
                .uri(URI.create(address))
                .with(as(user))
                .exchange()
                .getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer;
    }

    private String csv(String address, String user) throws IOException {
        return get(address, user).getContentAsString(UTF_8);
    }

    @Test
    void csvHasAByteOrderMarkAndADatedFileName() throws IOException {
        var answer = get("/admin/members/export", "erin");

        assertThat(answer.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .containsPattern("20\\d\\d-\\d\\d-\\d\\d\\.csv");
        assertThat(answer.getContentAsString(UTF_8)).startsWith("\uFEFFN°,Nom,Nature,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+33 5 61", "-2", "@SUM(A1)", "\t=1", "\r=1"})
    void textIsNeverReadAsAFormula(String label) throws Exception {
        given().service(cast().toulouse, with(SERVICE.LABEL, label), with(SERVICE.NOTES, "formule"));
        String question = "/admin/services/export?member=no";

        assertThat(csv(question, "erin")).contains("'" + label).doesNotContain("\n" + label);
        var cells = parsed(get(question + "&format=ods", "erin")).getElementsByTagName("table:table-cell");
        for (int i = 0; i < cells.getLength(); i++) {
            assertThat(((Element) cells.item(i)).hasAttribute("table:formula")).isFalse();
        }
    }

    @Test
    void odsCellsAreTypedAndEscaped() throws Exception {
        long service = given().service(cast().toulouse, with(SERVICE.LABEL, "<&> \uD83E\uDD86"));
        given().payment(service, with(PAYMENT.AMOUNT, Money.parse("12.5")), with(PAYMENT.NOTE, "un\ndeux \u0001"));
        var answer = get("/admin/payments/export?q=%F0%9F%A6%86&format=ods", "erin");

        assertThat(answer.getContentType()).isEqualTo("application/vnd.oasis.opendocument.spreadsheet");
        assertThat(parsed(answer).getDocumentElement().getTextContent())
                .contains("<&> \uD83E\uDD86", "un", "deux \uFFFD");
        assertThat(content(answer))
                .contains("office:value-type=\"currency\" office:value=\"12.50\"", "office:date-value=\"2025-01-01\"")
                .contains("<text:p>un</text:p><text:p>deux");
    }

    @Test
    void odsBeginsWithItsUncompressedMediaType() throws IOException {
        byte[] file = get("/admin/payments/export?format=ods", "erin").getContentAsByteArray();

        assertThat(new String(file, 30, 54, UTF_8)).isEqualTo("mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            assertThat(zip.getNextEntry()).extracting(ZipEntry::getMethod).isEqualTo(ZipEntry.STORED);
        }
    }

    @Test
    void anExportHidesWhatTheUserMayNotSee() throws IOException {
        long vpn = given().service(cast().vpn, with(SERVICE.LABEL, "tunnel"), with(SERVICE.NOTES, "note-secrète"));
        given().payment(vpn);
        given().allocation(vpn, "198.51.100.77");

        for (String list : List.of("services", "payments", "addresses")) {
            assertThat(csv("/admin/" + list + "/export", "carol"))
                    .doesNotContain("tunnel", "note-secrète", "198.51.100.77");
            assertThat(csv("/admin/" + list + "/export", "dave"))
                    .contains("tunnel")
                    .doesNotContain("nom-001");
        }
        assertThat(csv("/admin/services/export", "bob"))
                .contains("tunnel")
                .doesNotContain("note-secrète", "198.51.100.77", "Adresses");
        assertThat(csv("/admin/services/export", "dave")).contains("note-secrète", "198.51.100.77");
    }

    private static String content(MockHttpServletResponse answer) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("content.xml")) {
                    return new String(zip.readAllBytes(), UTF_8);
                }
            }
        }
        throw new AssertionError("no content");
    }

    private static Document parsed(MockHttpServletResponse answer) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(content(answer).getBytes(UTF_8)));
    }
}
