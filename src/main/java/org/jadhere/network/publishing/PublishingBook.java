package org.jadhere.network.publishing;

import static org.jadhere.platform.db.Tables.PUBLISHING;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the settings of the public documents; only administrators may. */
@Component
class PublishingBook {

    private static final Map<String, RuleViolationException> VIOLATIONS = Map.ofEntries(
            Map.entry("publishing_other_servers", new RuleViolationException("servers", "error.servers-twice")),
            Map.entry("publishing_hostmaster", new RuleViolationException("hostmaster", "error.hostmaster")),
            Map.entry("publishing_logo_url", new RuleViolationException("logo", "error.website")),
            Map.entry("publishing_other_websites", new RuleViolationException("websites", "error.websites")),
            Map.entry("publishing_mailing_list", new RuleViolationException("list", "error.email-form")),
            Map.entry("publishing_chatrooms", new RuleViolationException("chatrooms", "error.chatrooms")),
            Map.entry("publishing_office", new RuleViolationException("country", "error.office-half")),
            Map.entry("publishing_coordinates", new RuleViolationException("longitude", "error.coordinates-half")),
            Map.entry("publishing_zones_complete", new RuleViolationException("zones", "error.zones-incomplete")));

    private final DSLContext db;
    private final Publications publications;

    PublishingBook(DSLContext db, Publications publications) {
        this.db = db;
        this.publications = publications;
    }

    @Transactional
    public void change(Actor actor, Publishing wanted, FormSnapshot snapshot) {
        actor.must(actor.superuser());
        db.select(PUBLISHING.ID).from(PUBLISHING).forNoKeyUpdate().execute();
        snapshot.requireUnchanged(PublishingForm.fields(publications.current()));
        RuleViolationException.translateConstraints(
                VIOLATIONS,
                () -> db.update(PUBLISHING)
                        .set(columns(wanted))
                        .where(PUBLISHING.ONLY_ONE.isTrue())
                        .execute());
    }

    private static Map<Field<?>, @Nullable Object> columns(Publishing publishing) {
        Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(PUBLISHING.ZONES, publishing.zones());
        columns.put(PUBLISHING.GEOFEED, publishing.geofeed());
        columns.put(PUBLISHING.ISP_JSON, publishing.ispJson());
        columns.putAll(columns(publishing.servers()));
        columns.putAll(columns(publishing.profile()));
        return columns;
    }

    private static Map<Field<?>, Object> columns(NameServers servers) {
        return Map.of(
                PUBLISHING.PRIMARY_SERVER, servers.primary(),
                PUBLISHING.OTHER_SERVERS, servers.others().toArray(String[]::new),
                PUBLISHING.HOSTMASTER, servers.hostmaster(),
                PUBLISHING.RECORD_TTL, servers.ttl(),
                PUBLISHING.NEGATIVE_TTL, servers.negativeTtl());
    }

    private static Map<Field<?>, @Nullable Object> columns(IspProfile profile) {
        Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(PUBLISHING.SHORTNAME, profile.shortname());
        columns.put(PUBLISHING.DESCRIPTION, profile.description());
        columns.put(PUBLISHING.LOGO_URL, profile.logoUrl());
        columns.put(PUBLISHING.OTHER_WEBSITES, profile.otherWebsites().toArray(String[]::new));
        columns.put(PUBLISHING.MAILING_LIST, profile.mailingList());
        columns.put(PUBLISHING.CREATED_ON, profile.createdOn());
        columns.put(PUBLISHING.FEDERATED_ON, profile.federatedOn());
        columns.put(PUBLISHING.PROGRESS, profile.progress());
        columns.put(PUBLISHING.CHATROOMS, profile.chatrooms().toArray(String[]::new));
        columns.putAll(columns(profile.office()));
        var point = profile.point();
        columns.put(PUBLISHING.LATITUDE, point == null ? null : point.latitude());
        columns.put(PUBLISHING.LONGITUDE, point == null ? null : point.longitude());
        return columns;
    }

    private static Map<Field<?>, Object> columns(IspProfile.Office office) {
        return Map.of(
                PUBLISHING.OFFICE_BOX, office.box(),
                PUBLISHING.OFFICE_EXTENDED, office.extended(),
                PUBLISHING.OFFICE_REGION, office.region(),
                PUBLISHING.OFFICE_COUNTRY, office.country());
    }
}
