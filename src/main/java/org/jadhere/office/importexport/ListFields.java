package org.jadhere.office.importexport;

import java.util.List;

/** Fields that hold several values: the rows they stand for are made equal to what the file says. */
final class ListFields {

    // As export writes them, over the row t of the table.
    static final String PERMISSIONS =
            "(select string_agg(permission, ' ' order by permission collate \"C\") from crew_permission where crew_id = t.id)";
    static final String PRIMARY_EMAIL = "(select email from user_email where user_id = t.id and position = 0)";
    static final String OTHER_EMAILS =
            "(select string_agg(email, ' ' order by position) from user_email where user_id = t.id and position > 0)";

    private static final String STALE_PERMISSIONS = """
            delete from crew_permission p using staged_crews s join crew c on c.external_id = s.id
            where p.crew_id = c.id and p.permission <> all (string_to_array(coalesce(s.permissions, ''), ' '))""";

    private static final String NEW_PERMISSIONS = """
            insert into crew_permission (crew_id, permission)
            select c.id, w.permission
            from staged_crews s join crew c on c.external_id = s.id, unnest(string_to_array(s.permissions, ' ')) as w (permission)
            where not exists (select from crew_permission p where p.crew_id = c.id and p.permission = w.permission)
            order by s.line, w.permission""";

    /** What users shall have; the part that the file has no column for, as they have it. */
    private static final String WANTED_EMAILS = """
            create temporary table wanted_emails on commit drop as
            select distinct on (user_id, lower(email)) user_id, position, email from (
                select u.id as user_id, 0 as position, s.email from staged_users s join app_user u on u.external_id = s.id where s.email is not null
                union all
                select u.id, w.position, w.email from staged_users s join app_user u on u.external_id = s.id,
                    unnest(string_to_array(s.other_emails, ' ')) with ordinality as w (email, position)
                union all
                select e.user_id, e.position, e.email from staged_users s join app_user u on u.external_id = s.id
                    join user_email e on e.user_id = u.id where e.position > 0 and not %s) w
            order by user_id, lower(email), position""";

    private static final String STALE_EMAILS = """
            delete from user_email e using staged_users s join app_user u on u.external_id = s.id
            where e.user_id = u.id
              and not exists (select from wanted_emails w where w.user_id = e.user_id and lower(w.email) = lower(e.email))""";

    private static final String MOVED_EMAILS = """
            update user_email e set position = w.position, email = w.email from wanted_emails w
            where w.user_id = e.user_id and lower(w.email) = lower(e.email)
              and (w.position, w.email) is distinct from (e.position, e.email)""";

    private static final String NEW_EMAILS = """
            insert into user_email (user_id, position, email) select user_id, position, email from wanted_emails w
            where not exists (select from user_email e where e.user_id = w.user_id and lower(e.email) = lower(w.email))
            order by user_id, position""";

    private ListFields() {}

    /** What has to stand ready before; it touches no row of the tables. */
    static List<String> preparation(CsvTable kind, StagingTables staging) {
        return kind == CsvTable.USERS && staging.has(kind, "email")
                ? List.of(WANTED_EMAILS.formatted(staging.has(kind, "other_emails")), "analyze wanted_emails")
                : List.of();
    }

    static List<String> changes(CsvTable kind, StagingTables staging) {
        if (kind == CsvTable.CREWS && staging.has(kind, "permissions")) {
            return List.of(STALE_PERMISSIONS, NEW_PERMISSIONS);
        }
        return kind == CsvTable.USERS && staging.has(kind, "email")
                ? List.of(STALE_EMAILS, MOVED_EMAILS, NEW_EMAILS)
                : List.of();
    }
}
