package org.jadhere.office.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jadhere.platform.db.Pg.setLocally;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.support.Refusals.refusedBy;

import java.io.StringReader;
import java.sql.SQLException;
import org.jooq.JSON;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** The database records every changed row in the history and never changes the history. */
class HistoryConstraintTests extends HistoryFixture {

    HistoryConstraintTests() throws SQLException {}

    @Test
    void theAssociationIsTrackedAndNeverDeleted() {
        assertThat(historyOf("update association set name = 'Ours'"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.get(HISTORY.TABLE_NAME)).isEqualTo("association"));
        assertThatThrownBy(() -> db.execute("delete from association")).hasMessageContaining("cannot be deleted");
        assertThatThrownBy(() -> db.execute("insert into association (name) values ('Another')"))
                .hasMessageContaining("association_once");
    }

    @Test
    void theSettingsOfPublishingAreNeverDeleted() {
        assertThat(historyOf("update publishing set geofeed = true"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.get(HISTORY.TABLE_NAME)).isEqualTo("publishing"));
        assertThatThrownBy(() -> db.execute("delete from publishing")).hasMessageContaining("only switched off");
    }

    @Test
    void recordsTheDatabaseRoleOfPlainSql() {
        assertThat(historyOf("insert into crew (name) values ('bank')"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.get(HISTORY.ACTOR_ID)).isNull();
                    assertThat(entry.get(HISTORY.ACTOR)).isEqualTo("jadhere");
                    assertThat(entry.get(HISTORY.DOOR)).isEqualTo("sql");
                    assertThat(entry.get(HISTORY.DB_ROLE)).isEqualTo("jadhere");
                    assertThat(entry.get(HISTORY.REASON)).isNull();
                });
    }

    @Test
    void theAuthorEndsWithTheTransaction() {
        db.transaction(transaction -> {
            transaction
                    .dsl()
                    .select(setLocally("jadhere.actor_id", "7"), setLocally("jadhere.door", "web"))
                    .fetch();
        });

        assertThat(historyOf("insert into crew (name) values ('bank')")
                        .getFirst()
                        .get(HISTORY.DOOR))
                .isEqualTo("sql");
    }

    @Test
    void recordsPasswordChangesWithoutHashes() {
        given.user("alice");
        String first = "{argon2}$argon2id$v=19$m=16384,t=2,p=1$firstsalt$firsthash";
        String second = "pbkdf2_sha256$600000$secondsalt$secondhash";

        var added = historyOf("update app_user set password = '" + first + "'").getFirst();
        var changed =
                historyOf("update app_user set password = '" + second + "'").getFirst();
        var removed = historyOf("update app_user set password = null").getFirst();
        assertThat(historyOf("update app_user set password = null")).isEmpty();
        assertThat(historyOf("delete from app_user")).hasSize(2);

        assertThat(password(added.get(HISTORY.BEFORE))).isEqualTo("null");
        assertThat(password(added.get(HISTORY.AFTER)))
                .matches("\"set:[0-9a-f]{8}\"")
                .isEqualTo(password(changed.get(HISTORY.BEFORE)))
                .isNotEqualTo(password(changed.get(HISTORY.AFTER)));
        assertThat(password(removed.get(HISTORY.AFTER))).isEqualTo("null");
        assertThat(db.fetch("select history::text from history").formatCSV())
                .doesNotContain("hash\"", "firstsalt", "secondsalt");
    }

    private String password(JSON image) {
        return db.fetchSingle("select ?::json -> 'password'", image).get(0, String.class);
    }

    @Test
    void cannotBeChanged() {
        given.crew("bank");

        assertThat(refusedBy(() -> db.execute("update history set actor = 'mallory'")))
                .isEqualTo("history_kept");
        assertThat(refusedBy(() -> db.execute("delete from history where false")))
                .isEqualTo("history_kept");
        assertThat(refusedBy(() -> db.execute("truncate history"))).isEqualTo("history_kept");
        assertThat(refusedBy(() -> db.execute("insert into history (id, table_name, row_id, action, actor, door) "
                        + "overriding system value select id, 'crew', 1, 'delete', 'x', 'web' from history "
                        + "on conflict (id) do update set actor = 'mallory'")))
                .isEqualTo("history_kept");
    }

    @Test
    void idsCannotBeChanged() {
        given.crew("bank");
        assertThat(refusedBy(() -> db.execute("update crew set id = default"))).isEqualTo("identity_fixed");
    }

    @Test
    void recordsEveryRowOfEveryKindOfStatement() throws Exception {
        assertThat(historyOf("insert into crew (name) values ('a'), ('b'), ('c')"))
                .hasSize(3);
        assertThat(historyOf("update crew set name = name || '!' where name <> 'c'"))
                .hasSize(2);
        assertThat(historyOf("insert into crew (name) values ('c'), ('d') on conflict (name) do update set name = 'C'"))
                .extracting(entry -> entry.get(HISTORY.ACTION))
                .containsExactlyInAnyOrder("insert", "update");
        assertThat(historyOf("insert into crew (name) values ('C') on conflict do nothing"))
                .isEmpty();
        assertThat(historyOf("merge into crew using (values ('C'), ('e')) v (name) on crew.name = v.name "
                        + "when matched then delete when not matched then insert (name) values (v.name)"))
                .extracting(entry -> entry.get(HISTORY.ACTION))
                .containsExactlyInAnyOrder("insert", "delete");

        long before = last();
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy crew (name) from stdin", new StringReader("x\ny\n"));
        assertThat(last()).isEqualTo(before + 2);
    }

    @Test
    void recordsCascadedDeletes() {
        long zoe = given.user("zoe");
        given.email(zoe, 1, "z@example.org");
        given.joins(zoe, given.crew("bank"));
        given.acts(zoe, given.organisation("Myceliandre"));

        assertThat(historyOf("delete from app_user"))
                .extracting(entry -> entry.get(HISTORY.TABLE_NAME))
                .containsExactlyInAnyOrder("app_user", "user_email", "user_email", "crew_member", "organisation_user");
        assertThat(historyOf("delete from crew")).hasSize(1);
    }
}
