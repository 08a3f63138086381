package org.jadhere.office.history;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.db.Word;
import org.jspecify.annotations.Nullable;

/** The tables whose changes are recorded, some with a page for each row. */
enum TrackedTable implements Word.Hyphenated {
    USER("app_user", "/admin/users/", Audience.CREWS),
    EMAIL("user_email"),
    ORGANISATION("organisation", "/admin/organisations/", Audience.CREWS),
    REPRESENTATIVE("organisation_user"),
    MEMBER("member", "/admin/members/", Audience.CREWS_AND_BANK),
    MEMBERSHIP("membership"),
    FEE("membership_fee", "/admin/fees/", Audience.CREWS_AND_BANK),
    CREW("crew"),
    CREW_MEMBER("crew_member"),
    CREW_PERMISSION("crew_permission"),
    SERVICE_TYPE("service_type", "/admin/service-types/", Audience.CREWS),
    SERVICE("service", "/admin/services/", Audience.CREWS_AND_BANK),
    HOLDING("holding"),
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
    DEPARTURE_REASON("departure_reason"),
    RETENTION("retention"),
    RECORD_GAP("record_gap"),
    PUBLISHING("publishing"),
    COVERED_AREA("covered_area", "/admin/publishing/areas/", Audience.ADMINISTRATORS),
    REVERSE_NAME("reverse_name", "/admin/reverse/", Audience.ADMINISTRATORS),
    DELEGATION("delegation", "/admin/delegations/", Audience.ADMINISTRATORS),
    LOCATION("location", "/admin/publishing/geofeed/", Audience.ADMINISTRATORS);

    private static final Map<String, TrackedTable> BY_TABLE =
            Stream.of(values()).collect(Collectors.toMap(TrackedTable::tableName, Function.identity()));

    private final String tableName;
    private final @Nullable String path;
    private final Audience audience;

    TrackedTable(String tableName) {
        this(tableName, null, Audience.ADMINISTRATORS);
    }

    TrackedTable(String tableName, @Nullable String path, Audience audience) {
        this.tableName = tableName;
        this.path = path;
        this.audience = audience;
    }

    String tableName() {
        return tableName;
    }

    /** Returns null for an unknown table; its entries show the bare table name. */
    static @Nullable TrackedTable of(String table) {
        return BY_TABLE.get(table);
    }

    /** Returns the page of a row, if there is one that this actor may see. */
    @Nullable
    String page(Actor actor, long id) {
        return path == null || !audience.includes(actor) ? null : path + id;
    }
}
