package org.jadhere.network.publishing;

import static org.jadhere.platform.db.Tables.PUBLISHING;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the settings of the public documents. */
@Component
public class Publications {

    private final DSLContext db;

    Publications(DSLContext db) {
        this.db = db;
    }

    public Publishing current() {
        return db.selectFrom(PUBLISHING).fetchSingle(Publications::toPublishing);
    }

    private static Publishing toPublishing(Record row) {
        return new Publishing(
                row.get(PUBLISHING.ZONES),
                row.get(PUBLISHING.GEOFEED),
                row.get(PUBLISHING.ISP_JSON),
                toServers(row),
                toProfile(row));
    }

    public static NameServers toServers(Record row) {
        return new NameServers(
                row.get(PUBLISHING.PRIMARY_SERVER),
                List.of(row.get(PUBLISHING.OTHER_SERVERS)),
                row.get(PUBLISHING.HOSTMASTER),
                row.get(PUBLISHING.RECORD_TTL),
                row.get(PUBLISHING.NEGATIVE_TTL));
    }

    private static IspProfile toProfile(Record row) {
        return new IspProfile(
                row.get(PUBLISHING.SHORTNAME),
                row.get(PUBLISHING.DESCRIPTION),
                row.get(PUBLISHING.LOGO_URL),
                List.of(row.get(PUBLISHING.OTHER_WEBSITES)),
                row.get(PUBLISHING.MAILING_LIST),
                row.get(PUBLISHING.CREATED_ON),
                row.get(PUBLISHING.FEDERATED_ON),
                row.get(PUBLISHING.PROGRESS),
                List.of(row.get(PUBLISHING.CHATROOMS)),
                new IspProfile.Office(
                        row.get(PUBLISHING.OFFICE_BOX),
                        row.get(PUBLISHING.OFFICE_EXTENDED),
                        row.get(PUBLISHING.OFFICE_REGION),
                        row.get(PUBLISHING.OFFICE_COUNTRY)),
                toPoint(row));
    }

    private static IspProfile.@Nullable Point toPoint(Record row) {
        BigDecimal latitude = row.get(PUBLISHING.LATITUDE);
        return latitude == null ? null : new IspProfile.Point(latitude, row.get(PUBLISHING.LONGITUDE));
    }
}
