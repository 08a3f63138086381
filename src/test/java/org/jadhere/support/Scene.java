package org.jadhere.support;

import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * The scene of the running test, for static import: the browser, the database, the rows that the test prepares, and the
 * cast. {@link PageTest} and {@link ActTest} set it up. A test class annotated with {@link WithCast} starts with the cast
 * in the database; any other test adds it with the first call of {@link #cast()}.
 */
public final class Scene implements BeforeEachCallback, AfterEachCallback {

    private static volatile @Nullable ApplicationContext application;
    private static volatile @Nullable Cast cast;

    @Override
    public void beforeEach(ExtensionContext test) {
        application = SpringExtension.getApplicationContext(test);
        cast = null;
        if (test.getRequiredTestClass().isAnnotationPresent(WithCast.class)) {
            cast();
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        application = null;
        cast = null;
    }

    private static ApplicationContext application() {
        return Objects.requireNonNull(application, "no test with a scene is running");
    }

    public static MockMvcTester browser() {
        return application().getBean(MockMvcTester.class);
    }

    /** The rows that the test needs; see {@link Given}. */
    public static Given given() {
        return application().getBean(Given.class);
    }

    public static DSLContext db() {
        return application().getBean(DSLContext.class);
    }

    /** The statements that the application has sent to the database. */
    public static Stage.Queries queries() {
        return application().getBean(Stage.Queries.class);
    }

    /** A user at a browser: {@code as("carol").post(…)}. */
    public static Sender as(String username) {
        return new Sender(browser(), username);
    }

    public static Cast cast() {
        var present = cast;
        if (present == null) {
            present = Cast.in(given());
            cast = present;
        }
        return present;
    }
}
