package org.jadhere.office.importexport;

import java.util.List;

/** Fields with several values, which are stored as rows of another table; import makes those rows equal to the file. */
final class ListFields {

    // Export: SQL over t, the row of the table.
    static final String PERMISSIONS =
            "(select string_agg(permission, ' ' order by permission collate \"C\") from crew_permission where crew_id = t.id)";
    static final String PRIMARY_EMAIL = "(select email from user_email where user_id = t.id and position = 0)";
    static final String OTHER_EMAILS =
            "(select string_agg(email, ' ' order by position) from user_email where user_id = t.id and position > 0)";

    static final String UNCONFIRMED_EMAILS =
            "(select string_agg(email, ' ' order by position) from user_email where user_id = t.id and not confirmed)";

    private static final String STALE_PERMISSIONS = """
            delete from crew_permission p using staged_crews s join crew c on c.external_id = s.id
            where p.crew_id = c.id and p.permission <> all (string_to_array(coalesce(s.permissions, ''), ' '))""";

    private static final String NEW_PERMISSIONS = """
            insert into crew_permission (crew_id, permission)
            select c.id, w.permission
            from staged_crews s join crew c on c.external_id = s.id, unnest(string_to_array(s.permissions, ' ')) as w (permission)
            where not exists (select from crew_permission p where p.crew_id = c.id and p.permission = w.permission)
            order by s.line, w.permission""";

    /**
     * The addresses that users have after the import. Without a column for the other ones, those stay. Those of the folder
     * are confirmed unless its column says otherwise.
     */
    private static final String DESIRED_EMAILS = """
            create temporary table new_emails on commit drop as
            select distinct on (user_id, lower(email)) user_id, position, email,
                coalesce(confirmed, lower(email) <> all (string_to_array(lower(coalesce(unconfirmed, '')), ' '))) as confirmed from (
                select u.id as user_id, 0 as position, s.email, %2$s as unconfirmed, null::boolean as confirmed from staged_users s join app_user u on u.external_id = s.id where s.email is not null
                union all
                select u.id, w.position, w.email, %2$s, null from staged_users s join app_user u on u.external_id = s.id,
                    unnest(string_to_array(s.other_emails, ' ')) with ordinality as w (email, position)
                union all
                select e.user_id, e.position, e.email, %2$s, case when %2$s is null then e.confirmed end from staged_users s join app_user u on u.external_id = s.id
                    join user_email e on e.user_id = u.id where e.position > 0 and not %1$s) w
            order by user_id, lower(email), position""";

    private static final String STALE_EMAILS = """
            delete from user_email e using staged_users s join app_user u on u.external_id = s.id
            where e.user_id = u.id
              and not exists (select from new_emails w where w.user_id = e.user_id and lower(w.email) = lower(e.email))""";

    private static final String MOVED_EMAILS = """
            update user_email e set position = w.position, email = w.email, confirmed = w.confirmed from new_emails w
            where w.user_id = e.user_id and lower(w.email) = lower(e.email)
              and (w.position, w.email, w.confirmed) is distinct from (e.position, e.email, e.confirmed)""";

    private static final String NEW_EMAILS = """
            insert into user_email (user_id, position, email, confirmed) select user_id, position, email, confirmed from new_emails w
            where not exists (select from user_email e where e.user_id = w.user_id and lower(e.email) = lower(w.email))
            order by user_id, position""";

    private ListFields() {}

    /** Statements to run before {@link #changes}; they change no stored rows. */
    static List<String> preparation(CsvTable table, StagingTables staging) {
        return table == CsvTable.USERS && staging.has(table, "email")
                ? List.of(desiredEmails(table, staging), "analyze new_emails")
                : List.of();
    }

    private static String desiredEmails(CsvTable table, StagingTables staging) {
        return DESIRED_EMAILS.formatted(
                staging.has(table, "other_emails"),
                staging.has(table, "unconfirmed_emails") ? "s.unconfirmed_emails" : "null::text");
    }

    static List<String> changes(CsvTable table, StagingTables staging) {
        if (table == CsvTable.CREWS && staging.has(table, "permissions")) {
            return List.of(STALE_PERMISSIONS, NEW_PERMISSIONS);
        }
        return table == CsvTable.USERS && staging.has(table, "email")
                ? List.of(STALE_EMAILS, MOVED_EMAILS, NEW_EMAILS)
                : List.of();
    }
}
