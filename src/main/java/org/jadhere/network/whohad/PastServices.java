package org.jadhere.network.whohad;

import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jadhere.network.services.Holdings;
import org.jadhere.network.whohad.Answer.FoundAllocation;
import org.jadhere.platform.db.Period;
import org.jadhere.platform.web.Texts;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Answers from the service of an allocation: its holder on the day of the question, which is a day of Paris. */
@Component
class PastServices {

    private final DSLContext db;
    private final RowHistory history;
    private final PastIdentities identities;

    PastServices(DSLContext db, RowHistory history, PastIdentities identities) {
        this.db = db;
        this.history = history;
        this.identities = identities;
    }

    /** A name only where a holding covers the day; otherwise the reason why there is none. */
    Answer answer(FoundAllocation allocation, long serviceId, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, Texts.PARIS);
        var service = service(serviceId, at);
        LocalDate start = service.period().start();
        LocalDate end = service.period().end();
        if (start == null || day.isBefore(start)) {
            return new Answer.NotStarted(allocation, service);
        }
        if (end != null && !day.isBefore(end)) {
            return new Answer.Ended(allocation, service);
        }
        return holding(serviceId, day, at)
                .<Answer>map(holding -> new Answer.One(allocation, service, holding))
                .orElseGet(() -> new Answer.NoHolder(allocation, service));
    }

    private PastService service(long id, Instant at) {
        var now = db.selectFrom(SERVICE).where(SERVICE.ID.eq(id)).fetchSingle();
        return new PastService(
                id,
                now.get(SERVICE.EXTERNAL_ID),
                history.of(SERVICE, id)
                        .atOrFirst(at)
                        .map(state -> state.value("label"))
                        .orElse(now.get(SERVICE.LABEL)),
                type(now.get(SERVICE.TYPE_ID), at),
                new Period(now.get(SERVICE.STARTS_ON), now.get(SERVICE.ENDS_ON)));
    }

    private String type(long id, Instant at) {
        return history.of(SERVICE_TYPE, id)
                .atOrFirst(at)
                .map(type -> type.value("name"))
                .orElse("");
    }

    private Optional<PastHolding> holding(long serviceId, LocalDate day, Instant at) {
        return db.selectFrom(HOLDING)
                .where(HOLDING.SERVICE_ID.eq(serviceId))
                .and(Holdings.coversDay(day))
                .fetchOptional(row -> toHolding(row, at));
    }

    private PastHolding toHolding(Record row, Instant at) {
        return new PastHolding(
                row.get(HOLDING.EXTERNAL_ID),
                new Period(row.get(HOLDING.STARTS_ON), row.get(HOLDING.ENDS_ON)),
                identities.of(row.get(HOLDING.MEMBER_ID), at),
                row.get(HOLDING.KNOWN_SINCE),
                row.get(HOLDING.END_KNOWN_SINCE));
    }
}
