package org.jadhere.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.given;
import static org.jadhere.support.Stage.as;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.support.Cast;
import org.jadhere.support.PageTest;
import org.jadhere.support.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * All routes × all roles. The table below says by hand what each role may do (docs/decisions/0008); a route that is
 * missing here, or says nothing itself, fails.
 */
@PageTest
class RouteTests {

    private static final List<String> ROLES = List.of("visitor", "frank", "alice", "carol", "dave", "bob", "erin");

    /** One letter a role, in the order above: o opens, l is sent to the login, x is refused, n is not found. */
    private static final Map<String, String> TABLE = Map.ofEntries(
            Map.entry("GET /", "ooooooo"),
            Map.entry("GET /login", "ooooooo"),
            Map.entry("GET /guide", "ooooooo"),
            Map.entry("GET /guide/{reader}", "ooooooo"),
            Map.entry("GET /guide/{reader}/{chapter}", "ooooooo"),
            Map.entry("POST /login/failure", "ooooooo"),
            Map.entry("GET /me", "loooooo"),
            Map.entry("GET /admin", "lxxoooo"),
            Map.entry("GET /admin/", "lxxoooo"),
            Map.entry("GET /admin/users", "lxxooxo"),
            Map.entry("GET /admin/users/{id}", "lxxooxo"),
            Map.entry("GET /admin/organisations", "lxxooxo"),
            Map.entry("GET /admin/organisations/{id}", "lxxooxo"),
            Map.entry("GET /admin/members", "lxxoooo"),
            Map.entry("GET /admin/members/{id}", "lxxoooo"),
            Map.entry("GET /me/fees/{id}/receipt.pdf", "lnonnnn"),
            Map.entry("GET /me/payments/{id}/receipt.pdf", "lnonnnn"),
            Map.entry("GET /admin/fees/{id}/receipt.pdf", "lxxoooo"),
            Map.entry("GET /admin/payments/{id}/receipt.pdf", "lxxonoo"),
            Map.entry("GET /admin/association", "lxxxxxo"),
            Map.entry("POST /admin/association", "lxxxxxo"),
            Map.entry("GET /admin/fees", "lxxoooo"),
            Map.entry("GET /admin/fees/{id}", "lxxoooo"),
            Map.entry("GET /admin/service-types", "lxxooxo"),
            Map.entry("GET /admin/service-types/{id}", "lxxonxo"),
            Map.entry("GET /admin/services", "lxxoooo"),
            Map.entry("GET /admin/services/{id}", "lxxonoo"),
            Map.entry("GET /admin/payments", "lxxoooo"),
            Map.entry("GET /admin/payments/{id}", "lxxonoo"),
            Map.entry("GET /admin/users/export", "lxxooxo"),
            Map.entry("GET /admin/organisations/export", "lxxooxo"),
            Map.entry("GET /admin/members/export", "lxxoooo"),
            Map.entry("GET /admin/fees/export", "lxxoooo"),
            Map.entry("GET /admin/services/export", "lxxoooo"),
            Map.entry("GET /admin/payments/export", "lxxoooo"),
            Map.entry("GET /admin/addresses/export", "lxxooxo"),
            Map.entry("GET /admin/statistics", "lxxoooo"),
            Map.entry("GET /admin/statistics/export", "lxxnnnn"), // of no plot
            Map.entry("GET /admin/addresses", "lxxooxo"),
            Map.entry("GET /admin/addresses/{id}", "lxxonxo"),
            Map.entry("GET /admin/users/choices", "lxxooxo"),
            Map.entry("GET /admin/users/new", "lxxooxo"),
            Map.entry("POST /admin/users", "lxxooxo"),
            Map.entry("GET /admin/users/{id}/edit", "lxxooxo"),
            Map.entry("POST /admin/users/{id}", "lxxooxo"),
            Map.entry("GET /admin/users/{id}/status", "lxxxxxo"),
            Map.entry("POST /admin/users/{id}/status", "lxxxxxo"),
            Map.entry("POST /admin/users/{id}/password", "lxxxxxo"),
            Map.entry("POST /admin/users/{id}/membership", "lxxooxo"),
            Map.entry("GET /admin/organisations/new", "lxxooxo"),
            Map.entry("POST /admin/organisations", "lxxooxo"),
            Map.entry("GET /admin/organisations/{id}/edit", "lxxooxo"),
            Map.entry("POST /admin/organisations/{id}", "lxxooxo"),
            Map.entry("POST /admin/organisations/{id}/membership", "lxxooxo"),
            Map.entry("POST /admin/organisations/{id}/representatives", "lxxooxo"),
            Map.entry("POST /admin/organisations/{id}/representatives/{userId}/removal", "lxxooxo"),
            Map.entry("GET /admin/members/choices", "lxxoooo"),
            Map.entry("POST /admin/members/{id}", "lxxxxxo"),
            Map.entry("POST /admin/members/{id}/fees", "lxxoooo"),
            Map.entry("POST /admin/fees/{id}", "lxxoooo"),
            Map.entry("POST /admin/fees/{id}/deletion", "lxxoooo"),
            Map.entry("POST /admin/fees/{id}/validation/withdrawal", "lxxxxoo"),
            Map.entry("GET /admin/fees/validation", "lxxxxoo"),
            Map.entry("POST /admin/fees/validation", "lxxxxoo"),
            Map.entry("POST /admin/fees/validation/withdrawal", "lxxxxnn"),
            Map.entry("POST /admin/fees/validation/undo", "lxxxxnn"),
            Map.entry("GET /admin/service-types/new", "lxxxxxo"),
            Map.entry("POST /admin/service-types", "lxxxxxo"),
            Map.entry("GET /admin/service-types/{id}/edit", "lxxxxxo"),
            Map.entry("POST /admin/service-types/{id}", "lxxxxxo"),
            Map.entry("POST /admin/service-types/{id}/deletion", "lxxxxxo"),
            Map.entry("GET /admin/services/new", "lxxxxxo"),
            Map.entry("POST /admin/services", "lxxxxxo"),
            Map.entry("GET /admin/services/batch", "lxxxxxo"),
            Map.entry("POST /admin/services/batch", "lxxxxxo"),
            Map.entry("GET /admin/services/{id}/edit", "lxxxxxo"),
            Map.entry("POST /admin/services/{id}", "lxxxxxo"),
            Map.entry("POST /admin/services/{id}/deletion", "lxxxxxo"),
            Map.entry("POST /admin/services/{id}/assignment", "lxxonxo"),
            Map.entry("POST /admin/services/{id}/payments", "lxxonoo"),
            Map.entry("POST /admin/services/{id}/price", "lxxonoo"),
            Map.entry(
                    "POST /admin/services/{id}/termination",
                    "lxxonoo"), // what the bank may not is refused by the act: ServiceEndTests
            Map.entry("POST /admin/services/{id}/end", "lxxonoo"),
            Map.entry("GET /admin/services/{id}/addresses/new", "lxxxxxo"),
            Map.entry("POST /admin/services/{id}/addresses", "lxxxxxo"),
            Map.entry("POST /admin/services/{id}/addresses/next", "lxxxxxo"),
            Map.entry("GET /admin/services/choices", "lxxoooo"),
            Map.entry("POST /admin/addresses/{id}", "lxxxxxo"),
            Map.entry("POST /admin/addresses/{id}/reassignment", "lxxxxxo"),
            Map.entry("POST /admin/addresses/{id}/move", "lxxxxxo"),
            Map.entry("POST /admin/addresses/{id}/deletion", "lxxxxxo"),
            Map.entry("POST /admin/addresses/{id}/termination", "lxxxxxo"),
            Map.entry("POST /admin/addresses/{id}/end", "lxxxxxo"),
            Map.entry("POST /admin/payments/{id}", "lxxonoo"),
            Map.entry("POST /admin/payments/{id}/deletion", "lxxonoo"),
            Map.entry("POST /admin/payments/{id}/validation/withdrawal", "lxxxxoo"),
            Map.entry("GET /admin/payments/validation", "lxxxxoo"),
            Map.entry("POST /admin/payments/validation", "lxxxxoo"),
            Map.entry("POST /admin/payments/validation/withdrawal", "lxxxxnn"),
            Map.entry("POST /admin/payments/validation/undo", "lxxxxnn"),
            Map.entry("GET /admin/find", "lxxoooo"),
            Map.entry("GET /admin/style", "lxxxxxo"),
            Map.entry("GET /admin/crews/{id}/rights", "lxxxxxo"),
            Map.entry("POST /admin/users/{id}/rehearsal", "lxxxxxo"),
            Map.entry("POST /me/rehearsal/termination", "loooooo"),
            Map.entry("POST /me/rehearsal/end", "loooooo"),
            Map.entry("GET /me/password", "loooooo"),
            Map.entry("POST /me/password", "loooooo"),
            Map.entry("GET /me/sessions", "loooooo"),
            Map.entry("POST /me/sessions/termination", "loooooo"),
            Map.entry("POST /me/sessions/end", "loooooo"),
            Map.entry("POST /me/sessions/{key}/termination", "lnnnnnn"), // nobody's
            Map.entry("POST /me/sessions/{key}/end", "lnnnnnn"),
            Map.entry("GET /me/confirm", "loooooo"),
            Map.entry("POST /me/confirm", "loooooo"),
            Map.entry("POST /me/confirm/passkey", "loooooo"),
            Map.entry("GET /me/security", "loooooo"),
            Map.entry("POST /me/security/recovery", "loooooo"), // these ask first: is it you?
            Map.entry("GET /me/security/passkeys/new", "loooooo"),
            Map.entry("POST /me/security/passkeys", "loooooo"),
            Map.entry("POST /me/security/passkeys/{id}", "loooooo"),
            Map.entry("POST /me/security/passkeys/{id}/removal", "loooooo"),
            Map.entry("GET /me/security/generator/new", "loooooo"),
            Map.entry("POST /me/security/generator", "loooooo"),
            Map.entry("POST /me/security/generator/removal", "loooooo"),
            Map.entry("GET /login/second", "ooooooo"),
            Map.entry("POST /login/second", "ooooooo"),
            Map.entry("POST /login/second/passkey", "ooooooo"),
            Map.entry("POST /login/passkey", "ooooooo"),
            Map.entry("POST /login/passkey/challenge", "ooooooo"),
            Map.entry("POST /admin/users/{id}/factors/removal", "lxxxxxo"),
            Map.entry("GET /login/forgotten", "ooooooo"),
            Map.entry("POST /login/forgotten", "ooooooo"),
            Map.entry("GET /login/link", "nnnnnnn"), // not allowed by the association
            Map.entry("POST /login/link", "nnnnnnn"),
            Map.entry("GET /login/link/{secret}", "nnnnnnn"), // nobody's
            Map.entry("POST /login/link/{secret}", "nnnnnnn"),
            Map.entry("GET /login/password/{secret}", "nnnnnnn"),
            Map.entry("POST /login/password/{secret}", "nnnnnnn"),
            Map.entry("GET /email/{secret}", "nnnnnnn"),
            Map.entry("POST /email/{secret}", "nnnnnnn"),
            Map.entry("GET /join", "ooooooo"),
            Map.entry("POST /join", "ooooooo"),
            Map.entry("GET /join/asked", "ooooooo"),
            Map.entry("GET /join/{secret}", "nnnnnnn"),
            Map.entry("POST /join/{secret}", "nnnnnnn"),
            Map.entry("GET /me/contact", "loooooo"),
            Map.entry("POST /me/contact", "loooooo"),
            Map.entry("GET /me/emails", "loooooo"), // these ask first: is it you?
            Map.entry("POST /me/emails", "loooooo"),
            Map.entry("POST /me/emails/main", "loooooo"),
            Map.entry("POST /me/emails/removal", "loooooo"),
            Map.entry("GET /me/closing", "loooooo"),
            Map.entry("POST /me/closing", "loooooo"),
            Map.entry("POST /me/closing/withdrawal", "loooooo"),
            Map.entry("GET /me/data", "loooooo"),
            Map.entry("GET /me/data.json", "loooooo"),
            Map.entry("GET /admin/closings", "lxxooxo"),
            Map.entry("POST /admin/closings/{id}/reply", "lxxooxo"),
            Map.entry("GET /admin/requests", "lxxooxo"),
            Map.entry("GET /admin/requests/{id}", "lxxooxo"),
            Map.entry("POST /admin/requests/{id}/acceptance", "lxxooxo"),
            Map.entry("POST /admin/requests/{id}/refusal", "lxxooxo"),
            Map.entry("GET /admin/consents", "lxxxxxo"),
            Map.entry("GET /admin/consents/new", "lxxxxxo"),
            Map.entry("POST /admin/consents", "lxxxxxo"),
            Map.entry("GET /admin/consents/{id}", "lxxxxxo"),
            Map.entry("POST /admin/consents/{id}", "lxxxxxo"),
            Map.entry("GET /admin/mails", "lxxooxo"),
            Map.entry("POST /admin/mails/{id}/retry", "lxxooxo"),
            Map.entry("POST /admin/mails/{id}/again", "lxxooxo"),
            Map.entry("POST /admin/mails/{id}/delivery", "lxxooxo"),
            Map.entry("POST /admin/mails/{id}/arrived", "lxxooxo"),
            Map.entry("GET /admin/mails/preview", "lxxooxo"),
            Map.entry("GET /admin/mails/preview/{kind}", "lxxooxo"),
            Map.entry("GET /admin/reminders", "lxxooxo"),
            Map.entry("GET /admin/prefixes", "lxxxxxo"),
            Map.entry("POST /admin/prefixes", "lxxxxxo"),
            Map.entry("GET /admin/prefixes/{id}", "lxxxxxo"),
            Map.entry("POST /admin/prefixes/{id}", "lxxxxxo"),
            Map.entry("POST /admin/prefixes/{id}/deletion", "lxxxxxo"),
            Map.entry("GET /healthz", "ooooooo"),
            Map.entry("GET /isp.json", "nnnnnnn"), // switched off
            Map.entry("GET /geofeed.csv", "nnnnnnn"),
            Map.entry("GET /me/reverse", "loooooo"),
            Map.entry("POST /me/reverse", "loooooo"),
            Map.entry("GET /me/reverse/{id}", "lnonnnn"),
            Map.entry("POST /me/reverse/{id}", "lnonnnn"),
            Map.entry("POST /me/reverse/{id}/deletion", "lnonnnn"),
            Map.entry("GET /admin/reverse", "lxxxxxo"),
            Map.entry("POST /admin/reverse", "lxxxxxo"),
            Map.entry("GET /admin/reverse/{id}", "lxxxxxo"),
            Map.entry("POST /admin/reverse/{id}", "lxxxxxo"),
            Map.entry("POST /admin/reverse/{id}/deletion", "lxxxxxo"),
            Map.entry("GET /admin/delegations", "lxxxxxo"),
            Map.entry("POST /admin/delegations", "lxxxxxo"),
            Map.entry("GET /admin/delegations/{id}", "lxxxxxo"),
            Map.entry("POST /admin/delegations/{id}", "lxxxxxo"),
            Map.entry("POST /admin/delegations/{id}/deletion", "lxxxxxo"),
            Map.entry("GET /admin/zones", "lxxxxxo"),
            Map.entry("GET /admin/zones/{origin}", "lxxxxxn"), // switched off
            Map.entry("GET /admin/zones/{origin}/file", "lxxxxxn"),
            Map.entry("GET /admin/publishing", "lxxxxxo"),
            Map.entry("POST /admin/publishing", "lxxxxxo"),
            Map.entry("GET /admin/publishing/areas", "lxxxxxo"),
            Map.entry("POST /admin/publishing/areas", "lxxxxxo"),
            Map.entry("GET /admin/publishing/areas/{id}", "lxxxxxo"),
            Map.entry("POST /admin/publishing/areas/{id}", "lxxxxxo"),
            Map.entry("POST /admin/publishing/areas/{id}/deletion", "lxxxxxo"),
            Map.entry("GET /admin/publishing/geofeed", "lxxxxxo"),
            Map.entry("POST /admin/publishing/geofeed", "lxxxxxo"),
            Map.entry("GET /admin/publishing/geofeed/{id}", "lxxxxxo"),
            Map.entry("POST /admin/publishing/geofeed/{id}", "lxxxxxo"),
            Map.entry("POST /admin/publishing/geofeed/{id}/deletion", "lxxxxxo"),
            Map.entry("GET /admin/who-had", "lxxxxxo"), // and whose crew has the permission: WhoHadTests
            Map.entry("POST /admin/who-had", "lxxxxxo"),
            Map.entry("GET /admin/who-had/journal", "lxxxxxo"),
            Map.entry("GET /admin/who-had/records", "lxxxxxo"),
            Map.entry("POST /admin/who-had/records", "lxxxxxo"),
            Map.entry("POST /admin/who-had/gaps", "lxxxxxo"),
            Map.entry("POST /admin/who-had/gaps/{id}/deletion", "lxxxxxo"),
            Map.entry("GET /admin/seen", "lxxxxxo"),
            Map.entry("GET /admin/crews", "lxxxxxo"),
            Map.entry("POST /admin/crews", "lxxxxxo"),
            Map.entry("GET /admin/crews/{id}", "lxxxxxo"),
            Map.entry("POST /admin/crews/{id}", "lxxxxxo"),
            Map.entry("POST /admin/crews/{id}/deletion", "lxxxxxo"),
            Map.entry("POST /admin/crews/{id}/people", "lxxxxxo"),
            Map.entry("POST /admin/crews/{id}/people/{userId}/removal", "lxxxxxo"),
            Map.entry("GET /admin/history", "lxxoooo"),
            Map.entry("GET /admin/history/export", "lxxoooo"));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    PlatformTransactionManager transactions;

