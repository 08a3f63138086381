package org.jadhere.people.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.ASSOCIATION;
import static org.jadhere.platform.db.Tables.CODE_GENERATOR;
import static org.jadhere.platform.db.Tables.STAFF_ENTRY;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.queries;
import static org.jadhere.support.Stage.as;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jadhere.support.PageTest;
import org.jadhere.support.Stage;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which routes are open before the second step, and to staff without a required second factor. */
@PageTest
@WithCast
class StaffFactorTests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    /** As if it had been required for longer than the grace. */
    private void requireFactorsOfStaff() {
        db().update(ASSOCIATION)
                .set(ASSOCIATION.STAFF_SECOND_FACTOR_SINCE, Instant.now().minus(Duration.ofDays(15)))
                .execute();
        db().update(STAFF_ENTRY)
                .set(STAFF_ENTRY.SINCE, Instant.now().minus(Duration.ofDays(15)))
                .execute();
    }

    private void addGenerator(long user) {
        db().insertInto(CODE_GENERATOR).set(CODE_GENERATOR.USER_ID, user).execute();
    }

    /** The session of a user who has passed the second step. */
    private static RequestPostProcessor withSecondFactor(String username) {
        return SecurityMockMvcRequestPostProcessors.user(username)
                .authorities(FactorGrantedAuthority.fromAuthority("FACTOR_CODE"));
    }

    private MvcTestResult call(String method, String path, RequestPostProcessor user) {
        return browser()
                .method(HttpMethod.valueOf(method))
                .uri(path.replaceAll("\\{\\w+}", "1"))
                .with(Stage.csrf())
                .with(user)
                .exchange();
    }

    private List<String[]> routes() {
        List<String[]> routes = new ArrayList<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues()
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.add(new String[] {method.name(), path}))));
        return routes;
    }

    @Test
    void beforeTheSecondStepNoOtherRouteIsOpen() {
        addGenerator(cast().erin);

        for (String[] route : routes()) {
            if (!route[1].startsWith("/login/second")) {
                assertThat(call(route[0], route[1], as("erin")))
                        .as("%s %s", route[0], route[1])
                        .hasStatus(302)
                        .hasRedirectedUrl("/login/second");
            }
        }
        assertThat(call("GET", "/admin/users", withSecondFactor("erin"))).hasStatus(200);
    }

    @Test
    void changesOfFactorsRequireReauthentication() {
        for (String[] route : routes()) {
            if (route[1].startsWith("/me/security/")) {
                assertThat(call(route[0], route[1], as("frank")).getResponse().getRedirectedUrl())
                        .as("%s %s", route[0], route[1])
                        .startsWith("/me/confirm?back=/me/security");
            }
        }
    }

    @Test
    void staffWithoutAFactorMayNotOpenAdminRoutes() {
        requireFactorsOfStaff();

        for (String user : List.of("erin", "carol", "bob")) {
            for (String[] route : routes()) {
                if (route[1].startsWith("/admin")) {
                    assertThat(call(route[0], route[1], as(user)))
                            .as("%s %s for %s", route[0], route[1], user)
                            .hasStatus(302)
                            .hasRedirectedUrl("/me/security");
                }
            }
        }
    }

    @Test
    void staffWithoutAFactorSeeTheirOwnPages() {
        requireFactorsOfStaff();

        assertThat(call("GET", "/me", as("carol")))
                .hasStatus(200)
                .bodyText()
                .contains("L’association demande un second facteur")
                .doesNotContain("/admin/services");
        assertThat(call("GET", "/", as("carol"))).hasRedirectedUrl("/me");
        assertThat(call("GET", "/me/security", as("carol"))).hasStatus(200);
    }

    @Test
    void staffWithAFactorMayOpenAdminRoutes() {
        requireFactorsOfStaff();
        addGenerator(cast().carol);

        assertThat(call("GET", "/admin/services", withSecondFactor("carol")))
                .hasStatus(200)
                .bodyText()
                .doesNotContain("L’association demande");
        assertThat(call("GET", "/admin/services", as("carol"))).hasRedirectedUrl("/login/second");
    }

    @Test
    void membersNeedNoFactor() {
        requireFactorsOfStaff();

        assertThat(call("GET", "/me", as("alice"))).hasStatus(200).bodyText().doesNotContain("association demande");
        db().update(APP_USER)
                .set(APP_USER.STAFF, true)
                .where(APP_USER.ID.eq(cast().alice))
                .execute();
        assertThat(call("GET", "/admin/", as("alice")))
                .as("from the next request after the change to staff")
                .hasStatus(200)
                .bodyText()
                .contains("l’association demande un second facteur avant le");
    }

    @Test
    void factorsComeFromTheQueryOfTheActor() {
        requireFactorsOfStaff();
        addGenerator(cast().erin);
        queries().forget();

        call("GET", "/admin/crews", withSecondFactor("erin"));

        assertThat(queries().heard())
                .filteredOn(query -> query.contains("staff_second_factor"))
                .hasSize(1);
        assertThat(queries().heard()).as("the actor, the crews").hasSize(2);
    }
}
