package org.jadhere.people.access;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.ASSOCIATION;
import static org.jadhere.platform.db.Tables.CODE_GENERATOR;
import static org.jadhere.platform.db.Tables.CREW_MEMBER;
import static org.jadhere.platform.db.Tables.CREW_PERMISSION;
import static org.jadhere.platform.db.Tables.PASSKEY;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

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

    private static final Field<Boolean> FACTOR_REQUIRED =
            field(select(ASSOCIATION.STAFF_SECOND_FACTOR).from(ASSOCIATION));

    private final DSLContext db;

    Actors(DSLContext db) {
        this.db = db;
    }

    /** Whether an account of {@code app_user} has a second factor. */
    public static Condition hasSecondFactor() {
        return exists(selectOne().from(PASSKEY).where(PASSKEY.USER_ID.eq(APP_USER.ID)))
                .or(exists(selectOne().from(CODE_GENERATOR).where(CODE_GENERATOR.USER_ID.eq(APP_USER.ID))));
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
                        FACTOR_REQUIRED)
                .from(APP_USER)
                .where(lower(APP_USER.USERNAME).eq(lower(val(username))))
                .and(APP_USER.ACTIVE)
                .fetchOptional(row -> new LoginState(actor(row), row.get(HAS_SECOND_FACTOR), row.get(FACTOR_REQUIRED)));
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
