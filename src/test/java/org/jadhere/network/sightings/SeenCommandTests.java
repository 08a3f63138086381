package org.jadhere.network.sightings;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SIGHTING;
import static org.jadhere.platform.db.Tables.SIGHTING_FILE;
import static org.jadhere.platform.db.Tables.SIGHTING_FINDING;
import static org.jadhere.support.Given.with;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jadhere.Jadhere;
import org.jadhere.support.Cast;
import org.jadhere.support.Given;
import org.jadhere.support.TestDatabase;
import org.jooq.CloseableDSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** The command seen reads neighbour, lease and route tables of routers and reports what differs from the allocations. */
class SeenCommandTests {

    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final CloseableDSLContext db = database.open();

    @TempDir
    Path temp;

    private final Instant lastYear = Instant.now().minus(300, ChronoUnit.DAYS);

    private record Ran(int status, String output, String error) {}

    @BeforeEach
    void someAddressesAreAllocated() {
        var given = new Given(db);
        var cast = Cast.in(given);
        given.prefix("192.0.2.0/24");
        given.prefix("2001:db8::/32");
        long service =
                given.service(cast.vpn, with(HOLDING.MEMBER_ID, cast.aliceMember), with(SERVICE.LABEL, "tunnel"));
        given.allocation(service, "192.0.2.1");
        given.allocation(service, "192.0.2.2");
        given.allocation(
                service,
                "192.0.2.3",
                with(IP_ALLOCATION.HELD_FROM, lastYear),
                with(IP_ALLOCATION.HELD_UNTIL, lastYear.plusSeconds(60)));
        given.allocation(service, "2001:db8:1::/48");
    }

