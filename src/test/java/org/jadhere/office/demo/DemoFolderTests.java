package org.jadhere.office.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jadhere.money.common.PaymentMethod;
import org.jadhere.office.demo.DemoFiles.File;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.db.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated CSV folder of the demonstration is reproducible, consistent and complete. */
class DemoFolderTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 2, 28);
    private static final int MEMBERS = 2000;
    private static final Predicate<String> NUMBER = value -> value.matches("[1-9][0-9]*");
    private static final Predicate<String> BOOLEAN = Set.of("true", "false")::contains;
    private static final Predicate<String> DATE =
            value -> LocalDate.parse(value).toString().equals(value);
    private static final Predicate<String> MONEY =
            value -> Money.parse(value).toString().equals(value);
    private static final Map<String, Predicate<String>> FORMATS = Map.ofEntries(
            Map.entry("id", NUMBER),
            Map.entry("number", NUMBER),
            Map.entry("staff", BOOLEAN),
            Map.entry("superuser", BOOLEAN),
            Map.entry("active", BOOLEAN),
            Map.entry("validated", BOOLEAN),
            Map.entry("joined", DATE),
            Map.entry("left", DATE),
            Map.entry("start", DATE),
            Map.entry("end", DATE),
            Map.entry("date", DATE),
            Map.entry("from", value -> Instant.parse(value).toString().equals(value)),
            Map.entry("to", value -> Instant.parse(value).toString().equals(value)),
            Map.entry("amount", MONEY),
            Map.entry("usual_amount", MONEY),
            Map.entry("period", Set.of("0", "1", "2", "3", "6", "12")::contains),
            Map.entry("method", value -> PaymentMethod.of(value).word().equals(value)),
            Map.entry("holder", Set.of("user", "organisation")::contains),
            Map.entry("language", Set.of("fr", "en")::contains),
            Map.entry("address", value -> !value.isBlank()),
            Map.entry("email", value -> value.endsWith("example.org")));

    @TempDir
    private Path folder;

    @Test
    void seedAndDayDetermineTheFiles() throws IOException {
        var again = Files.createDirectory(folder.resolve("again"));
        var other = Files.createDirectory(folder.resolve("other"));
        new DemoFolder(50, TODAY, 1).write(folder, DemoAccount::username);
        new DemoFolder(50, TODAY, 1).write(again, DemoAccount::username);
        new DemoFolder(50, TODAY, 2).write(other, DemoAccount::username);

        for (File file : File.values()) {
            assertThat(again.resolve(file.fileName())).hasSameTextualContentAs(folder.resolve(file.fileName()));
        }
        assertThat(Files.mismatch(folder.resolve("users.csv"), other.resolve("users.csv")))
                .isNotNegative();
    }

    @Test
    void everyFieldHasTheFormatOfItsColumn() throws IOException {
        write();
        for (File file : File.values()) {
            for (var row : rows(file)) {
                row.getFieldsAsMap().forEach((column, value) -> {
                    var form = FORMATS.getOrDefault(column, any -> true);
                    assertThat(value.isEmpty() || form.test(value))
                            .as("%s: %s", column, row)
                            .isTrue();
                });
            }
        }
        assertThat(rows(File.ALLOCATIONS))
                .allSatisfy(row ->
                        assertThat(IpPrefix.parse(row.getField("address"))).hasToString(row.getField("address")));
    }

    @Test
    void everyReferenceExists() throws IOException {
        write();
        assertThat(ids(File.CREWS)).containsAll(column(File.SERVICE_TYPES, "crew_id"));
        assertThat(ids(File.CREWS)).containsAll(column(File.CREW_MEMBERS, "crew_id"));
        assertThat(ids(File.USERS)).containsAll(column(File.CREW_MEMBERS, "user_id"));
        assertThat(ids(File.USERS)).containsAll(column(File.ORGANISATION_USERS, "user_id"));
        assertThat(ids(File.ORGANISATIONS)).containsAll(column(File.ORGANISATION_USERS, "organisation_id"));
        assertThat(ids(File.MEMBERS)).containsAll(column(File.FEES, "member_id"));
        assertThat(ids(File.MEMBERS)).containsAll(column(File.HOLDINGS, "member_id"));
        assertThat(ids(File.MEMBERS)).isEqualTo(column(File.MEMBERSHIPS, "member_id"));
        assertThat(ids(File.SERVICES)).containsAll(column(File.HOLDINGS, "service_id"));
        assertThat(ids(File.HOLDINGS)).containsAll(column(File.PAYMENTS, "holding_id"));
        assertThat(ids(File.SERVICES)).containsAll(column(File.PAYMENTS, "service_id"));
        assertThat(ids(File.SERVICES)).containsAll(column(File.ALLOCATIONS, "service_id"));
    }

    @Test
    void everyKindOfDataOccurs() throws IOException {
        write();
        assertThat(rows(File.MEMBERS)).hasSize(MEMBERS);
        assertThat(rows(File.SERVICES)).hasSizeBetween(MEMBERS, 2 * MEMBERS);
        assertThat(column(File.MEMBERS, "holder")).contains("user", "organisation");
        assertThat(column(File.PAYMENTS, "method")).hasSize(PaymentMethod.values().length);
        assertThat(column(File.PAYMENTS, "period")).contains("0", "1", "3", "12");
        assertThat(column(File.PAYMENTS, "validated")).hasSize(2);
        assertThat(column(File.FEES, "validated")).hasSize(2);
        assertThat(rows(File.SERVICES)).anyMatch(row -> row.getField("start").isEmpty());
        assertThat(rows(File.HOLDINGS).size())
                .isGreaterThan(column(File.HOLDINGS, "service_id").size());
        assertThat(rows(File.MEMBERSHIPS).size()).isGreaterThan(MEMBERS);
        assertThat(rows(File.SERVICES)).anyMatch(row -> !row.getField("end").isEmpty());
        assertThat(rows(File.ALLOCATIONS).size())
                .isGreaterThan(column(File.ALLOCATIONS, "address").size());
    }

    @Test
    void validatedRowsAreOlderThanTheWaitingTime() throws IOException {
        write();
        for (File file : List.of(File.FEES, File.PAYMENTS)) {
            assertThat(rows(file).stream()
                            .filter(row -> row.getField("validated").equals("true"))
                            .map(row -> row.getField("start")))
                    .allMatch(start -> start.compareTo(
                                    TODAY.minusDays(DemoFees.WAITING_DAYS).toString())
                            < 0);
        }
    }

    @Test
    void onlyTheFourAccountsHaveAPassword() throws IOException {
        write();
        var users = rows(File.USERS);

        assertThat(users.stream().filter(row -> !row.getField("password").isEmpty()))
                .extracting(row -> row.getField("username") + " " + row.getField("staff") + " "
                        + row.getField("superuser") + " " + row.getField("password"))
                .containsExactly(
                        "membre false false hash of membre",
                        "equipier true false hash of equipier",
                        "tresoriere true false hash of tresoriere",
                        "admin true true hash of admin");
        assertThat(column(File.USERS, "username")).hasSize(users.size());
    }

    @Test
    void theAccountsHaveTheirCrewsAndServices() throws IOException {
        write();
        assertThat(crewsOf(DemoAccount.CREW)).containsExactly("equipage-fibre");
        assertThat(crewsOf(DemoAccount.BANK)).containsExactly("equipage-banque");
        assertThat(rows(File.SERVICE_TYPES).stream()
                        .filter(row -> row.getField("crew_id").equals("3")))
                .extracting(row -> row.getField("name"))
                .containsExactly("Abo fibre");
        var membership = rows(File.MEMBERS).stream()
                .filter(row -> row.getField("holder").equals("user")
                        && row.getField("holder_id").equals(Integer.toString(DemoAccount.MEMBER.id())))
                .toList();
        assertThat(membership).hasSize(1);
        String member = membership.getFirst().getField("id");
        assertThat(rows(File.HOLDINGS).stream()
                        .filter(row -> row.getField("member_id").equals(member))
                        .map(row -> row.getField("service_id"))
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(column(File.FEES, "member_id")).contains(member);
        assertThat(column(File.ORGANISATION_USERS, "user_id")).contains(Integer.toString(DemoAccount.MEMBER.id()));
    }

    @Test
    void allocationsDoNotOverlap() throws IOException {
        write();
        Map<String, Instant> freedAt = new HashMap<>();
        for (var row : rows(File.ALLOCATIONS)) {
            Instant before = freedAt.put(
                    row.getField("address"),
                    row.getField("to").isEmpty() ? Instant.MAX : Instant.parse(row.getField("to")));
            assertThat(before == null || !before.isAfter(Instant.parse(row.getField("from"))))
                    .as(row.toString())
                    .isTrue();
        }
    }

    @Test
    void tooFewMembersAreRefused() {
        assertThatThrownBy(() -> new DemoFolder(9, TODAY, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private void write() throws IOException {
        new DemoFolder(MEMBERS, TODAY, 7).write(folder, account -> "hash of " + account.username());
    }

    private List<String> crewsOf(DemoAccount account) throws IOException {
        var names = rows(File.CREWS).stream()
                .collect(Collectors.toMap(row -> row.getField("id"), row -> row.getField("name")));
        return rows(File.CREW_MEMBERS).stream()
                .filter(row -> row.getField("user_id").equals(Integer.toString(account.id())))
                .map(row -> requireNonNull(names.get(row.getField("crew_id"))))
                .toList();
    }

    private Set<String> ids(File file) throws IOException {
        return column(file, "id");
    }

    private Set<String> column(File file, String name) throws IOException {
        return rows(file).stream()
                .map(row -> row.getField(name))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toSet());
    }

    private List<NamedCsvRecord> rows(File file) throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(folder.resolve(file.fileName()))) {
            return reader.stream().toList();
        }
    }
}
