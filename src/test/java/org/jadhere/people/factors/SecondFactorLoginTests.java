package org.jadhere.people.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.people.factors.Owner.location;
import static org.jadhere.people.factors.Owner.secondStep;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.RECOVERY_SHEET;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jadhere.people.login.LoginThrottle;
import org.jadhere.platform.site.Assets;
import org.jadhere.support.LiveServer;
import org.jadhere.support.Visitor;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After the password, an account with a code generator requires a code. */
class SecondFactorLoginTests {

    private final LiveServer server = LiveServer.shared();
    private final Owner ida = new Owner(server, Owner.administrator());
    private final Visitor first = ida.login();

    @BeforeEach
    void idaHasAGenerator() {
        assertThat(location(ida.setUpGenerator(first))).contains("/me/security?done=generator-added");
    }

    @Test
    void theSessionOfTheSetupContinues() {
        assertThat(first.get("/me").statusCode()).isEqualTo(200);
        assertThat(first.get("/me/security").body()).contains("En place depuis le");
    }

    @Test
    void aPasswordAloneOpensNoPage() {
        var half = ida.login();
        for (String path : List.of("/", "/me", "/login", "/admin/users", "/admin/find?q=ida", "/me/security")) {
            assertThat(location(half.get(path))).as(path).endsWith("/login/second");
        }
        for (String path :
                List.of("/me/password", "/me/sessions/termination", "/admin/crews", "/me/rehearsal/termination")) {
            assertThat(location(half.post("/login/second", path, Map.of("name", "x"))))
                    .as(path)
                    .endsWith("/login/second");
        }
        assertThat(half.get(Assets.url("css/base.css")).statusCode()).isEqualTo(200);
        assertThat(half.get("/login/second").body()).doesNotContain("Ida");
    }

    @Test
    void aCodeLeadsBackToTheRequestedPage() {
        var half = Visitor.of(server);
        half.get("/admin/users?q=zoe");
        half.login(ida.name, Owner.PASSWORD);
        half.get("/admin/users?q=zoe");

        assertThat(location(secondStep(half, ida.code(1)))).endsWith("/admin/users?q=zoe");
        assertThat(half.get("/admin/users").statusCode()).isEqualTo(200);
    }

    @Test
    void anEarlierSessionRequiresACodeToo() {
        var other = new Owner(server);
        var before = other.login();
        other.setUpGenerator(other.login());

        assertThat(location(before.get("/me"))).endsWith("/login/second");
    }

    @Test
    void aWrongCodeIsRejected() {
        var half = ida.login();

        for (String wrong : List.of("", "12345", "abcde-fghij", ida.code(0))) {
            assertThat(secondStep(half, wrong).statusCode()).as(wrong).isEqualTo(422);
        }
        assertThat(location(half.get("/me"))).endsWith("/login/second");
    }

    @Test
    void aCodeIsAcceptedOnce() {
        assertThat(location(secondStep(ida.login(), ida.code(1)))).endsWith("/");
        assertThat(secondStep(ida.login(), ida.code(1)).body()).contains("il a déjà servi");
    }

    @Test
    void aCodeSentConcurrentlyIsAcceptedOnce() throws Exception {
        var generators = server.bean(CodeGenerators.class);

        assertThat(atOnce(() -> generators.accepts(ida.id, ida.code(1)))).isEqualTo(1);
    }

    @Test
    void aRecoveryCodeWorksOnceInPlaceOfACode() {
        var codes = ida.recoveryCodes(first);
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();

        assertThat(location(secondStep(ida.login(), codes.getFirst().toUpperCase(java.util.Locale.ROOT))))
                .endsWith("/");
        assertThat(secondStep(ida.login(), codes.getFirst()).statusCode()).isEqualTo(422);
        assertThat(first.get("/me/security").body()).contains("Il reste 9 codes");
    }

    @Test
    void aRecoveryCodeSentConcurrentlyWorksOnce() throws Exception {
        String code = ida.recoveryCodes(first).getLast();
        var recovery = server.bean(RecoveryCodes.class);

        assertThat(atOnce(() -> recovery.accepts(ida.id, code))).isEqualTo(1);
        assertThat(server.db()
                        .fetchSingle(RECOVERY_SHEET, RECOVERY_SHEET.USER_ID.eq(ida.id))
                        .get(RECOVERY_SHEET.CODES_LEFT))
                .isEqualTo((short) 9);
    }

    private static long atOnce(Callable<Boolean> attempt) throws Exception {
        int runners = 8;
        var signal = new CyclicBarrier(runners);
        var answers = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newFixedThreadPool(runners)) {
            for (int i = 0; i < runners; i++) {
                answers.add(threads.submit(() -> {
                    signal.await();
                    return attempt.call();
                }));
            }
        }
        long accepted = 0;
        for (var answer : answers) {
            accepted += answer.get() ? 1 : 0;
        }
        return accepted;
    }

    @Test
    void newRecoveryCodesReplaceTheOldOnes() {
        var old = ida.recoveryCodes(first);
        ida.recoveryCodes(first);

        assertThat(secondStep(ida.login(), old.get(3)).statusCode()).isEqualTo(422);
    }

    @Test
    void wrongCodesDelayTheSecondStepOnly() {
        var half = ida.login();
        for (int guess = 0; guess < 5; guess++) {
            secondStep(half, "abcde-fghi" + guess);
        }

        assertThat(secondStep(half, ida.code(1)).body())
                .contains("Attendez " + LoginThrottle.WINDOW.toMinutes() + " minutes");
        assertThat(location(Visitor.of(server).login(ida.name, Owner.PASSWORD))).endsWith("/");
    }

    @Test
    void aUserCanLogOutAtTheSecondStep() {
        var half = ida.login();

        assertThat(location(half.post("/login/second", "/logout", Map.of()))).endsWith("/login?out");
        assertThat(location(half.get("/me"))).endsWith("/login");
    }

    @Test
    void withoutTheGeneratorThePasswordSuffices() {
        ida.recoveryCodes(first);
        assertThat(location(first.post("/me/security", "/me/security/generator/removal", Map.of())))
                .contains("generator-removed");

        assertThat(ida.login().get("/me").statusCode()).isEqualTo(200);
        assertThat(server.db().fetchExists(RECOVERY_SHEET, RECOVERY_SHEET.USER_ID.eq(ida.id)))
                .as("recovery codes are removed with the last factor")
                .isFalse();
    }

    @Test
    void theHistoryHasFactorsAndNoSecrets() {
        ida.recoveryCodes(first);
        first.post("/me/security", "/me/security/generator/removal", Map.of());

        var entries = server.db()
                .selectFrom(HISTORY)
                .where(HISTORY.ACTOR_ID.eq(ida.id))
                .and(HISTORY.TABLE_NAME.in("code_generator", "recovery_sheet"))
                .and(HISTORY.DOOR.eq("web"))
                .orderBy(HISTORY.ID)
                .fetch();
        assertThat(entries)
                .extracting(entry -> entry.get(HISTORY.TABLE_NAME) + " " + entry.get(HISTORY.ACTION))
                .containsExactly(
                        "code_generator insert",
                        "recovery_sheet insert",
                        "code_generator delete",
                        "recovery_sheet delete");
        assertThat(server.db()
                        .select(DSL.count())
                        .from(HISTORY)
                        .where(HISTORY.TABLE_NAME.in("code_generator_secret", "recovery_code", "passkey_credential"))
                        .fetchSingle()
                        .value1())
                .isZero();
    }
}