    private Ran seen(byte[] file, String... arguments) {
        try {
            return run(Files.write(temp.resolve("table.csv"), file).toString(), arguments);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Ran seen(String file, String... arguments) {
        return seen(file.getBytes(UTF_8), arguments);
    }

    private Ran run(String file, String... arguments) {
        var output = new ByteArrayOutputStream();
        var error = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(new PrintStream(output, true, UTF_8));
        System.setErr(new PrintStream(error, true, UTF_8));
        try {
            var line = new CommandLine(new Jadhere())
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setExecutionExceptionHandler((failure, command, parsed) -> {
                        System.err.println(failure.getMessage());
                        return CommandLine.ExitCode.SOFTWARE;
                    });
            var all = new ArrayList<>(List.of("seen", "--set=jadhere.database.url=" + database.url(), file));
            all.addAll(List.of(arguments));
            int status = line.execute(all.toArray(String[]::new));
            return new Ran(status, output.toString(UTF_8), error.toString(UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private void isRefused(Ran ran, String... words) {
        assertThat(ran.status).isEqualTo(1);
        assertThat(ran.error.lines()).singleElement().asString().contains(words);
        assertThat(ran.output).isEmpty();
        assertThat(db.fetchCount(SIGHTING)).isZero();
        assertThat(db.fetchCount(SIGHTING_FILE)).isZero();
    }

    @Test
    void reportsDifferencesWithoutNames() {
        var ran = seen("""
                IP,kind,interface
                192.0.2.1,arp,eth0
                192.0.2.3/24,arp,eth1
                192.0.2.9,dhcp,"eth0, left"
                2001:0DB8:1:0::7/64,nd,eth2
                fe80::1%eth0,nd,eth2
                default,bgp,eth3
                192.0.0.0/16,route,eth3
                203.0.113.7,arp,eth3
                """);

        assertThat(ran.status).as(ran.error).isZero();
        assertThat(ran.output)
                .containsSubsequence("Used but not allocated", "192.0.2.9", "lease", "eth0, left")
                .containsSubsequence("Allocated but silent for 30 days", "192.0.2.2", "tunnel", "2025-01-01T00:00:00Z")
                .containsSubsequence("Ended but alive", "192.0.2.3 ", "tunnel", "neighbour", "eth1")
                .contains("Lines read: 8, passed over: 4 (2 default routes", "1 wider than what is ours", "1 not ours")
                .contains("Used but not allocated: 1, allocated but silent: 1, ended but alive: 1.")
                .doesNotContain("Alice", "Martin");
    }

    @Test
    void printsCsvAndJson() {
        String file = "network;kind;last_seen\n192.0.2.9;neigh;%s\n"
                .formatted(Instant.now().minusSeconds(90));
        var csv = seen(file, "--format", "csv", "--silent-days", "89");
        assertThat(csv.output.lines())
                .startsWith("finding,address,allocation_id,service_id,service,since,last_seen,kind,source")
                .anyMatch(line -> line.matches("unallocated,192\\.0\\.2\\.9,,,,,[0-9TZ:.-]+,neighbour,"))
                .anyMatch(line -> line.startsWith("silent,192.0.2.1,1,1,tunnel,2025-01-01T00:00:00Z,"))
                .hasSize(5);

        var json = new JsonMapper().readTree(seen(file, "--format", "json").output);
        assertThat(json.get("silent_days").asInt()).isEqualTo(30);
        assertThat(json.get("findings").size()).isEqualTo(4);
        assertThat(json.get("findings").get(0).get("address").asString()).isEqualTo("192.0.2.9");
    }

    @Test
    void readsWindowsFilesTabsAndStandardInput() {
        assertThat(seen("\uFEFFAddress\tKind\r\n192.0.2.1\tARP\r\n192.0.2.2\tARP\r\n").status)
                .isZero();
        assertThat(db.fetchCount(SIGHTING)).isEqualTo(2);

        var in = System.in;
        System.setIn(new ByteArrayInputStream("route\n192.0.2.64/26\n192.0.2.7\n".getBytes(UTF_8)));
        try {
            assertThat(run("-").status).isZero();
        } finally {
            System.setIn(in);
        }
        assertThat(db.fetchCount(SIGHTING, SIGHTING.KIND.eq("route"))).isEqualTo(2);
    }

    @Test
    void keepsTheLatestTimeOfAnAddress() {
        seen("ip,seen,source\n192.0.2.9,2026-01-01T00:00Z,old\n", "--at", "2026-01-01T00:00Z");
        assertThat(db.fetchCount(SIGHTING)).as("older than three months").isZero();
        String day = Instant.now()
                .minus(2, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        seen("ip,source\n192.0.2.9,new\n", "--at", day);
        seen("ip,seen,source\n192.0.2.9,%s,old\n".formatted(Instant.parse(day).minusSeconds(9)));

        assertThat(db.fetchSingle(SIGHTING)).satisfies(row -> {
            assertThat(row.get(SIGHTING.SOURCE)).isEqualTo("new");
            assertThat(row.get(SIGHTING.SEEN_AT)).isEqualTo(Instant.parse(day));
        });
    }

    @Test
    void namesTheFaultyLineAndStoresNothing() {
        String six = "ip,kind,at\n" + "192.0.2.1,arp,\n".repeat(5);
        Map.of(
                        "192.0.2.300,arp,", "not an IP address: 192.0.2.300",
                        "192.0.2.0/23,arp,x", "not an instant",
                        "192.0.2.7/24,route,", "the prefix is 192.0.2.0/24",
                        "192.0.2.7/33,arp,", "not a prefix length",
                        "192.0.2.7,snmp,", "not a kind (lease, neighbour, route): snmp",
                        "192.0.2.7,arp,2099-01-01T00:00Z", "in the future",
                        "192.0.2.7,arp,2025-10-26T02:30", "ambiguous in Paris time: write the zone",
                        ",arp,", "no address",
                        "192.0.2.7", "1 fields, where the header has 3",
                        "192.0.2.7,\"arp,", "")
                .forEach((line, reason) -> isRefused(seen(six + line + "\n192.0.2.2,arp,\n"), "table.csv:7: ", reason));
        isRefused(seen((six + "192.0.2.2,é,\n").getBytes(ISO_8859_1)), "table.csv:7: not UTF-8");
        isRefused(seen(six + "1".repeat(10_000_000) + "\n"), "table.csv:7: a field or line is too long");
    }

    @Test
    void refusesFilesWithoutATable() {
        isRefused(seen(""), "table.csv:1: empty");
        isRefused(seen("192.0.2.1,arp\n192.0.2.2,arp\n"), "table.csv:1: no header line with a column address");
        isRefused(seen("ip,kind,IP\n"), "column named twice: ip");
        isRefused(seen("x".repeat(10_000_000)), "table.csv:1: longer than");
        isRefused(run(temp.resolve("none.csv").toString()), "none.csv is not a file");
        isRefused(run(temp.toString()), "is not a file");
        isRefused(seen("ip\n", "--silent-days", "90"), "1 to 89");
        isRefused(seen("ip\n", "--at", "2099-01-01T00:00Z"), "in the future");
    }

    @Test
    void importsAHundredThousandLines() {
        db.execute("insert into prefix (prefix) values ('10.0.0.0/8')");
        db.execute("insert into ip_allocation (service_id, address, held_from) "
                + "select 1, '10.0.0.0'::inet + n, '2025-01-01' from generate_series(0, 49999) n");
        var file = new StringBuilder("address,kind\n");
        for (int n = 25_000; n < 125_000; n++) {
            file.append("10.")
                    .append(n >> 16)
                    .append('.')
                    .append(n >> 8 & 255)
                    .append('.')
                    .append(n & 255)
                    .append(",arp\n");
        }

        var ran = seen(file.toString(), "--format", "csv");

        assertThat(ran.status).as(ran.error).isZero();
        assertThat(db.fetchCount(SIGHTING)).isEqualTo(100_000);
        assertThat(db.fetchCount(SIGHTING_FINDING, SIGHTING_FINDING.FINDING.eq("unallocated")))
                .isEqualTo(75_000);
        assertThat(db.fetchCount(SIGHTING_FINDING, SIGHTING_FINDING.FINDING.eq("silent")))
                .isEqualTo(25_003);
        assertThat(ran.output.lines()).hasSize(100_004);
    }
}