    private final Map<String, Object> things = new TreeMap<>();

    @BeforeEach
    void somethingOfEachKindInToulouse() {
        var cast = Cast.in(given());
        long service = given().service(cast.toulouse, with(SERVICE.MEMBER_ID, cast.aliceMember));
        things.put("users", cast.alice);
        things.put("organisations", given().organisation("Le Hublot"));
        things.put("members", cast.aliceMember);
        things.put("fees", given().fee(cast.aliceMember));
        things.put("service-types", cast.toulouse);
        things.put("services", service);
        things.put("payments", given().payment(service));
        things.put("addresses", given().allocation(service, "192.0.2.7"));
        things.put("requests", given().joinRequest("zoe@example.org"));
        things.put("consents", given().consent("Oui", "Yes"));
        things.put("mails", given().lostMail("zoe@example.org"));
        things.put("prefixes", given().prefix("192.0.2.0/24"));
        things.put("reverse", given().reverseName("192.0.2.7", "a.example.org"));
        things.put("delegations", given().delegation("192.0.2.64/26", "ns.example.org"));
        things.put("zones", "2.0.192.in-addr.arpa");
        long area = given().coveredArea("Toulouse");
        long place = given().location("192.0.2.0/24");
        for (String act : List.of("GET %s/{id}", "POST %s/{id}", "POST %s/{id}/deletion")) {
            things.put(act.formatted("/admin/publishing/areas"), area);
            things.put(act.formatted("/admin/publishing/geofeed"), place);
        }
        things.put("GET /guide/{reader}", "member");
        things.put("GET /guide/{reader}/{chapter}", "member/pay");
        things.put("who-had", 0L);
        things.put("closings", 0L);
        things.put("{secret}", "nobodys");
        things.put("password", "nobodys");
        things.put("link", "nobodys");
        things.put("GET /admin/mails/preview/{kind}", "password");
        things.put("security", 0L);
        things.put("sessions", 0L);
        things.put("crews", given().crew("vide"));
        long fee = given().fee(cast.aliceMember, with(MEMBERSHIP_FEE.VALIDATED, true));
        things.put("GET /me/fees/{id}/receipt.pdf", fee);
        things.put("GET /admin/fees/{id}/receipt.pdf", fee);
        long payment = given().payment(service, with(PAYMENT.VALIDATED, true));
        things.put("GET /me/payments/{id}/receipt.pdf", payment);
        things.put("GET /admin/payments/{id}/receipt.pdf", payment);
        things.put("POST /admin/services/{id}/deletion", given().service(cast.toulouse));
        things.put("POST /admin/service-types/{id}/deletion", given().serviceType("vide"));
    }

