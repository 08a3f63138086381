package org.jadhere.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.given;
import static org.jadhere.support.Stage.as;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
 * Calls each route in each role and compares with {@code routes.txt}, which says by hand what each role may do
 * (docs/decisions/0008-permissions.md). A route that is missing there, or has no {@code @AllowedTo}, fails.
 */
@PageTest
class RouteTests {

    private static final List<String> ROLES = List.of("visitor", "frank", "alice", "carol", "dave", "bob", "erin");

    /** By route, the answer to each role, in the order above. */
    private static final Map<String, List<String>> TABLE = table();

    private static Map<String, List<String>> table() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/org/jadhere/house/routes.txt")).stream()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> line.contains("/"))
                    .map(line -> line.split(" {2,}", 2))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> List.of(parts[1].split(" +"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    PlatformTransactionManager transactions;

    private final Map<String, Object> things = new TreeMap<>();

    @BeforeEach
    void insertOneRowOfEachKind() {
        var cast = Cast.in(given());
        long service = given().service(cast.toulouse, with(HOLDING.MEMBER_ID, cast.aliceMember));
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
        things.put("{secret}", "unknown");
        things.put("password", "unknown");
        things.put("link", "unknown");
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
        things.put("POST /admin/services/{id}/assignment", given().service(cast.toulouse));
        things.put("POST /admin/service-types/{id}/deletion", given().serviceType("vide"));
    }

    @Test
    void everyRouteIsAnnotatedWithAllowedTo() {
        var missing = new ArrayList<String>();
        mappings.getHandlerMethods().forEach((route, handler) -> {
            if (!route.getDirectPaths().contains("/error") && !isAnnotated(handler)) {
                missing.add(route + " has no @AllowedTo: it is refused to every role");
            }
        });
        assertThat(missing).isEmpty();
    }

    private static boolean isAnnotated(HandlerMethod handler) {
        return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), AllowedTo.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), AllowedTo.class);
    }

    @Test
    void theTableListsEveryRoute() {
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
    void everyRouteAnswersEachRoleAsInTheTable() {
        var verdicts = new SoftAssertions();
        TABLE.forEach((route, expected) -> {
            var answers = ROLES.stream().map(role -> call(route, role)).toList();
            verdicts.assertThat(answers).as("%s for %s", route, ROLES).isEqualTo(expected);
        });
        verdicts.assertAll();
    }

    /** Rolls back what the call writes. */
    private String call(String route, String role) {
        var rollback = new TransactionTemplate(transactions);
        rollback.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return Objects.requireNonNull(rollback.execute(transaction -> {
            String answer = send(route, role);
            transaction.setRollbackOnly();
            return answer;
        }));
    }

    private String send(String route, String role) {
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
            case 302 -> toLogin ? "login" : "open";
            case 200, 422 -> "open";
            default -> String.valueOf(answer.getStatus());
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
