package org.jadhere.office.history;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jadhere.office.history.HistoryEntry.Subject;
import org.jspecify.annotations.Nullable;

/** The columns of all tracked tables in display order, with the message key of their label and their type. */
enum TrackedColumn {
    USERNAME("user.username"),
    FIRST_NAME("user.first-name"),
    LAST_NAME("user.last-name"),
    PASSWORD("login.password", ValueType.SECRET),
    NAME("type.name"),
    LABEL("service.label"),
    DESCRIPTION("organisation.description"),
    EMAIL("user.email"),
    CONFIRMED("history.field.confirmed", ValueType.YES_OR_NO),
    POSITION("history.field.position"),
    PHONE("user.phone"),
    ADDRESS("user.address"),
    HELD_ADDRESS("address"),
    PREFIX("history.field.prefix"),
    KIND("history.field.use", ValueType.words("history.prefix.")),
    LANGUAGE("user.language", ValueType.words("language.")),
    STAFF("user.staff", ValueType.YES_OR_NO),
    SUPERUSER("user.superuser", ValueType.YES_OR_NO),
    ACTIVE("user.active", ValueType.YES_OR_NO),
    NUMBER("member.number.short"),
    USER_ID("history.field.user", ValueType.reference(TrackedTable.USER)),
    ORGANISATION_ID("history.field.organisation", ValueType.reference(TrackedTable.ORGANISATION)),
    TYPE_ID("type", ValueType.reference(TrackedTable.SERVICE_TYPE)),
    SERVICE_ID("service", ValueType.reference(TrackedTable.SERVICE)),
    MEMBER_ID("member", ValueType.reference(TrackedTable.MEMBER)),
    HOLDING_ID("holding", ValueType.reference(TrackedTable.HOLDING)),
    CREW_ID("type.crew", ValueType.reference(TrackedTable.CREW)),
    PERMISSION("history.field.permission", ValueType.words("history.permission.")),
    AMOUNT("payment.amount", ValueType.MONEY),
    MONTHS("payment.rhythm", ValueType.words("rhythm.")),
    METHOD("payment.method", ValueType.words("method.")),
    USUAL_AMOUNT("type.usual", ValueType.MONEY),
    USUAL_MONTHS("history.field.usual-rhythm", ValueType.words("rhythm.")),
    JOINED_ON("member.joined", ValueType.DAY),
    LEFT_ON("member.last-day", ValueType.DAY_BEFORE),
    STARTS_ON("history.field.first-day", ValueType.DAY),
    ENDS_ON("member.last-day", ValueType.DAY_BEFORE),
    PAID_ON("fee.paid", ValueType.DAY),
    HELD_FROM("address.from", ValueType.INSTANT),
    HELD_UNTIL("address.until", ValueType.INSTANT),
    KNOWN_SINCE("address.known-since", ValueType.INSTANT),
    END_KNOWN_SINCE("address.end-known-since", ValueType.INSTANT),
    VALIDATED("payment.validated", ValueType.YES_OR_NO),
    VALIDATION_ID("history.kind.validation"),
    ITEMS("history.field.items"),
    TOTAL("history.field.total", ValueType.MONEY),
    ACTOR("history.column.actor"),
    ACTOR_ID("history.field.user", ValueType.reference(TrackedTable.USER)),
    AT("history.column.at", ValueType.INSTANT),
    CREATED_AT("history.field.created", ValueType.INSTANT),
    CODES_LEFT("history.field.codes-left"),
    BEGAN_AT("history.field.began", ValueType.INSTANT),
    ENDED_AT("history.field.ended", ValueType.INSTANT),
    ORGANISATION_NAME("joining.organisation"),
    MESSAGE("joining.message"),
    CAME_FROM("history.field.came-from"),
    ASKED_AT("history.field.asked-at", ValueType.INSTANT),
    ANSWERED_BY_MAIL("history.field.answered-by-mail", ValueType.YES_OR_NO),
    CONFIRMED_AT("history.field.confirmed-at", ValueType.INSTANT),
    DECISION("history.field.decision", ValueType.words("joining.decision.")),
    DECIDED_AT("history.field.decided-at", ValueType.INSTANT),
    DECIDED_BY("history.field.decided-by", ValueType.reference(TrackedTable.USER)),
    REPLY("joining.reply"),
    ITEM("history.field.item"),
    REASON("departure.reason"),
    NOTED_BY("history.field.noted-by", ValueType.reference(TrackedTable.USER)),
    NOTED_AT("history.field.noted-at", ValueType.INSTANT),
    TEXT_FR("consent.text-fr"),
    TEXT_EN("consent.text-en"),
    REQUIRED("consent.required", ValueType.YES_OR_NO),
    IN_USE("consent.in-use", ValueType.YES_OR_NO),
    OFFERED("type.offered", ValueType.YES_OR_NO),
    WEBSITE("association.website"),
    REGISTRATION("association.registration"),
    BANK_HOLDER("association.bank-holder"),
    IBAN("association.iban"),
    BIC("association.bic"),
    LOGIN_BY_LINK("association.login-by-link", ValueType.YES_OR_NO),
    STAFF_SECOND_FACTOR("association.staff-second-factor", ValueType.YES_OR_NO),
    STAFF_SECOND_FACTOR_SINCE("history.field.second-factor-since", ValueType.INSTANT),
    REMIND_ON("association.remind-on"),
    SENT_AT("mails.sent-at", ValueType.INSTANT),
    RECIPIENT("mails.recipient"),
    SUBJECT("mails.subject"),
    PURPOSE("link.purpose", ValueType.words("link.purpose.")),
    USED_AT("link.used-at", ValueType.INSTANT),
    TEXT("consent"),
    CREATION_TIME("data.opened", ValueType.MILLISECONDS),
    LAST_ACCESS_TIME("data.last-seen", ValueType.MILLISECONDS),
    PART_LENGTH("history.field.part-length"),
    SPARSE("history.field.sparse", ValueType.YES_OR_NO),
    KEEPS_EDGES("history.field.keeps-edges", ValueType.YES_OR_NO),
    WARN_PERCENT("history.field.warn-percent"),
    REST_DAYS("prefixes.rest"),
    KEPT_DATA("history.field.kept-data", ValueType.words("retention.")),
    KEPT_MONTHS("records.months"),
    LOST_FROM("records.from", ValueType.INSTANT),
    LOST_UNTIL("records.until", ValueType.INSTANT),
    CAUSE("records.cause"),
    INTERNET_ACCESS("type.internet-access", ValueType.YES_OR_NO),
    ZONES("publishing.zones", ValueType.YES_OR_NO),
    GEOFEED("publishing.geofeed", ValueType.YES_OR_NO),
    ISP_JSON("publishing.isp-json", ValueType.YES_OR_NO),
    PRIMARY_SERVER("publishing.primary"),
    OTHER_SERVERS("publishing.servers"),
    HOSTMASTER("publishing.hostmaster"),
    RECORD_TTL("publishing.ttl"),
    NEGATIVE_TTL("publishing.negative-ttl"),
    SHORTNAME("profile.shortname"),
    LOGO_URL("profile.logo"),
    OTHER_WEBSITES("profile.websites"),
    MAILING_LIST("profile.list"),
    CREATED_ON("profile.created", ValueType.DAY),
    FEDERATED_ON("profile.federated", ValueType.DAY),
    PROGRESS("profile.progress", ValueType.words("profile.progress.")),
    CHATROOMS("profile.chatrooms"),
    OFFICE_BOX("profile.box"),
    OFFICE_EXTENDED("profile.extended"),
    OFFICE_REGION("profile.region"),
    OFFICE_COUNTRY("profile.country"),
    LATITUDE("profile.latitude"),
    LONGITUDE("profile.longitude"),
    TECHNOLOGIES("areas.technologies"),
    AREA("areas.area"),
    SERVERS("delegations.servers"),
    COUNTRY("geofeed.country"),
    REGION("geofeed.region"),
    CITY("geofeed.city"),
    NOTE("payment.note"),
    NOTES("service.notes");

