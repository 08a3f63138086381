package org.jadhere.people.account;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jadhere.people.factors.Owner.location;
import static org.jadhere.people.factors.Owner.secondStep;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.ASSOCIATION;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.LINK;
import static org.jadhere.platform.db.Tables.LINK_REQUEST;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.SPRING_SESSION;
import static org.jadhere.platform.db.Tables.SPRING_SESSION_ATTRIBUTES;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jadhere.people.factors.Owner;
import org.jadhere.support.LiveServer;
import org.jadhere.support.Mailbox;
import org.jadhere.support.Visitor;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Over the wire: links in letters, to choose a new password or to log in without one. Ida is somebody new in each test. */
@ExtendWith(OutputCaptureExtension.class)
class LinkTests {

    private static final String NEW = "quatre canards verts";

    private final LiveServer server = LiveServer.shared();
    private final DSLContext db = server.db();
    private final Owner ida = new Owner(server);
    private final Mailbox mailbox = new Mailbox(db, ida.name + "@example.org");
    private final Visitor visitor = Visitor.of(server);

    @BeforeEach
    void nobodyHasAskedLately() {
        db.deleteFrom(LINK_REQUEST).execute();
    }

    @AfterEach
    void passwordsOnly() {
        allowLoginByLink(false);
    }

    private void allowLoginByLink(boolean allowed) {
        db.update(ASSOCIATION).set(ASSOCIATION.LOGIN_BY_LINK, allowed).execute();
    }

    /** The letter is written in the background. */
    private HttpResponse<String> ask(String page, String email) {
        var answer = visitor.post(page, page, Map.of("email", email));
        await().atMost(20, SECONDS).until(() -> !db.fetchExists(LINK_REQUEST, LINK_REQUEST.HANDLED_AT.isNull()));
        return answer;
    }

    private String passwordLink() {
        assertThat(location(ask("/login/forgotten", mailbox.address()))).contains("done=link-asked");
        return mailbox.path();
    }

    private String loginLink() {
        allowLoginByLink(true);
        assertThat(location(ask("/login/link", mailbox.address()))).contains("done=link-asked");
        return mailbox.path();
    }

    private HttpResponse<String> choose(Visitor who, String path, String password) {
        return who.post(path, path, Map.of("password", password, "again", password));
    }

    private void isWorthless(String path) {
        var stranger = Visitor.of(server);
        var page = stranger.get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(404);
        assertThat(page.body()).contains("Ce lien ne sert plus");
        assertThat(stranger.post("/login", path, Map.of("password", NEW, "again", NEW))
                        .statusCode())
                .isEqualTo(404);
    }

    private String secretOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void aLinkChoosesANewPasswordOnceAndLetsItsOwnerIn() {
        String path = passwordLink();

        assertThat(location(choose(visitor, path, NEW))).contains("/me?done=password-chosen");

        assertThat(visitor.get("/me?done=password-chosen").body()).contains(ida.name);
        assertThat(location(Visitor.of(server).login(ida.name, NEW))).endsWith("/");
        assertThat(Visitor.of(server).login(ida.name, Owner.PASSWORD).statusCode())
                .isEqualTo(422);
        isWorthless(path);
    }

    @Test
    void lookingAtItUsesNothingUpSinceProgramsFollowLinksToo() {
        String path = passwordLink();
        IntStream.range(0, 3)
                .forEach(look ->
                        assertThat(Visitor.of(server).get(path).statusCode()).isEqualTo(200));

        assertThat(db.fetchSingle(LINK, LINK.USER_ID.eq(ida.id)).get(LINK.USED_AT))
                .isNull();
        assertThat(location(choose(visitor, path, NEW))).contains("/me");
    }

