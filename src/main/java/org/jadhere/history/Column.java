package org.jadhere.history;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jadhere.history.Entry.Subject;
import org.jspecify.annotations.Nullable;

/** The columns in the order in which they are told, each with its word in the interface and how its values are read. */
enum Column {
    USERNAME("user.username"),
    FIRST_NAME("user.first-name"),
    LAST_NAME("user.last-name"),
    PASSWORD("login.password", Reading.SECRET),
    NAME("type.name"),
    LABEL("service.label"),
    DESCRIPTION("organisation.description"),
    EMAIL("user.email"),
    POSITION("history.field.position"),
    PHONE("user.phone"),
    ADDRESS("user.address"),
    HELD_ADDRESS("address"),
    PREFIX("history.field.prefix"),
    KIND("history.field.use", Reading.words("history.prefix.")),
    LANGUAGE("user.language", Reading.words("language.")),
    STAFF("user.staff", Reading.YES_OR_NO),
    SUPERUSER("user.superuser", Reading.YES_OR_NO),
    ACTIVE("user.active", Reading.YES_OR_NO),
    NUMBER("member.number.short"),
    USER_ID("history.field.user", Reading.thing(Kind.USER)),
    ORGANISATION_ID("history.field.organisation", Reading.thing(Kind.ORGANISATION)),
    TYPE_ID("type", Reading.thing(Kind.SERVICE_TYPE)),
    SERVICE_ID("service", Reading.thing(Kind.SERVICE)),
    MEMBER_ID("member", Reading.thing(Kind.MEMBER)),
    CREW_ID("type.crew", Reading.thing(Kind.CREW)),
    PERMISSION("history.field.permission", Reading.words("history.permission.")),
    AMOUNT("payment.amount", Reading.MONEY),
    MONTHS("payment.rhythm", Reading.words("rhythm.")),
    METHOD("payment.method", Reading.words("method.")),
    USUAL_AMOUNT("type.usual", Reading.MONEY),
    USUAL_MONTHS("history.field.usual-rhythm", Reading.words("rhythm.")),
    JOINED_ON("member.joined", Reading.DAY),
    LEFT_ON("member.last-day", Reading.DAY_BEFORE),
    STARTS_ON("history.field.first-day", Reading.DAY),
    ENDS_ON("member.last-day", Reading.DAY_BEFORE),
    PAID_ON("fee.paid", Reading.DAY),
    HELD_FROM("address.from", Reading.INSTANT),
    HELD_UNTIL("address.until", Reading.INSTANT),
    KNOWN_SINCE("address.known-since", Reading.INSTANT),
    END_KNOWN_SINCE("address.end-known-since", Reading.INSTANT),
    VALIDATED("payment.validated", Reading.YES_OR_NO),
    VALIDATION_ID("history.kind.validation"),
    ITEMS("history.field.items"),
    TOTAL("history.field.total", Reading.MONEY),
    ACTOR("history.column.actor"),
    ACTOR_ID("history.field.user", Reading.thing(Kind.USER)),
    AT("history.column.at", Reading.INSTANT),
    CREATED_AT("history.field.created", Reading.INSTANT),
    CODES_LEFT("history.field.codes-left"),
    BEGAN_AT("history.field.began", Reading.INSTANT),
    ENDED_AT("history.field.ended", Reading.INSTANT),
    ORGANISATION_NAME("joining.organisation"),
    MESSAGE("joining.message"),
    CAME_FROM("history.field.came-from"),
    ASKED_AT("history.field.asked-at", Reading.INSTANT),
    ANSWERED_BY_MAIL("history.field.answered-by-mail", Reading.YES_OR_NO),
    CONFIRMED_AT("history.field.confirmed-at", Reading.INSTANT),
    DECISION("history.field.decision", Reading.words("joining.decision.")),
    DECIDED_AT("history.field.decided-at", Reading.INSTANT),
    DECIDED_BY("history.field.decided-by", Reading.thing(Kind.USER)),
    REPLY("joining.reply"),
    TEXT_FR("consent.text-fr"),
    TEXT_EN("consent.text-en"),
    REQUIRED("consent.required", Reading.YES_OR_NO),
    IN_USE("consent.in-use", Reading.YES_OR_NO),
    OFFERED("type.offered", Reading.YES_OR_NO),
    WEBSITE("association.website"),
    REGISTRATION("association.registration"),
    BANK_HOLDER("association.bank-holder"),
    IBAN("association.iban"),
    BIC("association.bic"),
    LOGIN_BY_LINK("association.login-by-link", Reading.YES_OR_NO),
    STAFF_SECOND_FACTOR("association.staff-second-factor", Reading.YES_OR_NO),
    REMIND_ON("association.remind-on"),
    SENT_AT("mails.sent-at", Reading.INSTANT),
    RECIPIENT("mails.recipient"),
    SUBJECT("mails.subject"),
    PURPOSE("link.purpose", Reading.words("link.purpose.")),
    USED_AT("link.used-at", Reading.INSTANT),
    TEXT("consent"),
    CREATION_TIME("data.opened", Reading.MILLISECONDS),
    LAST_ACCESS_TIME("data.last-seen", Reading.MILLISECONDS),
    PART_LENGTH("history.field.part-length"),
    SPARSE("history.field.sparse", Reading.YES_OR_NO),
    KEEPS_EDGES("history.field.keeps-edges", Reading.YES_OR_NO),
    WARN_PERCENT("history.field.warn-percent"),
    REST_DAYS("prefixes.rest"),
    KEPT_DATA("history.field.kept-data", Reading.words("retention.")),
    KEPT_MONTHS("records.months"),
    LOST_FROM("records.from", Reading.INSTANT),
    LOST_UNTIL("records.until", Reading.INSTANT),
    CAUSE("records.cause"),
    INTERNET_ACCESS("type.internet-access", Reading.YES_OR_NO),
    ZONES("publishing.zones", Reading.YES_OR_NO),
    GEOFEED("publishing.geofeed", Reading.YES_OR_NO),
    ISP_JSON("publishing.isp-json", Reading.YES_OR_NO),
    PRIMARY_SERVER("publishing.primary"),
    OTHER_SERVERS("publishing.servers"),
    HOSTMASTER("publishing.hostmaster"),
    RECORD_TTL("publishing.ttl"),
    NEGATIVE_TTL("publishing.negative-ttl"),
    SHORTNAME("profile.shortname"),
    LOGO_URL("profile.logo"),
    OTHER_WEBSITES("profile.websites"),
    MAILING_LIST("profile.list"),
    CREATED_ON("profile.created", Reading.DAY),
    FEDERATED_ON("profile.federated", Reading.DAY),
    PROGRESS("profile.progress", Reading.words("profile.progress.")),
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