    private static final Map<String, TrackedColumn> BY_NAME = new HashMap<>();

    static {
        for (TrackedColumn column : values()) {
            BY_NAME.put(column.name().toLowerCase(Locale.ROOT), column);
        }
    }

    private final String messageKey;
    private final ValueType valueType;

    TrackedColumn(String messageKey) {
        this(messageKey, ValueType.TEXT);
    }

    TrackedColumn(String messageKey, ValueType valueType) {
        this.messageKey = messageKey;
        this.valueType = valueType;
    }

    String messageKey() {
        return messageKey;
    }

    ValueType valueType() {
        return valueType;
    }

    /** Returns nothing for an unknown column. In two tables, {@code address} is an IP address, not a postal one. */
    static Optional<TrackedColumn> of(@Nullable TrackedTable table, String name) {
        boolean isIpAddress =
                (table == TrackedTable.ADDRESS || table == TrackedTable.REVERSE_NAME) && name.equals("address");
        return Optional.ofNullable(isIpAddress ? HELD_ADDRESS : BY_NAME.get(name));
    }

    /** Returns the row that a value refers to, if the column is a reference. */
    static Optional<Subject> reference(String name, @Nullable String value) {
        var column = BY_NAME.get(name);
        TrackedTable table = column == null ? null : column.valueType.references();
        return table == null || value == null
                ? Optional.empty()
                : Optional.of(new Subject(table.tableName(), Long.parseLong(value)));
    }
}
