package org.jadhere.network.whohad;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who holds a service on each of its days, as a list of days: no ranges, no ends, no database. Today is ten days before
 * the last day, which stands for all days after it. It receives only acts that the program accepted.
 */
final class HolderOracle {

    static final int DAYS = 50;

    private static final int GAP = -1;
    private static final int EARLY = -2;
    private static final int OVER = -3;

    /** @param late whether the member or the first day was recorded today; else on day 20, before the acts */
    private record Holding(int member, boolean late) {}

    /** @param days for each day the index of its holding, or that there is none */
    private record State(List<Integer> days, List<Holding> holdings) {

        State copy() {
            return new State(new ArrayList<>(days), new ArrayList<>(holdings));
        }
    }

    private final Map<Long, Integer> payments = new TreeMap<>();
    private State now = new State(new ArrayList<>(Arrays.asList(new Integer[DAYS])), new ArrayList<>());
    private State before = now;

    /** A service in service on all days; a member holds it from a day on. */
    HolderOracle(int member, int from) {
        now.days.replaceAll(day -> GAP);
        begin(new Holding(member, false), from, DAYS);
    }

    private void begin(Holding holding, int from, int end) {
        now.holdings.add(holding);
        fill(now.holdings.size() - 1, from, end);
    }

    private void fill(int holding, int from, int end) {
        for (int day = from; day < end; day++) {
            if (now.days.get(day) != OVER) {
                now.days.set(day, holding);
            }
        }
    }

    /** An act that changes nothing writes nothing, and is not undone. */
    private boolean change(Runnable act) {
        State was = now.copy();
        act.run();
        if (!was.equals(now)) {
            before = was;
        }
        return true;
    }

    /** The days from this one on go to another member, until the service ends. Also a restart after a pause. */
    boolean handOver(int member, int day) {
        return change(() -> begin(new Holding(member, true), day, DAYS));
    }

    boolean pause(int lastDay) {
        return change(() -> endOfHolding(lastDay));
    }

    private void endOfHolding(int lastDay) {
        int ending = now.days.get(lastDay);
        for (int day = lastDay + 1; day < DAYS; day++) {
            if (now.days.get(day) == ending) {
                now.days.set(day, GAP);
            }
        }
    }

    /** A later end than before prolongs the holding that ended with the service. */
    boolean terminate(int lastDay) {
        return change(() -> endOfService(lastDay));
    }

    private void endOfService(int lastDay) {
        int last = now.days.stream().filter(day -> day != OVER).reduce(GAP, (a, b) -> b);
        for (int day = 0; day < DAYS; day++) {
            if (day > lastDay) {
                now.days.set(day, OVER);
            } else if (now.days.get(day) == OVER) {
                now.days.set(day, last);
            }
        }
    }

    /**
     * The holding that began on a day gets another member, first day or end. The first day of the first holding and the end
     * of the last one are those of the service as well.
     */
    boolean correct(int began, int member, int from, int end) {
        return change(() -> corrected(began, member, from, end));
    }

    private void corrected(int began, int member, int from, int end) {
        int holding = now.days.get(began);
        boolean first = began == 0 || now.days.get(began - 1) == EARLY;
        int ended = now.days.lastIndexOf(holding) + 1;
        boolean last = ended == DAYS || now.days.get(ended) == OVER;
        boolean changed = began != from || now.holdings.get(holding).member != member;
        now.holdings.set(holding, new Holding(member, changed || now.holdings.get(holding).late));
        for (int day = 0; day < DAYS; day++) {
            int held = now.days.get(day);
            if (held == holding || last && held == OVER || first && held == EARLY) {
                now.days.set(day, first && day < from ? EARLY : last && day >= end ? OVER : GAP);
            }
        }
        for (int day = from; day < end; day++) {
            now.days.set(day, holding);
        }
    }

    /** The days and holders are those before the latest act. What had been corrected was recorded today. */
    boolean undo() {
        State undone = now;
        now = before;
        for (int i = 0; i < now.holdings.size(); i++) {
            if (undone.days.indexOf(i) != now.days.indexOf(i)
                    || undone.holdings.get(i).member != now.holdings.get(i).member) {
                now.holdings.set(i, new Holding(now.holdings.get(i).member, true));
            }
        }
        before = undone;
        return true;
    }

    List<String> days() {
        return now.days.stream().map(this::word).toList();
    }

    private String word(int day) {
        return day < GAP ? "out" : day == GAP ? "gap" : String.valueOf(now.holdings.get(day).member);
    }

    /** The payment belongs to the holding of its day, else to the nearest one in days, the earlier of two as near. */
    void pay(long id, int day) {
        for (int distance = 0; distance < DAYS; distance++) {
            for (int near : new int[] {day - distance, day + distance}) {
                if (near >= 0 && near < DAYS && now.days.get(near) >= 0) {
                    payments.put(id, now.days.get(near));
                    return;
                }
            }
        }
    }

    TreeSet<Long> paidBy(int member) {
        var paid = new TreeSet<Long>();
        payments.forEach((payment, holding) -> {
            if (now.holdings.get(holding).member == member) {
                paid.add(payment);
            }
        });
        return paid;
    }

    /** At noon of a day before today; all acts were recorded today, the first holding on day 20. */
    String answer(int day) {
        int held = now.days.get(day);
        if (held < 0) {
            return held == OVER ? "ended" : held == EARLY ? "not_started" : "no_holder";
        }
        Holding holding = now.holdings.get(held);
        return holding.member + (holding.late || day < 20 ? " noted later" : "");
    }
}
