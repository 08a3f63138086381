package org.jadhere.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.USER_EMAIL;

import java.util.Map;
import org.jadhere.support.TestDatabase;
import org.jooq.CloseableDSLContext;
import org.jooq.Field;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists and searches over thousands of rows use the indexes made for them. */
class SearchIndexTests {

    private static final CloseableDSLContext DB = TestDatabase.fresh().open();

    @BeforeAll
    static void insertThousandsOfRows() {
        DB.execute("""
                insert into app_user (username, first_name, last_name)
                select 'login' || n, 'Zoé ' || md5(n::text), 'Martin ' || md5((-n)::text) from generate_series(1, 6000) n;
                insert into user_email (user_id, position, email) select id, 0, md5(username) || '@example.org' from app_user;
                insert into organisation (name, address) select 'Asso ' || md5(n::text), repeat(md5((-n)::text), 9) from generate_series(1, 6000) n;
                with joined as (insert into member (user_id) select id from app_user returning id)
                insert into membership (member_id, joined_on) select id, '2025-01-01' from joined;
                insert into service_type (name) select 'Type ' || n from generate_series(1, 20) n;
                insert into service (type_id, label, starts_on)
                select t.id, md5(n::text || name), '2020-01-01'::date + n from service_type t, generate_series(1, 600) n;
                insert into payment (service_id, amount, method, months, starts_on)
                select id, id % 90, 'transfer', 1, '2020-01-01'::date + id::integer % 999 from service where id <= 4000;
                insert into membership_fee (member_id, amount, method, starts_on)
                select id, id % 90, 'transfer', '2020-01-01'::date + id::integer % 999 from member;
                insert into ip_allocation (service_id, address, held_from)
                select id, '10.0.0.0'::inet + id, '2020-01-01'::timestamptz + interval '1 hour' * id from service where id <= 4000;""");
        DB.execute("vacuum analyze");
    }

    @AfterAll
    static void close() {
        DB.close();
    }

    @Test
    void aSearchForPartsOfWordsUsesAnIndex() {
        var searches = Map.<String, Field<String>>of(
                "app_user_search", APP_USER.SEARCH,
                "user_email_search", Pg.fold(USER_EMAIL.EMAIL),
                "organisation_search", ORGANISATION.SEARCH,
                "member_search", MEMBER.SORT_NAME,
                "service_search", SERVICE.SORT_LABEL);

        searches.forEach((index, text) -> {
            var table = index.substring(0, index.lastIndexOf('_'));
            var where = DB.renderInlined(Pg.containsWords(text, "C4ca4238é"));
            assertThat(plan("select id from %s where %s".formatted(table, where)))
                    .contains("\"Index Name\": \"" + index + "\"")
                    .doesNotContain("Seq Scan");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "app_user; sort_name; 'martin'; app_user_sort_name",
                "organisation; sort_name; 'asso'; organisation_sort_name",
                "member; sort_name; 'martin'; member_sort_name",
                "member; latest_joined_on; '2025-01-01'; member_joined_on",
                "service; sort_label; '7'; service_by_label",
                "service; coalesce(starts_on, date '9999-12-31'); '2021-01-01'; service_by_start",
                "payment; starts_on; '2021-01-01'; payment_starts_on",
                "payment; amount; 28; payment_amount",
                "membership_fee; starts_on; '2021-01-01'; membership_fee_starts_on",
                "membership_fee; amount; 28; membership_fee_amount",
                "ip_allocation; address; '10.0.1.1'; ip_allocation_by_address",
                "ip_allocation; held_from; '2020-02-01'; ip_allocation_by_start",
            })
    void theNextPageComesFromAnIndex(String table, String column, String last, String index) {
        assertThat(plan("select * from %s where (%s, id) > (%s, 5) order by %s, id limit 51"
                        .formatted(table, column, last, column)))
                .contains("\"Index Name\": \"" + index + "\"", "\"Index Cond\": \"(ROW(")
                .doesNotContain("\"Sort\"", "Incremental Sort");
        assertThat(plan("select * from %s where (%s, id) < (%s, 5) order by %s desc, id desc limit 51"
                        .formatted(table, column, last, column)))
                .contains("\"Index Name\": \"" + index + "\"", "Backward")
                .doesNotContain("\"Sort\"", "Incremental Sort");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "sort_label; '7'; service_by_type_and_label",
                "coalesce(starts_on, date '9999-12-31'); '2020-02-01'; service_by_(type_and_)?start",
            })
    void theNextPageOfOneServiceTypeUsesAnIndex(String column, String last, String index) {
        assertThat(plan("select * from service where type_id = 7 and (%s, id) > (%s, 5) order by %s, id limit 51"
                        .formatted(column, last, column)))
                .containsPattern("\"Index Name\": \"" + index + "\"")
                .doesNotContain("\"Sort\"", "Incremental Sort");
    }

    private static String plan(String query) {
        return DB.fetchSingle("explain (format json) " + query).get(0) + "";
    }
}
