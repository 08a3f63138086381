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

/** What this thread is asked for, as it may be told: no values, and of the path only what is no secret. */
final class CurrentRequest {

    private static final ThreadLocal<HttpServletRequest> NOW = new ThreadLocal<>();
    private static final String HIDDEN = "…";

    private CurrentRequest() {}

    static void begin(HttpServletRequest request) {
        NOW.set(request);
    }

    static void end() {
        NOW.remove();
    }

    /** The request that is being answered; none in the background. */
    static @Nullable HttpServletRequest now() {
        return NOW.get();
    }

    /** {@code POST /admin/services/12}. */
    static String line(HttpServletRequest request) {
        return request.getMethod() + " " + path(request);
    }

    /** The route, such as {@code /admin/services/{id}}; what never came to one has none. */
    static @Nullable String route(HttpServletRequest request) {
        return (String) request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }

    /** Numbers stay. Whatever else is in the place of a variable may be the secret of a link. */
    private static String path(HttpServletRequest request) {
        String route = route(request);
        if (route == null) {
            return Stream.of(request.getRequestURI().split("/", -1))
                    .map(part -> part.matches("[a-z.-]{0,24}|\\d{1,18}") ? part : HIDDEN)
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

    /** The names of what was sent, in order. */
    static List<String> parameters(HttpServletRequest request) {
        return given(request).keySet().stream().sorted().toList();
    }

    /** What was typed: not to be told. */
    static List<String> values(HttpServletRequest request) {
        return Stream.concat(
                        given(request).values().stream().flatMap(Arrays::stream),
                        ((Collection<?>) variables(request).values()).stream().map(String::valueOf))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Map<String, String[]> given(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (RuntimeException unreadable) {
            return Map.of();
        }
    }
}
