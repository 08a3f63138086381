package org.jadhere.platform.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jadhere.platform.site.Deployment;
import org.jadhere.platform.site.RequestParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The data of the layout around a page, read from the attributes and parameters of the current request. For templates. */
public final class LayoutContext {

    /** Request attribute: the menu entries of the current user. */
    public static final String MENU = "jadhere.menu";

    /** Request attribute: the display name of the current user. */
    public static final String USER_NAME = "jadhere.user-name";

    /** Request attribute: the language code that the account has chosen. */
    public static final String LANGUAGE = "jadhere.language";

    /** Request attribute: the name of the administrator who views the pages as another user. */
    public static final String IMPERSONATOR = "jadhere.impersonator";

    /** Request attribute: true while a staff user has no rights until they set up a second factor. */
    public static final String SECOND_FACTOR_REQUIRED = "jadhere.second-factor-required";

    /** Request attribute: the instant until which a staff user has all rights without a second factor. */
    public static final String SECOND_FACTOR_DUE = "jadhere.second-factor-due";

    /** Request attribute: a {@link Supplier} of the path of the guide chapter that explains the page. */
    public static final String HELP = "jadhere.help";

    /** The menu group that the header shows, beside the user's name. */
    public static final String ACCOUNT_GROUP = "account";

    private static final List<String> KEYSET_PARAMETERS = List.of("after", "before");
    private static final Pattern WORD = Pattern.compile("[a-z0-9-]{1,40}");

    private LayoutContext() {}

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) Objects.requireNonNull(RequestContextHolder.getRequestAttributes()))
                .getRequest();
    }

    /** @param group the last part of the group's message key, {@code menu.group.*} */
    public record MenuEntry(String path, String messageKey, String group) {

        /** Whether the current page is the entry's, or lies below it and has no entry of its own. */
        public boolean isCurrent() {
            String current = LayoutContext.path();
            return current.equals(path)
                    || !path.equals("/admin/")
                            && current.startsWith(path + "/")
                            && menu().stream().noneMatch(entry -> current.equals(entry.path()));
        }
    }

    @SuppressWarnings("unchecked")
    public static List<MenuEntry> menu() {
        return Objects.requireNonNullElse((List<MenuEntry>) request().getAttribute(MENU), List.of());
    }

    /** The menu by group, both in their order, without the group that the header shows. */
    public static Map<String, List<MenuEntry>> menuByGroup() {
        return menu().stream()
                .filter(entry -> !entry.group().equals(ACCOUNT_GROUP))
                .collect(groupingBy(MenuEntry::group, LinkedHashMap::new, toList()));
    }

    /** The display name of the current user; null before login. */
    public static @Nullable String userName() {
        return (String) request().getAttribute(USER_NAME);
    }

    /** The name of an instance that is not production, such as DEV; null in production. */
    public static @Nullable String environment() {
        return Deployment.nonProductionName(request().getServletContext());
    }

    /** The administrator who views the pages as another user; null otherwise. */
    public static @Nullable String impersonator() {
        return (String) request().getAttribute(IMPERSONATOR);
    }

    /** Whether the current user has no rights until they set up a second factor. */
    public static boolean isSecondFactorRequired() {
        return Boolean.TRUE.equals(request().getAttribute(SECOND_FACTOR_REQUIRED));
    }

    /** The first day on which the administration is closed to the current user without a second factor; else null. */
    public static @Nullable String secondFactorDue() {
        return request().getAttribute(SECOND_FACTOR_DUE) instanceof Instant due
                ? Texts.fullDate(LocalDate.ofInstant(due, Texts.PARIS))
                : null;
    }

    /** The path of the guide chapter that explains this page; null where the guides have set none. */
    public static @Nullable String helpLink() {
        return request().getAttribute(HELP) instanceof Supplier<?> help ? (String) help.get() : null;
    }

    /** The path that the browser shows, also within a forward. */
    public static String path() {
        Object forwardedFrom = request().getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        return forwardedFrom instanceof String path ? path : request().getRequestURI();
    }

    /** The confirmation of the action that redirected here; null after none. */
    public static @Nullable String doneMessage() {
        return message(Redirect.DONE);
    }

    /** The usual next step after that action: a link to a field of this page. Null where the action has none. */
    public static @Nullable Option nextStep() {
        String label = message(Redirect.NEXT);
        return label == null ? null : new Option("#" + parameter(Redirect.NEXT), label);
    }

    /** The text of {@code PARAMETER.VALUE}; null for a value without a message, since anyone can write the address. */
    private static @Nullable String message(String parameter) {
        String word = parameter(parameter);
        return word == null || !WORD.matcher(word).matches() ? null : Texts.ifKnown(parameter + "." + word);
    }

    private static @Nullable String parameter(String name) {
        return RequestParameters.areReadable(request()) ? request().getParameter(name) : null;
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

    /** The address of this page with one parameter set to a value. */
    public static String linkWith(String name, String value) {
        return link(path(), name, value, List.of());
    }

    /** The address of the first page of this list in another order. */
    public static String sortLink(Sort sort) {
        return link(path(), "sort", sort.word(), KEYSET_PARAMETERS);
    }

    /** The address of another page of this list; {@code name} is {@code after} or {@code before}. */
    public static String pageLink(String name, String key) {
        return link(path(), name, key, KEYSET_PARAMETERS);
    }

    /** Whether the parameters of the request filter this list. */
    public static boolean isFiltered() {
        return request().getParameterMap().entrySet().stream()
                .filter(parameter ->
                        !List.of("sort", "lang", Redirect.DONE, Redirect.NEXT).contains(parameter.getKey()))
                .anyMatch(parameter -> !parameter.getValue()[0].isBlank());
    }

    /** The address of the export of all pages of this list, filtered and sorted as shown. */
    public static String exportLink(String name, String value) {
        return link(path() + "/export", name, value, KEYSET_PARAMETERS);
    }

    private static String link(String path, String name, String value, List<String> without) {
        return RequestParameters.of(request())
                .without(without)
                .without(List.of(Redirect.DONE, Redirect.NEXT))
                .with(name, value)
                .link(path);
    }
}
