package org.jadhere.support;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.conf.ParamType;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** The beans that page tests add to the application: {@link Given}, and a listener for its queries. */
@Configuration(proxyBeanMethods = false)
public class Stage {

    /** Gives each application context its own database. */
    public static class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "jadhere.database.url=" + TestDatabase.lasting().url())
                    .applyTo(context);
        }
    }

    /** Records every statement of the application, in order. */
    public static class Queries implements ExecuteListener {

        private final transient List<String> heard = new ArrayList<>();
        private final transient List<Query> asked = new ArrayList<>();

        @Override
        public void executeStart(ExecuteContext context) {
            heard.add(context.sql());
            if (context.query() != null) {
                asked.add(context.query());
            }
        }

        public void forget() {
            heard.clear();
            asked.clear();
        }

        /** The recorded queries with their values inlined, so that a test can explain them. */
        public List<String> asked() {
            return asked.stream().map(query -> query.getSQL(ParamType.INLINED)).toList();
        }

        public List<String> heard() {
            return List.copyOf(heard);
        }
    }

    @Bean
    Given given(DSLContext db) {
        return new Given(db);
    }

    @Bean
    Queries queries() {
        return new Queries();
    }

    @Bean
    org.jooq.ExecuteListenerProvider queryListener(Queries queries) {
        return () -> queries;
    }

    /** Sends a Host header with each request, as browsers do. */
    @Bean
    MockMvcBuilderCustomizer host() {
        return browser -> browser.defaultRequest(MockMvcRequestBuilders.get("/").header(HttpHeaders.HOST, "localhost"));
    }

    /** Sends the request as a logged-in user. */
    public static RequestPostProcessor as(String username) {
        return SecurityMockMvcRequestPostProcessors.user(username);
    }

    /**
     * Adds the CSRF token that a page of the site would contain. Spring's own {@code csrf()} would make all later tests
     * keep tokens in sessions, which this site does not.
     */
    public static RequestPostProcessor csrf() {
        return request -> {
            CsrfTokenRepository tokens = WebApplicationContextUtils.getRequiredWebApplicationContext(
                            request.getServletContext())
                    .getBean(CsrfTokenRepository.class);
            CsrfToken token = tokens.generateToken(request);
            var page = new MockHttpServletResponse();
            tokens.saveToken(token, request, page);
            request.setCookies(Stream.concat(
                            Stream.ofNullable(request.getCookies()).flatMap(Stream::of), Stream.of(page.getCookies()))
                    .toArray(Cookie[]::new));
            request.setParameter(token.getParameterName(), asInPages(token));
            return request;
        };
    }

    private static String asInPages(CsrfToken token) {
        var request = new MockHttpServletRequest();
        new XorCsrfTokenRequestAttributeHandler().handle(request, new MockHttpServletResponse(), () -> token);
        return ((CsrfToken) Objects.requireNonNull(request.getAttribute(token.getParameterName()))).getToken();
    }
}
