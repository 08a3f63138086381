package org.jadhere.office.importexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** An instance that takes an older folder again and again, with the members a, b and c and the service s1. */
final class OlderFixture {

    static final String PAYMENTS = "id,service_id,amount,method,period,start,end,validated\n";

    /** Days on which a bound was recorded are written as "today", since the day may change during a test. */
    private static final String HELD = """
            select coalesce(string_agg(concat_ws(' ', replace(h.external_id, paris_day(h.known_since)::text, 'today'), m.external_id,
                case when h.starts_on = paris_day(h.known_since) then 'today' else h.starts_on::text end,
                case when h.ends_on = paris_day(h.end_known_since) then 'today' else h.ends_on::text end), ', ' order by h.starts_on), 'none')
            from service s join holding h on h.service_id = s.id join member m on m.id = h.member_id where s.external_id = 's1'""";

    private static final String SERVICE =
            "select concat_ws(' ', starts_on, ends_on) from service where external_id = 's1'";

    private static final String PAID = """
            select string_agg(p.external_id || ' ' || coalesce(h.external_id, 'none'), ', ' order by p.external_id)
            from payment p left join holding h on h.id = p.holding_id""";

    final ImportExportFixture fixture;

    OlderFixture(Path folder) {
        fixture = new ImportExportFixture(folder)
                .file("users.csv", "id,username\n1,ann\n2,ben\n3,cy\n")
                .file(
                        "members.csv",
                        "id,number,holder,holder_id,joined,left\na,1,user,1,2011-02-01,\nb,2,user,2,2012-01-01,\nc,3,user,3,2013-01-01,\n")
                .file("service_types.csv", "id,name\nt,Line\n");
    }

    /** @param service member, first day and end of s1 */
    void service(String service) {
        fixture.file("services.csv", "id,type_id,member_id,start,end\ns1,t," + service + "\n")
                .importFolder();
    }

    void serviceWithPayment(String service) {
        fixture.file("payments.csv", PAYMENTS + "p1,s1,30.00,transfer,1,2015-01-01,,true\n");
        service(service);
    }

    /** The holdings of s1: id, member, first day and end. */
    String held() {
        return fixture.query(HELD);
    }

    String service() {
        return fixture.query(SERVICE);
    }

    /** The holding of each payment. */
    String paid() {
        return fixture.query(PAID);
    }

    void assertUnchanged() {
        String before = fixture.query("select count(*) from history");

        assertThat(fixture.importFolder()).isNotEmpty().allMatch(FileTally::isNothing);
        assertThat(fixture.query("select count(*) from history")).isEqualTo(before);
    }
}
