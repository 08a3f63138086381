package org.jadhere.people.users;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.CREW;
import static org.jadhere.platform.db.Tables.CREW_MEMBER;
import static org.jadhere.platform.db.Tables.CREW_PERMISSION;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jadhere.people.access.Permission;
import org.jadhere.people.access.PersonName;
import org.jadhere.platform.db.Word;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Result;
import org.springframework.stereotype.Component;

/** Reads the crews, which are too few to need pages. */
@Component
public class Crews {

    private static final Field<Result<Record1<String>>> PERMISSIONS = multiset(
                    select(CREW_PERMISSION.PERMISSION).from(CREW_PERMISSION).where(CREW_PERMISSION.CREW_ID.eq(CREW.ID)))
            .as("permissions");

    private static final Field<Result<Record1<String>>> TYPES = multiset(select(SERVICE_TYPE.NAME)
                    .from(SERVICE_TYPE)
                    .where(SERVICE_TYPE.CREW_ID.eq(CREW.ID))
                    .orderBy(SERVICE_TYPE.NAME))
            .as("types");

    private final DSLContext db;

    Crews(DSLContext db) {
        this.db = db;
    }

    /** A crew in the list, and the number of its volunteers. */
    public record Line(Crew crew, int people) {}

    /**
     * A user in a crew.
     *
     * @param effective whether they have the crew's rights: the account is active and has staff status
     */
    public record Volunteer(long userId, String name, String username, boolean effective) {}

    public Optional<Crew> find(long id) {
        return db.select(CREW.asterisk(), PERMISSIONS, TYPES)
                .from(CREW)
                .where(CREW.ID.eq(id))
                .fetchOptional(Crews::toCrew);
    }

    public List<Line> all() {
        var people = db.selectCount()
                .from(CREW_MEMBER)
                .where(CREW_MEMBER.CREW_ID.eq(CREW.ID))
                .<Integer>asField("people");
        return db.select(CREW.asterisk(), PERMISSIONS, TYPES, people)
                .from(CREW)
                .orderBy(CREW.NAME)
                .fetch(row -> new Line(toCrew(row), row.get(people)));
    }

    /** The crews of a user. */
    public List<Crew> of(User user) {
        return db.select(CREW.asterisk(), PERMISSIONS, TYPES)
                .from(CREW)
                .join(CREW_MEMBER)
                .on(CREW_MEMBER.CREW_ID.eq(CREW.ID))
                .where(CREW_MEMBER.USER_ID.eq(user.id()))
                .orderBy(CREW.NAME)
                .fetch(Crews::toCrew);
    }

    public List<Volunteer> volunteersOf(Crew crew) {
        return db.select(APP_USER.asterisk())
                .from(APP_USER)
                .join(CREW_MEMBER)
                .on(CREW_MEMBER.USER_ID.eq(APP_USER.ID))
                .where(CREW_MEMBER.CREW_ID.eq(crew.id()))
                .orderBy(APP_USER.SORT_NAME, APP_USER.ID)
                .fetch(Crews::toVolunteer);
    }

    private static Volunteer toVolunteer(Record row) {
        return new Volunteer(
                row.get(APP_USER.ID),
                PersonName.in(row),
                row.get(APP_USER.USERNAME),
                row.get(APP_USER.ACTIVE) && (row.get(APP_USER.STAFF) || row.get(APP_USER.SUPERUSER)));
    }

    private static Crew toCrew(Record row) {
        var permissions = row.get(PERMISSIONS).getValues(CREW_PERMISSION.PERMISSION).stream()
                .flatMap(word -> Word.of(Permission.class, word).stream())
                .collect(Collectors.toSet());
        return new Crew(
                row.get(CREW.ID),
                row.get(CREW.NAME),
                permissions,
                row.get(TYPES).getValues(SERVICE_TYPE.NAME));
    }
}
