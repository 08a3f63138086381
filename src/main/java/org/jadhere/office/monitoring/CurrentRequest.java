package org.jadhere.office.monitoring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/** The request of the current thread, as it may be logged: without values, and without secrets in the path. */
final class CurrentRequest {

    private static final ThreadLocal<HttpServletRequest> NOW = new ThreadLocal<>();
    private static final String ELLIPSIS = "…";

    private CurrentRequest() {}

    static void begin(HttpServletRequest request) {
        NOW.set(request);
    }

    static void end() {
        NOW.remove();
    }

    /** Returns the request that this thread handles; null in a background thread. */
    static @Nullable HttpServletRequest now() {
        return NOW.get();
    }

    /** Returns method and path, such as {@code POST /admin/services/12}. */
    static String line(HttpServletRequest request) {
        return request.getMethod() + " " + path(request);
    }

    /** Returns the route, such as {@code /admin/services/{id}}; null if no handler was found. */
    static @Nullable String route(HttpServletRequest request) {
        return (String) request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }

    /** Replaces path variables by their names unless they are numbers: they may be the secret of a link. */
    private static String path(HttpServletRequest request) {
        String route = route(request);
        if (route == null) {
            return Stream.of(request.getRequestURI().split("/", -1))
                    .map(part -> part.matches("[a-z.-]{0,24}|\\d{1,18}") ? part : ELLIPSIS)
                    .collect(Collectors.joining("/"));
        }
        String path = route;
        for (Map.Entry<?, ?> variable : variables(request).entrySet()) {
            String value = String.valueOf(variable.getValue());
            if (value.matches("\\d{1,18}")) {
                path = path.replace("{" + variable.getKey() + "}", value);
            }
        }
        return path;
    }

    private static Map<?, ?> variables(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? variables
                : Map.of();
    }

    /** Returns the sorted names of the parameters. */
    static List<String> parameterNames(HttpServletRequest request) {
        return parameters(request).keySet().stream().sorted().toList();
    }

    /** Returns the values of parameters and path variables, which must not be reported. */
    static List<String> values(HttpServletRequest request) {
        return Stream.concat(
                        parameters(request).values().stream().flatMap(Arrays::stream),
                        ((Collection<?>) variables(request).values()).stream().map(String::valueOf))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (RuntimeException unreadable) {
            return Map.of();
        }
    }
}
