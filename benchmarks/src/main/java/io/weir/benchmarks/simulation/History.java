package io.weir.benchmarks.simulation;

import java.util.Locale;

/**
 * What came of one history in which no law was broken.
 *
 * @param seed       of it.
 * @param hash       over its journal, its exchanges and what its clients know.
 * @param steps      that were taken.
 * @param entries    of the command log.
 * @param events     of the journal.
 * @param orders     that the core took or rejected.
 * @param executions at exchanges, each booked once.
 * @param deaths     of processes, the core's included.
 * @param terms      of leaders.
 * @param logons     that clients said.
 * @param replays    of the log into a core made anew.
 * @param virtualNs  how long it took on its own clock, ns.
 */
public record History(
        long seed,
        long hash,
        long steps,
        long entries,
        long events,
        long orders,
        long executions,
        long deaths,
        long terms,
        long logons,
        long replays,
        long virtualNs) {
    /**
     * Adds up two; the hashes are mixed.
     *
     * @param other to add.
     * @return the sum, with the other's seed.
     */
    public History plus(final History other) {
        return new History(
                other.seed,
                Long.rotateLeft(hash, 7) * 0x9E3779B97F4A7C15L ^ other.hash,
                steps + other.steps,
                entries + other.entries,
                events + other.events,
                orders + other.orders,
                executions + other.executions,
                deaths + other.deaths,
                terms + other.terms,
                logons + other.logons,
                replays + other.replays,
                virtualNs + other.virtualNs);
    }

    /** {@return one line} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "hash %016x: %,d steps, %,d log entries, %,d events, %,d orders, %,d executions, %,d deaths, %,d terms,"
                        + " %,d logons, %,d replays, %,d s of virtual time",
                hash,
                steps,
                entries,
                events,
                orders,
                executions,
                deaths,
                terms,
                logons,
                replays,
                virtualNs / 1_000_000_000L);
    }
}
