package org.jadhere.network.publishing;

import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.MEMBERSHIP;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jadhere.network.services.Holdings;
import org.jadhere.network.services.Services;
import org.jadhere.people.association.Associations;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Builds isp.json; one query counts members and subscribers. */
@Component
class IspDocuments {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final DSLContext db;
    private final Clock clock;
    private final Associations associations;
    private final Publications publications;
    private final CoveredAreas areas;

    IspDocuments(DSLContext db, Clock clock, Associations associations, Publications publications, CoveredAreas areas) {
        this.db = db;
        this.clock = clock;
        this.associations = associations;
        this.publications = publications;
        this.areas = areas;
    }

    /** Returns empty if isp.json is switched off or a required field is missing. */
    Optional<byte[]> current() {
        var association = associations.current();
        var publishing = publications.current();
        return publishing.ispJson() && IspDocument.isPossible(association)
                ? Optional.of(JSON.writeValueAsBytes(
                        IspDocument.of(association, publishing.profile(), areas.all(), counts())))
                : Optional.empty();
    }

    /** Counts current members, and as subscribers those with a running internet access. */
    private IspDocument.Counts counts() {
        LocalDate today = LocalDate.now(clock);
        return db.select(count(), count().filterWhere(hasAccess(today)))
                .from(MEMBER)
                .where(exists(selectOne()
                        .from(MEMBERSHIP)
                        .where(MEMBERSHIP.MEMBER_ID.eq(MEMBER.ID))
                        .and(MEMBERSHIP.JOINED_ON.le(today))
                        .and(MEMBERSHIP.LEFT_ON.isNull().or(MEMBERSHIP.LEFT_ON.gt(today)))))
                .fetchSingle(row -> new IspDocument.Counts(row.value1(), row.value2()));
    }

    private static Condition hasAccess(LocalDate today) {
        return exists(selectOne()
                .from(HOLDING)
                .join(Services.WITH_TYPE)
                .on(SERVICE.ID.eq(HOLDING.SERVICE_ID))
                .where(HOLDING.MEMBER_ID.eq(MEMBER.ID))
                .and(SERVICE_TYPE.INTERNET_ACCESS)
                .and(Holdings.coversDay(today)));
    }
}
