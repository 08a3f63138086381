package org.jadhere.platform.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriUtils;

/** The parameters of the current page, to link to it with others. Names are as free as values: both are encoded. */
public record RequestParameters(Map<String, String> values) {

    /** None of a form, which may contain a password, and none on an error page. */
    public static RequestParameters of(HttpServletRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        if (request.getMethod().equals("GET") && areReadable(request)) {
            request.getParameterMap().forEach((name, given) -> values.put(name, given[0]));
        }
        values.values().removeIf(String::isBlank);
        return new RequestParameters(values);
    }

    /** Not on an error page: reading them may have been the error. */
    public static boolean areReadable(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null;
    }

    public RequestParameters without(List<String> names) {
        values.keySet().removeAll(names);
        return this;
    }

    /** Adds a parameter at the end. */
    public RequestParameters with(String name, String value) {
        values.remove(name);
        values.put(name, value);
        return this;
    }

    public String link(String path) {
        String query = values.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(joining("&"));
        return UriUtils.encodePath(path, UTF_8) + "?" + query;
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, UTF_8);
    }
}
