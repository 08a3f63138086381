package org.jadhere.network.whohad;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jadhere.money.payments.HolderChanges;
import org.jadhere.money.payments.Payment;
import org.jadhere.money.payments.Payments;
import org.jadhere.money.statistics.Statistics;
import org.jadhere.network.services.HoldingBook;
import org.jadhere.network.services.Services;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.Member;
import org.jadhere.platform.audit.Author;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.RuleViolationException;
import org.jadhere.platform.web.Texts;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Random handovers, pauses, restarts and ends, compared day by day with {@link HolderOracle}. */
@ActTest
@WithCast
class HolderOracleTests {

    /** An end that is later than before corrects the past; all other acts leave the days before them as they were. */
    private static final int END = 7;

    private static final String ADDRESS = "192.0.2.7";

    private final LocalDate first = LocalDate.now(Texts.PARIS).minusDays(HolderOracle.DAYS - 10L);

    private final Actor erin = new Actor(1, "erin", "Erin", "fr", true, true, Set.of(), Set.of());
    private final List<Member.Ref> members = new ArrayList<>();
    private final List<Actor> holders = new ArrayList<>();

    @Autowired
    Services services;

    @Autowired
    HolderChanges changes;

    @Autowired
    HoldingBook holdings;

    @Autowired
    Payments payments;

    @Autowired
    Statistics statistics;

    @Autowired
    AllocationLookup lookup;

    private long service;
    private HolderOracle oracle = new HolderOracle();

    @BeforeEach
    void aServiceHeldFromItsFifthDay() {
        for (String name : List.of("zoe", "yann", "xavier")) {
            long user = given().user(name);
            members.add(new Member.Ref(given().membership(user), members.size() + 2, name));
            holders.add(new Actor(user, name, name, "fr", false, false, Set.of(), Set.of()));
        }
        service = given().service(cast().toulouse, with(SERVICE.STARTS_ON, first));
        given().holding(
                        service,
                        with(HOLDING.MEMBER_ID, members.getFirst().id()),
                        with(HOLDING.STARTS_ON, first.plusDays(5)),
                        with(HOLDING.KNOWN_SINCE, noon(20)));
        given().allocation(service, ADDRESS);
        oracle = new HolderOracle();
        oracle.hold(0, 5);
    }

    private Instant noon(int day) {
        return first.plusDays(day).atTime(12, 0).atZone(Texts.PARIS).toInstant();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void daysMoneyAndAnswersMatchTheOracle(long seed) {
        var random = new Random(seed);
        for (int step = 0; step < 14; step++) {
            if (random.nextInt(3) == 0) {
                pay(random.nextInt(HolderOracle.DAYS - 10));
            }
            int day = random.nextInt(HolderOracle.DAYS);
            int member = random.nextInt(members.size());
            var past = day == 0 ? null : statistics.asOf(first.plusDays(day - 1L));
            int kind = random.nextInt(8);
            boolean done = act(kind, member, day);
            String seen = "seed %d, step %d, %s on day %d".formatted(seed, step, done ? "done" : "refused", day);
            assertThat(held()).as(seen).isEqualTo(oracle.days());
            if (past != null && kind < END) {
                assertThat(statistics.asOf(first.plusDays(day - 1L)))
                        .as("%s: the past", seen)
                        .isEqualTo(past);
            }
        }
        compareMoney(seed);
        compareAnswers(seed);
    }

    /** Whether the act was accepted; the oracle says what it must have done. */
    private boolean act(int kind, int member, int day) {
        return switch (kind) {
            case 0, 1, 2 -> accepted(() -> handOver(member, day)) && oracle.handOver(member, day);
            case 3, 4 -> accepted(() -> pause(day)) && oracle.pause(day);
            case 5, 6 -> accepted(() -> restart(member, day)) && oracle.restart(member, day);
            default -> accepted(() -> terminate(day)) && oracle.terminate(day);
        };
    }

    private static boolean accepted(Runnable act) {
        try {
            Author.command("oracle").act(() -> {
                act.run();
                return true;
            });
            return true;
        } catch (RuleViolationException refused) {
            return false;
        }
    }

    private void handOver(int member, int day) {
        changes.handOver(erin, services.find(erin, service).orElseThrow(), members.get(member), end(day - 1));
    }

    private void pause(int day) {
        changes.pause(erin, services.find(erin, service).orElseThrow(), end(day));
    }

    private void terminate(int day) {
        changes.terminate(erin, services.find(erin, service).orElseThrow(), end(day));
    }

    private void restart(int member, int day) {
        holdings.restart(erin, service, members.get(member), first.plusDays(day), FormSnapshot.EMPTY);
    }

    private HolderChanges.End end(int lastDay) {
        var plan = changes.plan(erin, services.find(erin, service).orElseThrow());
        return new HolderChanges.End(first.plusDays(lastDay), false, plan.expected(), FormSnapshot.EMPTY);
    }

    private void pay(int day) {
        long id = given().payment(
                        service,
                        with(PAYMENT.STARTS_ON, first.plusDays(day)),
                        with(PAYMENT.ENDS_ON, first.plusDays(day + 1L)));
        oracle.pay(id, day);
    }

    /** The index of the member who holds the service on each day, or null; as {@link HolderOracle#days}. */
    private List<String> held() {
        var period = requireNonNull(services.find(erin, service).orElseThrow().period());
        var rows =
                db().selectFrom(HOLDING).where(HOLDING.SERVICE_ID.eq(service)).fetch();
        List<String> days = new ArrayList<>();
        for (int day = 0; day < HolderOracle.DAYS; day++) {
            LocalDate date = first.plusDays(day);
            var holder = rows.stream()
                    .filter(row -> !row.get(HOLDING.STARTS_ON).isAfter(date))
                    .filter(row -> row.get(HOLDING.ENDS_ON) == null
                            || row.get(HOLDING.ENDS_ON).isAfter(date))
                    .map(row -> String.valueOf(index(row.get(HOLDING.MEMBER_ID))))
                    .toList();
            assertThat(holder).as("holders on day %d", day).hasSizeLessThan(2);
            days.add(!period.covers(date) ? "out" : holder.isEmpty() ? "gap" : holder.getFirst());
        }
        return days;
    }

    private int index(long member) {
        return members.stream().map(Member.Ref::id).toList().indexOf(member);
    }

    /** Each holder sees the payments of their own days, and no other. */
    private void compareMoney(long seed) {
        for (int member = 0; member < members.size(); member++) {
            var seen = payments.ownedBy(holders.get(member)).stream()
                    .map(Payment::id)
                    .toList();
            assertThat(new TreeSet<>(seen))
                    .as("payments of member %d, seed %d", member, seed)
                    .isEqualTo(oracle.paidBy(member));
        }
    }

    private void compareAnswers(long seed) {
        for (int day = 0; day < HolderOracle.DAYS - 10; day++) {
            var answer = lookup.answer(IpPrefix.parse(ADDRESS), noon(day));
            assertThat(text(answer, noon(day)))
                    .as("day %d, seed %d, %s", day, seed, oracle.days())
                    .isEqualTo(oracle.answer(day));
        }
    }

    /** The index of the holder, and whether the answer was written down after the instant. */
    private String text(Answer answer, Instant at) {
        return answer instanceof Answer.One one
                ? index(members.get(one.holding().holder().number() - 2).id())
                        + (one.holding().knownSince().isAfter(at) ? " noted later" : "")
                : answer.kind();
    }
}
