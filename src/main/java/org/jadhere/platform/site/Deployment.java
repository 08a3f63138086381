package org.jadhere.platform.site;

import jakarta.servlet.ServletContext;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.ServletContextAware;

/** The environment of this instance: {@code prod}, or a test environment, which pages and mails show. */
@Component
public class Deployment implements ServletContextAware {

    private static final String ATTRIBUTE = Deployment.class.getName();
    private static final String PRODUCTION = "PROD";

    private final String name;
    private final @Nullable String prefix;

    /** @param prefix null if it is not set: then the environment's name is used; empty for no prefix */
    public Deployment(
            @Value("${jadhere.environment:prod}") String name,
            @Value("${jadhere.mail.prefix:#{null}}") @Nullable String prefix) {
        this.name = name.isBlank() ? PRODUCTION : name.strip().toUpperCase(Locale.ROOT);
        this.prefix = prefix == null || prefix.isBlank() ? prefix : prefix.strip() + " ";
    }

    boolean isProduction() {
        return name.equals(PRODUCTION);
    }

    /** The prefix of the subjects of mails to users; empty in production. */
    public String notificationPrefix() {
        return isProduction() ? "" : errorPrefix();
    }

    /** The prefix of the subjects of mails about errors. */
    public String errorPrefix() {
        if (prefix != null) {
            return prefix.strip().isEmpty() ? "" : prefix;
        }
        return isProduction() ? "" : "[" + name + "] ";
    }

    /** The name in capitals: PROD, DEV. */
    public String name() {
        return name;
    }

    /** The version in the JAR's manifest; {@code development} outside of a JAR. */
    public static String version() {
        return Objects.requireNonNullElse(Deployment.class.getPackage().getImplementationVersion(), "development");
    }

    /** Stores the name where templates, which have no beans, find it. */
    @Override
    public void setServletContext(ServletContext context) {
        context.setAttribute(ATTRIBUTE, isProduction() ? null : name);
    }

    /** The name of this environment; null in production. */
    public static @Nullable String nonProductionName(ServletContext context) {
        return (String) context.getAttribute(ATTRIBUTE);
    }
}
