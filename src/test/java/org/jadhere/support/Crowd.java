package org.jadhere.support;

import org.jooq.DSLContext;

/**
 * Inserts more than two pages of rows for each list, one statement a table. User i has the service with label i; a fifth of
 * the services have no holder.
 */
public final class Crowd {

    public static final int ROWS = 120;

    private static final String USERS = "app_user where username like 'user-%'";
    private static final String MEMBERS = "member m join app_user u on u.id = m.user_id and username like 'user-%'";
    private static final String SERVICES = "service where label like 'ligne-%'";

    private final DSLContext db;

    private Crowd(DSLContext db) {
        this.db = db;
    }

    public static void arrives(DSLContext db, Cast cast) {
        new Crowd(db).arrive(cast.toulouse);
    }

    private void arrive(long type) {
        run(
                "insert into app_user (username, last_name) select 'user-' || n(i), case i % 2 when 0 then 'Éluard' else 'eluard' end");
        run("insert into user_email (user_id, position, email) select id, 0, username || '@example.org'", USERS);
        run(
                "with joined as (insert into member (user_id) select id from " + USERS + " returning id, user_id) "
                        + "insert into membership (member_id, joined_on) select id, date '2025-01-01' + (user_id % 40)::int",
                "joined");
        run(
                "insert into membership_fee (member_id, amount, method, starts_on) select m.id, m.id % 7, 'transfer', latest_joined_on",
                MEMBERS);
        run(
                "insert into service (type_id, label, starts_on) select " + type
                        + ", replace(username, 'user', 'ligne'), case right(username, 3)::int % 5 when 4 then null else latest_joined_on end",
                MEMBERS);
        run(
                "insert into holding (service_id, member_id, starts_on, known_since) select s.id, m.id, s.starts_on, now()",
                MEMBERS
                        + " join service s on s.label = replace(username, 'user', 'ligne') and s.starts_on is not null");
        run(
                "insert into payment (service_id, amount, method, months, starts_on) select id, id % 7, 'cash', 1, "
                        + "coalesce(starts_on, date '2025-01-01')",
                SERVICES);
        run(
                "insert into ip_allocation (service_id, address, held_from) select id, (case right(label, 3)::int % 2 when 0 "
                        + "then '192.0.2.' || right(label, 3)::int else '2001:db8:' || right(label, 3)::int || '::/48' end)::cidr, "
                        + "timestamptz '2025-01-01T10:00Z' + interval '1 day' * (id % 40)",
                SERVICES);
        run("insert into organisation (name) select 'Association ' || n(i)");
    }

    private void run(String insert) {
        run(insert.replace("n(i)", "lpad(i::text, 3, '0')"), "generate_series(0, %d) i".formatted(ROWS - 1));
    }

    private void run(String insert, String from) {
        db.execute(insert + " from " + from);
    }
}