    @Test
    void itEndsAfterHalfAnHour() {
        String path = passwordLink();
        var link = db.fetchSingle(LINK, LINK.USER_ID.eq(ida.id));
        assertThat(link.get(LINK.EXPIRES_AT))
                .isEqualTo(link.get(LINK.CREATED_AT).plusSeconds(1800));

        db.update(LINK)
                .set(LINK.CREATED_AT, Instant.now().minusSeconds(1801))
                .set(LINK.EXPIRES_AT, Instant.now().minusSeconds(1))
                .where(LINK.USER_ID.eq(ida.id))
                .execute();

        isWorthless(path);
    }

    @Test
    void aSecondOneMakesTheFirstWorthless() {
        String first = passwordLink();
        String second = passwordLink();

        isWorthless(first);
        assertThat(location(choose(visitor, second, NEW))).contains("/me");
    }

    @Test
    void itEndsWhenThePasswordIsChangedInAnotherWay() {
        String path = passwordLink();
        var here = ida.login();
        here.post("/me/password", "/me/password", Map.of("current", Owner.PASSWORD, "password", NEW, "again", NEW));

        isWorthless(path);
    }

    @Test
    void aWeakPasswordAndASlipAreToldBesideTheirFieldAndUseNothingUp() {
        String path = passwordLink();

        var weak = choose(visitor, path, "azertyuiop");
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(weak.body())
                .contains("password-error", "se devine facilement")
                .doesNotContain("azertyuiop");
        var slip = visitor.post(path, path, Map.of("password", NEW, "again", NEW + "x"));
        assertThat(slip.statusCode()).isEqualTo(422);
        assertThat(slip.body()).contains("again-error");
        assertThat(visitor.post(path, path, Map.of()).statusCode()).isEqualTo(422);

        assertThat(location(choose(visitor, path, NEW))).contains("/me");
    }

    @Test
    void ofManyWhoUseItAtOnceOneGetsIn() throws Exception {
        var entrance = server.bean(LinkLogin.class);
        String secret = secretOf(passwordLink());
        assertThat(atOnce(() -> entrance.choosePassword(secret, NEW))).isEqualTo(1);

        String login = secretOf(loginLink());
        assertThat(atOnce(() -> entrance.use(LinkPurpose.LOGIN, login))).isEqualTo(1);
    }

