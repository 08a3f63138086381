package org.jadhere.platform.site;

import jakarta.servlet.ServletContext;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.ServletContextAware;

/** Whether this is the instance that counts ({@code prod}), or one to try things out, which says so everywhere. */
@Component
public class Deployment implements ServletContextAware {

    private static final String ATTRIBUTE = Deployment.class.getName();
    private static final String REAL = "PROD";

    private final String name;
    private final @Nullable String prefix;

    /** @param prefix none where the settings do not say one, which is not the same as an empty one */
    public Deployment(
            @Value("${jadhere.environment:prod}") String name,
            @Value("${jadhere.mail.prefix:#{null}}") @Nullable String prefix) {
        this.name = name.isBlank() ? REAL : name.strip().toUpperCase(Locale.ROOT);
        this.prefix = prefix == null || prefix.isBlank() ? prefix : prefix.strip() + " ";
    }

    public boolean isReal() {
        return name.equals(REAL);
    }

    /** What goes before the subject of letters to people: nothing, where things are real. */
    public String notificationPrefix() {
        return isReal() ? "" : errorPrefix();
    }

    /** What goes before the subject of mails about errors. */
    public String errorPrefix() {
        if (prefix != null) {
            return prefix.strip().isEmpty() ? "" : prefix;
        }
        return isReal() ? "" : "[" + name + "] ";
    }

    /** In capitals: PROD, DEV. */
    public String name() {
        return name;
    }

    /** The program's version; of classes that were never packed, what they are. */
    public static String version() {
        return Objects.requireNonNullElse(Deployment.class.getPackage().getImplementationVersion(), "development");
    }

    /** Pages ask for it, and have no beans. */
    @Override
    public void setServletContext(ServletContext context) {
        context.setAttribute(ATTRIBUTE, isReal() ? null : name);
    }

    /** The name of an instance that is not the real one; none of the real one. */
    public static @Nullable String nameIn(ServletContext context) {
        return (String) context.getAttribute(ATTRIBUTE);
    }
}
