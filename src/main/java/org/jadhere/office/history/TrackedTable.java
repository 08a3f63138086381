package org.jadhere.office.history;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.Audience;
import org.jspecify.annotations.Nullable;

/** The kinds of thing that have a history: each a table, some with a page of their own. */
enum TrackedTable {
    USER("app_user", "/admin/users/", Audience.CREWS),
    EMAIL("user_email"),
    ORGANISATION("organisation", "/admin/organisations/", Audience.CREWS),
    REPRESENTATIVE("organisation_user"),
    MEMBER("member", "/admin/members/", Audience.CREWS_AND_BANK),
    FEE("membership_fee", "/admin/fees/", Audience.CREWS_AND_BANK),
    CREW("crew"),
    CREW_MEMBER("crew_member"),
    CREW_PERMISSION("crew_permission"),
    SERVICE_TYPE("service_type", "/admin/service-types/", Audience.CREWS),
    SERVICE("service", "/admin/services/", Audience.CREWS_AND_BANK),
    PAYMENT("payment", "/admin/payments/", Audience.CREWS_AND_BANK),
    PREFIX("prefix", "/admin/prefixes/", Audience.ADMINISTRATORS),
    ADDRESS("ip_allocation", "/admin/addresses/", Audience.CREWS),
    VALIDATION("validation"),
    REHEARSAL("rehearsal"),
    ASSOCIATION("association"),
    CONSENT("consent"),
    JOIN_REQUEST("join_request", "/admin/requests/", Audience.CREWS),
    PASSKEY("passkey"),
    CODE_GENERATOR("code_generator"),
    RECOVERY_SHEET("recovery_sheet"),
    CLOSING_REQUEST("closing_request"),
    RETENTION("retention"),
    RECORD_GAP("record_gap"),
    PUBLISHING("publishing"),
    COVERED_AREA("covered_area", "/admin/publishing/areas/", Audience.ADMINISTRATORS),
    REVERSE_NAME("reverse_name", "/admin/reverse/", Audience.ADMINISTRATORS),
    DELEGATION("delegation", "/admin/delegations/", Audience.ADMINISTRATORS),
    LOCATION("location", "/admin/publishing/geofeed/", Audience.ADMINISTRATORS);

    private static final Map<String, TrackedTable> BY_TABLE =
            Stream.of(values()).collect(Collectors.toMap(TrackedTable::table, Function.identity()));

    private final String table;
    private final @Nullable String pages;
    private final Audience audience;

    TrackedTable(String table) {
        this(table, null, Audience.ADMINISTRATORS);
    }

    TrackedTable(String table, @Nullable String pages, Audience audience) {
        this.table = table;
        this.pages = pages;
        this.audience = audience;
    }

    String table() {
        return table;
    }

    /** None for a table that is younger than this list: its rows are told by their bare names. */
    static @Nullable TrackedTable of(String table) {
        return BY_TABLE.get(table);
    }

    /** As it stands in an address and in the keys of messages. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where one of them is shown to this actor, if it is. */
    @Nullable
    String page(Actor actor, long id) {
        return pages == null || !audience.includes(actor) ? null : pages + id;
    }
}