    @Test
    void everyRouteSaysWhoMayCallIt() {
        var silent = new ArrayList<String>();
        mappings.getHandlerMethods().forEach((route, handler) -> {
            if (!route.getDirectPaths().contains("/error") && !saysWhoMayCallIt(handler)) {
                silent.add(route + " has no @AllowedTo: nobody can call it, and nobody can read who was meant to");
            }
        });
        assertThat(silent).isEmpty();
    }

    private static boolean saysWhoMayCallIt(HandlerMethod handler) {
        return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), AllowedTo.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), AllowedTo.class);
    }

    @Test
    void theTableKnowsEveryRoute() {
        assertThat(routes()).containsExactlyInAnyOrderElementsOf(TABLE.keySet());
    }

    private List<String> routes() {
        var routes = new ArrayList<String>();
        for (RequestMappingInfo info : mappings.getHandlerMethods().keySet()) {
            for (String path : info.getPatternValues()) {
                for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                    routes.add(method + " " + path);
                }
            }
        }
        routes.removeIf(route -> route.endsWith(" /error"));
        return routes;
    }

    @Test
    void everyRouteOpensToWhomItIsForAndToNobodyElse() {
        var verdicts = new SoftAssertions();
        TABLE.forEach((route, expected) -> {
            var seen = new StringBuilder();
            ROLES.forEach(role -> seen.append(call(route, role)));
            verdicts.assertThat(seen.toString()).as("%s for %s", route, ROLES).isEqualTo(expected);
        });
        verdicts.assertAll();
    }

    /** What one call writes is gone before the next. */
    private char call(String route, String role) {
        var undone = new TransactionTemplate(transactions);
        undone.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return Objects.requireNonNull(undone.execute(transaction -> {
            char seen = callForGood(route, role);
            transaction.setRollbackOnly();
            return seen;
        }));
    }

    private char callForGood(String route, String role) {
        String[] parts = route.split(" ");
        String[] folders = parts[1].split("/");
        Object id = things.getOrDefault(route, folders.length > 2 ? things.get(folders[2]) : null);
        var request = browser()
                .method(HttpMethod.valueOf(parts[0]))
                .uri(parts[1], ids(parts[1], id))
                .with(Stage.csrf());
        var answer = (role.equals("visitor") ? request : request.with(as(role)))
                .exchange()
                .getResponse();
        boolean toLogin = String.valueOf(answer.getRedirectedUrl()).endsWith("/login") && !parts[1].equals("/");
        return switch (answer.getStatus()) {
            case 302 -> toLogin ? 'l' : 'o';
            case 403 -> 'x';
            case 404 -> 'n';
            case 200, 422 -> 'o';
            default -> '?';
        };
    }

    private Object[] ids(String path, @Nullable Object id) {
        return path.contains("{chapter}")
                ? String.valueOf(id).split("/")
                : path.contains("{userId}")
                        ? new Object[] {id, things.get("users")}
                        : path.contains("{") ? new Object[] {id} : new Object[0];
    }
}
