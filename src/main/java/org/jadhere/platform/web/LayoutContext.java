package org.jadhere.platform.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jadhere.platform.site.Deployment;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What the layout shows around a page, from the request that is being answered. For templates. */
public final class LayoutContext {

    /** Request attributes that say who reads: the menu's entries, the reader's name, the account's language. */
    public static final String MENU = "jadhere.menu";

    public static final String USER_NAME = "jadhere.reader";
    public static final String LANGUAGE = "jadhere.language";

    /** Set while an administrator sees the pages as somebody else: the administrator's name. */
    public static final String IMPERSONATOR = "jadhere.seen-by";

    /** True while staff must set up a second factor before they get their rights. */
    public static final String SECOND_FACTOR_REQUIRED = "jadhere.factor-demanded";

    /** The group of what stands in the header, beside the reader's name. */
    public static final String ACCOUNT_GROUP = "account";

    private static final List<String> PLACE_IN_LIST = List.of("after", "before");
    private static final Pattern WORD = Pattern.compile("[a-z0-9-]{1,40}");

    private LayoutContext() {}

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) Objects.requireNonNull(RequestContextHolder.getRequestAttributes()))
                .getRequest();
    }

    /**
     * One entry of the menu.
     *
     * @param group the word of the group it stands in
     */
    public record MenuEntry(String path, String messageKey, String group) {

        public boolean isCurrent() {
            String here = path();
            String now = LayoutContext.path();
            return now.equals(here)
                    || !here.equals("/admin/")
                            && now.startsWith(here + "/")
                            && menu().stream().noneMatch(entry -> now.equals(entry.path()));
        }
    }

    @SuppressWarnings("unchecked")
    public static List<MenuEntry> menu() {
        return Objects.requireNonNullElse((List<MenuEntry>) request().getAttribute(MENU), List.of());
    }

    /** The same in its groups, each in its order; without what the header shows. */
    public static Map<String, List<MenuEntry>> menuByGroup() {
        return menu().stream()
                .filter(entry -> !entry.group().equals(ACCOUNT_GROUP))
                .collect(groupingBy(MenuEntry::group, LinkedHashMap::new, toList()));
    }

    /** Who reads, as the page greets; none before login. */
    public static @Nullable String userName() {
        return (String) request().getAttribute(USER_NAME);
    }

    /** The name of an instance that is not the real one, such as DEV; none of the real one. */
    public static @Nullable String environment() {
        return Deployment.nameIn(request().getServletContext());
    }

    /** Who really looks, while the pages are shown as somebody else sees them; none otherwise. */
    public static @Nullable String impersonator() {
        return (String) request().getAttribute(IMPERSONATOR);
    }

    /** Whether the reader's rights rest until they set up a second factor. */
    public static boolean isSecondFactorRequired() {
        return Boolean.TRUE.equals(request().getAttribute(SECOND_FACTOR_REQUIRED));
    }

    /** As the reader's browser shows it, wherever the request was passed on to. */
    public static String path() {
        Object forwardedFrom = request().getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        return forwardedFrom instanceof String path ? path : request().getRequestURI();
    }

    /** What was just done, in words; nothing where no act led here. */
    public static @Nullable String doneMessage() {
        String word = request().getParameter(Redirect.PARAMETER);
        return word == null || !WORD.matcher(word).matches() ? null : Texts.ifKnown(Redirect.messageKey(word));
    }

    /** What people mostly do next: a field of this page, and the words for it; nothing where the last act offers nothing. */
    public static @Nullable Option nextStep() {
        String word = request().getParameter(Redirect.NEXT);
        String label = word == null || !WORD.matcher(word).matches() ? null : Texts.ifKnown(Redirect.nextKey(word));
        return label == null ? null : new Option("#" + word, label);
    }

    public static String csrfParameter() {
        return csrf().getParameterName();
    }

    public static String csrfToken() {
        return csrf().getToken();
    }

    private static CsrfToken csrf() {
        return (CsrfToken) Objects.requireNonNull(request().getAttribute(CsrfToken.class.getName()));
    }

    /** The address of this page with one parameter changed; a null value takes it out. */
    public static String linkWith(String name, @Nullable String value) {
        return with(name, value, List.of());
    }

    /** The same list from its beginning, in another order. */
    public static String sortLink(Sort sort) {
        return with("sort", sort.word(), PLACE_IN_LIST);
    }

    /** Another page of the same list. */
    public static String pageLink(String name, String key) {
        return with(name, key, PLACE_IN_LIST);
    }

    /** Whether this list was asked for less than all of it. */
    public static boolean isFiltered() {
        return request().getParameterMap().entrySet().stream()
                .filter(parameter -> !List.of("sort", "lang", Redirect.PARAMETER, Redirect.NEXT)
                        .contains(parameter.getKey()))
                .anyMatch(parameter -> !parameter.getValue()[0].isBlank());
    }

    /** The whole of this list, as it is filtered and sorted, to take away. */
    public static String exportLink(String name, String value) {
        return address(path() + "/export", name, value, PLACE_IN_LIST);
    }

    private static String with(String name, @Nullable String value, List<String> without) {
        return address(path(), name, value, without);
    }

    private static String address(String path, String name, @Nullable String value, List<String> without) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (request().getMethod().equals("GET")) { // what was posted may be a password, and never belongs in an address
            request().getParameterMap().forEach((parameter, values) -> parameters.put(parameter, values[0]));
        }
        parameters.values().removeIf(String::isBlank);
        parameters.keySet().removeAll(without);
        parameters.keySet().removeAll(List.of(name, Redirect.PARAMETER, Redirect.NEXT));
        if (value != null) {
            parameters.put(name, value);
        }
        var builder = UriComponentsBuilder.fromPath(path);
        parameters.keySet().forEach(parameter -> builder.queryParam(parameter, "{" + parameter + "}"));
        return builder.encode().buildAndExpand(parameters).toUriString();
    }
}
