package org.jadhere.network.whohad;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who holds a service on each of its days, as a list of days: no ranges, no ends, no database. Today is ten days before
 * the last day. It knows only what is asked for; what the program refuses is not told to it.
 */
final class HolderOracle {

    static final int DAYS = 50;

    private static final int GAP = -1;
    private static final int OUT = -2;

    /** Each holding of the days, so that two holdings of a member one after the other are told apart. */
    private record Held(int member, int holding, boolean late) {}

    private final Held[] days = new Held[DAYS];
    private final Map<Long, Integer> payments = new TreeMap<>();
    private int holdings;

    HolderOracle() {
        Arrays.fill(days, new Held(GAP, 0, false));
    }

    /** A member holds the service from a day on; recorded on day 20, before the acts. */
    void hold(int member, int from) {
        fill(from, new Held(member, ++holdings, false));
    }

    private void fill(int from, Held held) {
        for (int day = from; day < DAYS; day++) {
            if (days[day].member != OUT) {
                days[day] = held;
            }
        }
    }

    /** The days from this one on that the present holding covers go to another member, until the service ends. */
    boolean handOver(int member, int day) {
        fill(day, new Held(member, ++holdings, true));
        return true;
    }

    boolean pause(int lastDay) {
        int ending = days[lastDay].holding;
        for (int day = lastDay + 1; day < DAYS; day++) {
            if (days[day].holding == ending && days[day].member >= 0) {
                days[day] = new Held(GAP, 0, false);
            }
        }
        return true;
    }

    boolean restart(int member, int day) {
        fill(day, new Held(member, ++holdings, true));
        return true;
    }

    /** A later end than before prolongs the holding that ended with the service. */
    boolean terminate(int lastDay) {
        Held last = days[0];
        for (int day = 0; day < DAYS && days[day].member != OUT; day++) {
            last = days[day];
        }
        for (int day = 0; day < DAYS; day++) {
            if (day > lastDay) {
                days[day] = new Held(OUT, 0, false);
            } else if (days[day].member == OUT) {
                days[day] = last;
            }
        }
        return true;
    }

    List<String> days() {
        return Arrays.stream(days).map(HolderOracle::word).toList();
    }

    private static String word(Held held) {
        return held.member == OUT ? "out" : held.member == GAP ? "gap" : String.valueOf(held.member);
    }

    /** The payment belongs to the holding of its day, else to the nearest one in days, the earlier of two as near. */
    void pay(long id, int day) {
        for (int distance = 0; distance < DAYS; distance++) {
            for (int near : new int[] {day - distance, day + distance}) {
                if (near >= 0 && near < DAYS && days[near].member >= 0) {
                    payments.put(id, days[near].member);
                    return;
                }
            }
        }
    }

    TreeSet<Long> paidBy(int member) {
        var paid = new TreeSet<Long>();
        payments.forEach((payment, payer) -> {
            if (payer == member) {
                paid.add(payment);
            }
        });
        return paid;
    }

    /** At noon of a day before today; all acts were recorded today, the first holding on day 20. */
    String answer(int day) {
        Held held = days[day];
        if (held.member == OUT) {
            return "ended";
        }
        if (held.member == GAP) {
            return "no_holder";
        }
        boolean noted = held.late || day < 20;
        return held.member + (noted ? " noted later" : "");
    }
}
