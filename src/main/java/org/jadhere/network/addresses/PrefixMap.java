package org.jadhere.network.addresses;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.db.Word;

/** A prefix divided into at most 256 equal blocks, each with its use; the blocks of a /24 are single addresses. */
public record PrefixMap(List<Cell> cells) {

    private static final int COLUMNS = 16;

    public enum State implements Word {
        FREE,
        PART,
        FULL,
        RESERVED
    }

    /** A block; the index counts from 0, sixteen blocks in a row. */
    public record Cell(IpPrefix block, PrefixUse use, State state, int index) {

        public int column() {
            return index % COLUMNS;
        }

        public int row() {
            return index / COLUMNS;
        }
    }

    public PrefixMap {
        cells = List.copyOf(cells);
    }

    public int rows() {
        return (cells.size() + COLUMNS - 1) / COLUMNS;
    }

    public long count(State state) {
        return cells.stream().filter(cell -> cell.state() == state).count();
    }

    /**
     * @param held the number of held addresses by block of this size or larger
     * @param reserved prefixes inside that the pool does not allocate
     */
    static PrefixMap of(Prefix prefix, Map<IpPrefix, BigInteger> held, List<IpPrefix> reserved) {
        IpPrefix range = prefix.range();
        int length = Math.min(range.bits(), range.length() + 8);
        var sorted = new TreeMap<>(held);
        return new PrefixMap(LongStream.range(0, 1L << (length - range.length()))
                .mapToObj(n -> cell(prefix, range.part(length, n), (int) n, sorted, reserved))
                .toList());
    }

    private static Cell cell(
            Prefix prefix, IpPrefix block, int index, TreeMap<IpPrefix, BigInteger> held, List<IpPrefix> reserved) {
        BigInteger own = held.getOrDefault(block, BigInteger.ZERO);
        boolean inHeldBlock = held.entrySet().stream()
                .anyMatch(larger -> larger.getValue().signum() > 0
                        && larger.getKey().length() < block.length()
                        && larger.getKey().contains(block));
        var use = new PrefixUse(block.addresses(), inHeldBlock ? block.addresses() : own);
        boolean isReserved = prefix.keepsFree(block) || reserved.stream().anyMatch(inside -> inside.contains(block));
        return new Cell(block, use, state(use, isReserved), index);
    }

    private static State state(PrefixUse use, boolean isReserved) {
        if (use.isFull()) {
            return State.FULL;
        }
        return use.held().signum() > 0 ? State.PART : isReserved ? State.RESERVED : State.FREE;
    }
}
