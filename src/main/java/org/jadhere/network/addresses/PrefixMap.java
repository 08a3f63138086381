package org.jadhere.network.addresses;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jadhere.platform.db.IpPrefix;

/** A prefix cut into at most 256 equal blocks, each with its use: a /24 of single addresses is 256 of them. */
public record PrefixMap(List<Cell> cells) {

    private static final int COLUMNS = 16;

    /** What a block shows. */
    public enum State {
        FREE,
        PART,
        FULL,
        RESERVED
    }

    /** A block; its place counts from 0, sixteen in a row. */
    public record Cell(IpPrefix block, PrefixUse use, State state, int place) {

        public int column() {
            return place % COLUMNS;
        }

        public int row() {
            return place / COLUMNS;
        }
    }

    public PrefixMap {
        cells = List.copyOf(cells);
    }

    public int rows() {
        return (cells.size() + COLUMNS - 1) / COLUMNS;
    }

    /** How many blocks are in a state. */
    public long count(State state) {
        return cells.stream().filter(cell -> cell.state() == state).count();
    }

    /**
     * @param taken addresses held, by blocks of this size or larger ones
     * @param reserved prefixes inside that are not given
     */
    static PrefixMap of(Prefix prefix, Map<IpPrefix, BigInteger> taken, List<IpPrefix> reserved) {
        IpPrefix range = prefix.range();
        int length = Math.min(range.bits(), range.length() + 8);
        var sorted = new TreeMap<>(taken);
        return new PrefixMap(LongStream.range(0, 1L << (length - range.length()))
                .mapToObj(n -> cell(prefix, range.part(length, n), (int) n, sorted, reserved))
                .toList());
    }

    private static Cell cell(
            Prefix prefix, IpPrefix block, int place, TreeMap<IpPrefix, BigInteger> taken, List<IpPrefix> reserved) {
        BigInteger held = taken.getOrDefault(block, BigInteger.ZERO);
        boolean within = taken.entrySet().stream()
                .anyMatch(larger -> larger.getValue().signum() > 0
                        && larger.getKey().length() < block.length()
                        && larger.getKey().contains(block));
        var use = new PrefixUse(block.addresses(), within ? block.addresses() : held);
        boolean kept = prefix.keepsFree(block) || reserved.stream().anyMatch(inside -> inside.contains(block));
        return new Cell(block, use, state(use, kept), place);
    }

    private static State state(PrefixUse use, boolean kept) {
        if (use.isFull()) {
            return State.FULL;
        }
        return use.taken().signum() > 0 ? State.PART : kept ? State.RESERVED : State.FREE;
    }
}
