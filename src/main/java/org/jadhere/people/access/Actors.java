package org.jadhere.people.access;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.ASSOCIATION;
import static org.jadhere.platform.db.Tables.CODE_GENERATOR;
import static org.jadhere.platform.db.Tables.CREW_MEMBER;
import static org.jadhere.platform.db.Tables.CREW_PERMISSION;
import static org.jadhere.platform.db.Tables.PASSKEY;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jadhere.platform.db.Tables.STAFF_ENTRY;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jadhere.platform.db.Word;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads a user's rights in one query. */
@Component
public class Actors {

    private static final Field<Result<Record1<Long>>> MANAGED = multiset(select(SERVICE_TYPE.ID)
            .from(SERVICE_TYPE)
            .join(CREW_MEMBER)
            .on(CREW_MEMBER.CREW_ID.eq(SERVICE_TYPE.CREW_ID))
            .where(CREW_MEMBER.USER_ID.eq(APP_USER.ID)));

    private static final Field<Result<Record1<String>>> PERMISSIONS = multiset(select(CREW_PERMISSION.PERMISSION)
            .from(CREW_PERMISSION)
            .join(CREW_MEMBER)
            .on(CREW_MEMBER.CREW_ID.eq(CREW_PERMISSION.CREW_ID))
            .where(CREW_MEMBER.USER_ID.eq(APP_USER.ID)));

    private static final Field<Boolean> HAS_SECOND_FACTOR = field(hasSecondFactor());

    private static final Field<Instant> FACTOR_REQUIRED_SINCE = factorRequiredSince();

    /** For how long staff have all their rights without a second factor. */
    public static final Duration FACTOR_GRACE = Duration.ofDays(14);

    private final DSLContext db;
    private final Clock clock;
    private final boolean demonstration;

    Actors(DSLContext db, Clock clock, @Value("${jadhere.demonstration:false}") boolean demonstration) {
        this.db = db;
        this.clock = clock;
        this.demonstration = demonstration;
    }

    /** Whether an account of {@code app_user} has a second factor. */
    public static Condition hasSecondFactor() {
        return exists(selectOne().from(PASSKEY).where(PASSKEY.USER_ID.eq(APP_USER.ID)))
                .or(exists(selectOne().from(CODE_GENERATOR).where(CODE_GENERATOR.USER_ID.eq(APP_USER.ID))));
    }

    /**
     * Since when an account of {@code app_user} needs a second factor for the administration: since its user first got
     * the status, or since the association requires it, if that is later. Null where it does not.
     */
    public static Field<Instant> factorRequiredSince() {
        return field(select(greatest(STAFF_ENTRY.SINCE, ASSOCIATION.STAFF_SECOND_FACTOR_SINCE))
                        .from(STAFF_ENTRY)
                        .crossJoin(ASSOCIATION)
                        .where(STAFF_ENTRY.USER_ID.eq(APP_USER.ID))
                        .and(ASSOCIATION.STAFF_SECOND_FACTOR))
                .as("factor_required_since");
    }

    /** Empty also for an account that has been closed. */
    Optional<LoginState> find(String username) {
        return db.select(
                        APP_USER.ID,
                        APP_USER.USERNAME,
                        APP_USER.FIRST_NAME,
                        APP_USER.LAST_NAME,
                        APP_USER.LANGUAGE,
                        APP_USER.STAFF,
                        APP_USER.SUPERUSER,
                        MANAGED,
                        PERMISSIONS,
                        HAS_SECOND_FACTOR,
                        FACTOR_REQUIRED_SINCE)
                .from(APP_USER)
                .where(lower(APP_USER.USERNAME).eq(lower(val(username))))
                .and(APP_USER.ACTIVE)
                .fetchOptional(
                        row -> new LoginState(actor(row), row.get(HAS_SECOND_FACTOR), factorDue(row), clock.instant()));
    }

    /** The public accounts of a demonstration are exempt. */
    private @Nullable Instant factorDue(Record row) {
        Instant since = row.get(FACTOR_REQUIRED_SINCE);
        return since == null || demonstration ? null : since.plus(FACTOR_GRACE);
    }

    private static Actor actor(Record row) {
        return new Actor(
                row.get(APP_USER.ID),
                row.get(APP_USER.USERNAME),
                PersonName.in(row),
                row.get(APP_USER.LANGUAGE),
                row.get(APP_USER.STAFF),
                row.get(APP_USER.SUPERUSER),
                Set.copyOf(row.get(MANAGED).getValues(SERVICE_TYPE.ID)),
                permissions(row.get(PERMISSIONS)));
    }

    private static Set<Permission> permissions(Result<Record1<String>> words) {
        return words.getValues(CREW_PERMISSION.PERMISSION).stream()
                .flatMap(word -> Word.of(Permission.class, word).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
