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
import org.jadhere.money.payments.Payment;
import org.jadhere.money.payments.Payments;
import org.jadhere.money.statistics.Statistics;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.Member;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.web.Texts;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Random handovers, pauses, restarts, ends, corrections and undoing, compared day by day with {@link HolderOracle}. */
@ActTest
@WithCast
class HolderOracleTests {

    /** Later ends, corrections and undoing change the past; all other acts leave the days before them as they were. */
    private static final int END = 7;

    private static final String ADDRESS = "192.0.2.7";

    private final LocalDate first = LocalDate.now(Texts.PARIS).minusDays(HolderOracle.DAYS - 10L);

    private final List<Member.Ref> members = new ArrayList<>();
    private final List<Actor> holders = new ArrayList<>();

    @Autowired
    ApplicationContext beans;

    @Autowired
    Payments payments;

    @Autowired
    Statistics statistics;

    @Autowired
    AllocationLookup lookup;

    private long service;
    private HolderActs acts;
    private HolderOracle oracle = new HolderOracle(0, 5);

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
        oracle = new HolderOracle(0, 5);
        acts = new HolderActs(beans, service, first, members);
    }

    private Instant noon(int day) {
        return first.plusDays(day).atTime(12, 0).atZone(Texts.PARIS).toInstant();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void daysMoneyAndAnswersMatchTheOracle(long seed) {
        var random = new Random(seed);
        for (int step = 0; step < 40; step++) {
            if (random.nextInt(3) == 0) {
                pay(random.nextInt(HolderOracle.DAYS - 10));
            }
            int day = random.nextInt(HolderOracle.DAYS - 1);
            int member = random.nextInt(members.size());
            var past = day == 0 ? null : statistics.asOf(first.plusDays(day - 1L));
            int kind = random.nextInt(12);
            boolean done = acts.act(kind, member, day, random, oracle);
            String seen =
                    "seed %d, step %d, act %d %s on day %d".formatted(seed, step, kind, done ? "done" : "refused", day);
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

    private void pay(int day) {
        long id = given().payment(
                        service,
                        with(PAYMENT.STARTS_ON, first.plusDays(day)),
                        with(PAYMENT.ENDS_ON, first.plusDays(day + 1L)));
        oracle.pay(id, day);
    }

    /** The index of the member who holds the service on each day, or null; as {@link HolderOracle#days}. */
    private List<String> held() {
        var period = requireNonNull(acts.service().period());
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