    private static long atOnce(Callable<Optional<?>> attempt) throws Exception {
        long in = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(Collections.nCopies(8, attempt))) {
                in += answer.get().isPresent() ? 1 : 0;
            }
        }
        return in;
    }

    @Test
    void allSessionsOfBeforeEnd() {
        var thief = ida.login();
        String path = passwordLink();
        assertThat(thief.get("/me").statusCode()).isEqualTo(200);

        choose(visitor, path, NEW);

        assertThat(location(thief.get("/me"))).endsWith("/login");
        assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverWasLoggedInAtThisBrowserIsNoMore() {
        var other = new Owner(server);
        var shared = other.login();

        choose(shared, passwordLink(), NEW);

        assertThat(shared.get("/me").body()).contains(ida.name).doesNotContain(other.name);
    }

    @Test
    void theSessionKnowsThatItWasALink() {
        choose(visitor, passwordLink(), NEW);

        assertThat(sessionsOf(ida.name)).singleElement().asString().contains("FACTOR_OTT");
        assertThat(location(visitor.get("/me/emails")))
                .as("a password is asked for")
                .contains("/me/confirm");
    }

    private List<String> sessionsOf(String username) {
        return db.select(SPRING_SESSION_ATTRIBUTES.ATTRIBUTE_BYTES)
                .from(SPRING_SESSION_ATTRIBUTES)
                .join(SPRING_SESSION)
                .on(SPRING_SESSION.PRIMARY_ID.eq(SPRING_SESSION_ATTRIBUTES.SESSION_PRIMARY_ID))
                .where(SPRING_SESSION.PRINCIPAL_NAME.eq(username))
                .and(SPRING_SESSION_ATTRIBUTES.ATTRIBUTE_NAME.eq("SPRING_SECURITY_CONTEXT"))
                .fetch(row -> new String(row.value1(), ISO_8859_1));
    }

    @Test
    void aSecondFactorIsAskedForAllTheSame() {
        ida.setUpGenerator(ida.login());

        choose(visitor, passwordLink(), NEW);
        assertThat(location(visitor.get("/me"))).endsWith("/login/second");
        assertThat(location(secondStep(visitor, ida.code(1)))).endsWith("/me");
        assertThat(visitor.get("/me").statusCode()).isEqualTo(200);

        var byLink = Visitor.of(server);
        String path = loginLink();
        byLink.post(path, path, Map.of());
        assertThat(location(byLink.get("/me"))).endsWith("/login/second");
    }

    @Test
    void theDatabaseKeepsADigestAndNeitherHistoryNorLogTheSecret(CapturedOutput output) throws Exception {
        String path = passwordLink();
        String secret = secretOf(path);
        choose(visitor, path, "azertyuiop");
        choose(visitor, path, NEW);
        visitor.get(path);

        assertThat(secret).hasSize(43);
        assertThat(db.fetchSingle(LINK, LINK.USER_ID.eq(ida.id)).get(LINK.TOKEN))
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(ISO_8859_1)));
        assertThat(db.fetchCount(HISTORY, condition("history::text like {0}", val("%" + secret + "%"))))
                .isZero();
        assertThat(output.getAll()).doesNotContain(secret, NEW);
    }

    @Test
    void whatItChangedIsSignedByItsOwnerWhoIsToldOnce() {
        choose(visitor, passwordLink(), NEW);

        var told = db.fetch(HISTORY, HISTORY.TABLE_NAME.eq("app_user").and(HISTORY.ACTOR_ID.eq(ida.id)));
        assertThat(told).singleElement().satisfies(line -> {
            assertThat(line.get(HISTORY.ROW_ID)).isEqualTo(ida.id);
            assertThat(line.get(HISTORY.ACTOR)).isEqualTo(ida.name);
            assertThat(line.get(HISTORY.DOOR)).isEqualTo("web");
        });
        assertThat(mailbox.kinds()).containsExactly("password", "account-changed");
    }

    @Test
    void aLoginByLinkIsThereOnlyWhereTheAssociationAllowsIt() {
        assertThat(visitor.get("/login/link").statusCode()).isEqualTo(404);
        assertThat(visitor.post("/login", "/login/link", Map.of("email", mailbox.address()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/login/forgotten").body()).doesNotContain("/login/link");

        String path = loginLink();
        assertThat(visitor.get("/login/forgotten").body()).contains("/login/link");
        assertThat(visitor.get(path).body()).contains("Ida");
        assertThat(location(visitor.get("/me"))).as("looking logs nobody in").endsWith("/login");
        assertThat(location(visitor.post(path, path, Map.of()))).contains("/me?done=logged-in");
        assertThat(visitor.get("/me").body()).contains(ida.name);
        assertThat(visitor.copy().post("/login/forgotten", path, Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void oneThatWasSentIsRefusedAfterItWasSwitchedOff() {
        String path = loginLink();
        allowLoginByLink(false);

        isWorthless(path);
    }

    @Test
    void aLinkServesItsOwnPurposeAlone() {
        String password = secretOf(passwordLink());
        String login = secretOf(loginLink());

        isWorthless("/login/link/" + password);
        isWorthless("/login/password/" + login);
        isWorthless("/email/" + password);
        isWorthless("/join/" + password);
        isWorthless("/login/password/" + "é".repeat(300).replace("é", "%C3%A9"));
    }

    @Test
    void whoHasNoPasswordChoosesOneAfterALoginByLink() {
        db.update(APP_USER)
                .setNull(APP_USER.PASSWORD)
                .where(APP_USER.ID.eq(ida.id))
                .execute();
        String path = loginLink();
        visitor.post(path, path, Map.of());

        assertThat(visitor.get("/me/emails").statusCode())
                .as("the link is all they have")
                .isEqualTo(200);
        assertThat(location(visitor.post("/me/password", "/me/password", Map.of("password", NEW, "again", NEW))))
                .contains("password-changed");
    }

    @Test
    void aClosedAccountGetsNothingAndItsLinksAreWorthless() {
        String path = passwordLink();
        db.update(APP_USER)
                .set(APP_USER.ACTIVE, false)
                .where(APP_USER.ID.eq(ida.id))
                .execute();

        assertThat(location(ask("/login/forgotten", mailbox.address()))).contains("done=link-asked");

        assertThat(mailbox.kinds()).hasSize(1);
        isWorthless(path);
    }

    @Test
    void whoHasTheAddressAsTheirSecondGetsTheLetterThere() {
        var second = new Mailbox(db, "second-" + mailbox.address());
        server.given().email(ida.id, 1, second.address());

        ask("/login/forgotten", second.address());

        assertThat(mailbox.kinds()).isEmpty();
        assertThat(visitor.get(second.path()).body()).contains(ida.name);
    }

    @Test
    void ofTwoAccountsWithTheSameAddressEachGetsALetter() {
        var henri = new Owner(server);
        server.given().email(henri.id, 1, mailbox.address());

        ask("/login/forgotten", mailbox.address());

        assertThat(mailbox.texts().stream()
                        .map(Mailbox::path)
                        .map(path -> visitor.get(path).body()))
                .hasSize(2)
                .anySatisfy(page -> assertThat(page).contains(ida.name))
                .anySatisfy(page -> assertThat(page).contains(henri.name));
    }

    @Test
    void aMailboxGetsThreeLettersAnHourHoweverOftenAndInWhateverLettersItIsAskedFor() {
        for (int time = 0; time < 4; time++) {
            String typed = time % 2 == 0 ? mailbox.address() : mailbox.address().toUpperCase(Locale.ROOT);
            assertThat(location(ask("/login/forgotten", typed))).contains("done=link-asked");
        }

        assertThat(mailbox.kinds()).hasSize(LinkRequests.PER_MAILBOX);
        assertThat(visitor.get(mailbox.path()).statusCode())
                .as("the last one works")
                .isEqualTo(200);
        db.update(LINK_REQUEST)
                .set(LINK_REQUEST.AT, Instant.now().minusSeconds(3601))
                .execute();
        ask("/login/forgotten", mailbox.address());
        assertThat(mailbox.kinds()).hasSize(LinkRequests.PER_MAILBOX + 1);
    }

    @Test
    void whoAsksTooOftenIsToldInTheSameWordsWhoeverTheyAskFor() {
        for (int time = 0; time < LinkRequests.PER_ADDRESS; time++) {
            visitor.post("/login/forgotten", "/login/forgotten", Map.of("email", "nobody" + time + "@example.org"));
        }
        for (String email : List.of(mailbox.address(), "nobody@example.org")) {
            var refused = ask("/login/forgotten", email);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("email-error", "réessayez dans une heure");
        }
        assertThat(location(Visitor.from(server, "127.0.0.7")
                        .post("/login/forgotten", "/login/forgotten", Map.of("email", mailbox.address()))))
                .as("from another place")
                .contains("done=link-asked");
    }

    @Test
    void oddAddressesAreToldBesideTheField() {
        for (String odd : List.of("", "ida", "ida@", "a b@example.org", "é".repeat(10_000), "\0")) {
            var answer = ask("/login/forgotten", odd);
            assertThat(answer.statusCode()).as(odd).isEqualTo(422);
            assertThat(answer.body()).contains("email-error");
        }
        for (String fine : List.of(" " + mailbox.address().replace("ida", "IDA") + " ", "zoé@exämple.org", "a\0b@c")) {
            assertThat(location(ask("/login/forgotten", fine))).as(fine).contains("done=link-asked");
        }
        assertThat(mailbox.kinds()).containsExactly("password");
        assertThat(db.fetchCount(MAIL, MAIL.RECIPIENT.eq("zoé@exämple.org"))).isZero();
    }
}
