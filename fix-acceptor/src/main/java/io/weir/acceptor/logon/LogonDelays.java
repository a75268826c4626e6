package io.weir.acceptor.logon;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long the next try waits after wrong passwords, by comp id and by address. The wait grows but has a bound below the
 * time that engines wait for a Logon, and the right password is taken behind it: a lock-out would be a weapon against the
 * client. For one thread; the tables are bounded, the oldest entry goes first.
 */
public final class LogonDelays {
    private static final int FREE_BY_COMP_ID = 3;
    private static final int FREE_BY_ADDRESS = 10;
    private static final long FIRST_DELAY_NS = 250_000_000L;
    private static final long LONGEST_DELAY_NS = 4_000_000_000L;
    private static final long FORGOTTEN_AFTER_NS = 900_000_000_000L;
    private static final int MOST_ENTRIES = 10_000;

    private final Map<String, Tries> byCompId = table();
    private final Map<String, Tries> byAddress = table();

    /** {@return the moment from which a try may be worked, by the same clock as {@code nowNs}} */
    public long dueNs(final String compId, final String address, final long nowNs) {
        return Math.max(
                dueNs(byCompId.get(compId), FREE_BY_COMP_ID, nowNs),
                dueNs(byAddress.get(address), FREE_BY_ADDRESS, nowNs));
    }

    /** Notes a wrong password. */
    public void onWrong(final String compId, final String address, final long nowNs) {
        count(byCompId, compId, nowNs);
        count(byAddress, address, nowNs);
    }

    /** Notes a right password: the client's tries are forgotten, the address' are not. */
    public void onRight(final String compId) {
        byCompId.remove(compId);
    }

    private static long dueNs(final Tries tries, final int free, final long nowNs) {
        if (tries == null || tries.wrong <= free || nowNs - tries.lastNs > FORGOTTEN_AFTER_NS) {
            return nowNs;
        }
        final int doublings = Math.min(tries.wrong - free - 1, 16);
        return tries.lastNs + Math.min(FIRST_DELAY_NS << doublings, LONGEST_DELAY_NS);
    }

    private static void count(final Map<String, Tries> table, final String key, final long nowNs) {
        final Tries tries = table.computeIfAbsent(key, k -> new Tries());
        tries.wrong = nowNs - tries.lastNs > FORGOTTEN_AFTER_NS ? 1 : tries.wrong + 1;
        tries.lastNs = nowNs;
    }

    private static Map<String, Tries> table() {
        return new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(final Map.Entry<String, Tries> eldest) {
                return size() > MOST_ENTRIES;
            }
        };
    }

    private static final class Tries {
        private int wrong;
        private long lastNs;
    }
}