    private static final Map<String, Column> BY_NAME = new HashMap<>();

    static {
        for (Column column : values()) {
            BY_NAME.put(column.name().toLowerCase(Locale.ROOT), column);
        }
    }

    private final String messageKey;
    private final Reading reading;

    Column(String messageKey) {
        this(messageKey, Reading.TEXT);
    }

    Column(String messageKey, Reading reading) {
        this.messageKey = messageKey;
        this.reading = reading;
    }

    String messageKey() {
        return messageKey;
    }

    Reading reading() {
        return reading;
    }

    /** None for a column that is younger than this list. The address of a service is no place where somebody lives. */
    static Optional<Column> of(@Nullable Kind kind, String name) {
        boolean isIpAddress = (kind == Kind.ADDRESS || kind == Kind.REVERSE_NAME) && name.equals("address");
        return Optional.ofNullable(isIpAddress ? HELD_ADDRESS : BY_NAME.get(name));
    }

    /** The thing that a value names, where the column names things. */
    static Optional<Subject> reference(String name, @Nullable String value) {
        var column = BY_NAME.get(name);
        Kind kind = column == null ? null : column.reading.kind();
        return kind == null || value == null
                ? Optional.empty()
                : Optional.of(new Subject(kind.table(), Long.parseLong(value)));
    }
}
