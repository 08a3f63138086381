package org.jadhere.people.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Refusals.NOTHING;
import static org.jadhere.support.Refusals.refusedBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jadhere.support.Given;
import org.jadhere.support.Race;
import org.jadhere.support.TestDatabase;
import org.jooq.CloseableDSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The constraints on members: numbers without gaps, one holder each, no deletion. */
class MemberConstraintTests {

    /** A user joins today, with a number or the next one. */
    private static final String JOIN =
            "with joined as (insert into member (user_id, number) values (?, ?::integer) returning id) "
                    + "insert into membership (member_id, joined_on) select id, current_date from joined";

    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final CloseableDSLContext db = database.open();

    private final Given given = new Given(db);

    @Test
    void concurrentMembersGetNumbersWithoutGaps() throws Exception {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        db.execute("insert into app_user (username) select 'u' || n from generate_series(0, 199) n");
        long first = db.fetchSingle("select min(id) from app_user").get(0, Long.class);
        var rollsBack = IntStream.range(0, 200)
                .mapToObj(runner -> random.nextInt(3) == 0)
                .toList();

        var answers = Race.of(200, database, (runner, mine) -> {
            mine.execute(JOIN, first + runner, null);
            if (rollsBack.get(runner)) {
                mine.execute("do $$ begin raise unique_violation using constraint = 'rolled_back'; end $$");
            }
        });

        var expected = rollsBack.stream()
                .map(rolledBack -> rolledBack ? "rolled_back" : NOTHING)
                .toList();
        assertThat(answers).as("seed %d", seed).isEqualTo(expected);
        int joined = (int) answers.stream().filter(NOTHING::equals).count();
        assertThat(numbers())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, joined).boxed().toList());
    }

    @Test
    void numbersContinueAfterTheHighestExplicitOne() {
        given.member("alice");
        given.member("bob", with(MEMBER.NUMBER, 40));
        given.member("carol", with(MEMBER.NUMBER, 7));
        given.member("dave");
        db.execute("insert into app_user (username) values ('x'), ('y'), ('z')");
        db.execute("with joined as (insert into member (user_id, number) "
                + "select id, case username when 'x' then 50 end from app_user where username in ('x', 'y', 'z') order by username returning id) "
                + "insert into membership (member_id, joined_on) select id, current_date from joined");

        assertThat(numbers()).containsExactly(1, 7, 40, 41, 50, 51, 52);
    }

    @Test
    void anIgnoredInsertUsesNoNumber() {
        long alice = given.user("alice");
        for (int i = 0; i < 3; i++) {
            db.execute(
                    "with joined as (insert into member (user_id) values (?) on conflict do nothing returning id) "
                            + "insert into membership (member_id, joined_on) select id, current_date from joined",
                    alice);
        }
        given.member("bob");

        assertThat(numbers()).containsExactly(1, 2);
    }

    @Test
    void explicitAndNextNumbersDoNotCollide() throws Exception {
        db.execute("insert into app_user (username) select 'u' || n from generate_series(0, 39) n");
        long first = db.fetchSingle("select min(id) from app_user").get(0, Long.class);

        var answers = Race.of(
                40, database, (runner, mine) -> mine.execute(JOIN, first + runner, runner % 2 == 0 ? null : runner));

        assertThat(answers).isSubsetOf(NOTHING, "member_number_once").contains(NOTHING);
    }

    @Test
    void membersAreNeverDeleted() {
        given.member("alice");

        assertThat(refusedBy(() -> db.execute("delete from member"))).isEqualTo("member_kept");
        assertThat(refusedBy(() -> db.execute("truncate member cascade"))).isEqualTo("history_complete");
        assertThat(refusedBy(() -> db.execute("delete from app_user"))).isEqualTo("member_user");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number = 9",
                "user_id = (select id from app_user where username = 'frank')",
                "user_id = null, organisation_id = (select id from organisation)"
            })
    void numberAndHolderNeverChange(String change) {
        given.member("alice");
        given.user("frank");
        given.organisation("Myceliandre");

        assertThat(refusedBy(() -> db.execute("update member set " + change))).isEqualTo("member_kept");
    }

    @Test
    void aMemberHasOneHolderWhoIsAMemberOnce() {
        long alice = given.user("alice");
        long organisation = given.organisation("Myceliandre");
        given.membership(alice);
        given.membershipOfOrganisation(organisation);

        assertThat(refusedBy(() -> given.membership(alice))).isEqualTo("member_once_per_user");
        assertThat(refusedBy(() -> given.membershipOfOrganisation(organisation)))
                .isEqualTo("member_once_per_organisation");
        assertThat(refusedBy(() -> db.execute("insert into member default values")))
                .isEqualTo("member_one_holder");
        assertThat(refusedBy(() -> given.member("bob", with(MEMBER.ORGANISATION_ID, organisation))))
                .isEqualTo("member_one_holder");
    }

    @Test
    void aUserWhoJoinsConcurrentlyJoinsOnce() throws Exception {
        long alice = given.user("alice");

        var answers = Race.of(30, database, (runner, mine) -> mine.execute(JOIN, alice, null));

        assertThat(answers).filteredOn(NOTHING::equals).hasSize(1);
        assertThat(answers).filteredOn("member_once_per_user"::equals).hasSize(29);
    }

    @Test
    void membersSortByTheCurrentNameOfTheHolder() {
        given.membershipOfOrganisation(given.organisation("Myceliandre"));
        given.member("erin");

        db.execute("update app_user set last_name = 'Étienne'");
        db.execute("update organisation set name = 'Œuvres'");
        assertThat(names()).containsExactly("etienne erin", "oeuvres");

        db.execute("update member set sort_name = 'forged'");
        assertThat(names()).containsExactly("etienne erin", "oeuvres");
    }

    @Test
    void aConcurrentRenameIsSorted() throws Exception {
        long alice = given.user("alice");

        var overlap = new Race.Overlap(2);
        var answers = Race.of(2, database, (runner, mine) -> {
            if (runner == 0) {
                mine.execute("update app_user set last_name = 'Zola' where id = ?", alice);
            } else {
                mine.execute(JOIN, alice, null);
            }
            overlap.await(mine);
        });

        assertThat(answers).containsOnly(NOTHING);
        assertThat(names()).containsExactly("zola alice");
    }

    private List<Integer> numbers() {
        return db.select(MEMBER.NUMBER).from(MEMBER).orderBy(MEMBER.NUMBER).fetch(MEMBER.NUMBER);
    }

    private List<String> names() {
        return db.select(MEMBER.SORT_NAME)
                .from(MEMBER)
                .orderBy(MEMBER.SORT_NAME)
                .fetch(MEMBER.SORT_NAME);
    }
}
