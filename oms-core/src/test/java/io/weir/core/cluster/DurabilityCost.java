package io.weir.core.cluster;

import io.weir.core.OmsCore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Measures what {@code durability: disk} costs: orders to the real core through a node, one at a time and as a burst, with
 * either durability in turns within the same minute. Run by hand; prints a line a round.
 */
final class DurabilityCost {
    private static final int ROUNDS = 5;
    private static final int SINGLES = 300;
    private static final int BURST = 20_000;

    private DurabilityCost() {}

    /**
     * Measures.
     *
     * @param arguments a directory on the disk that is to be measured.
     */
    public static void main(final String[] arguments) throws IOException {
        for (int round = 0; round <= ROUNDS; round++) {
            for (final Durability durability : Durability.values()) {
                final Path directory = Files.createTempDirectory(Path.of(arguments[0]), "cost");
                final String figures = measure(Nodes.config(directory).withDurability(durability));
                System.out.println((round == 0 ? "warm-up " : "round " + round + " ") + durability + " " + figures);
            }
        }
        System.exit(0);
    }

    private static String measure(final NodeConfig config) {
        final TermConfig terms = new TermConfig(1 << 23, 1 << 24, 1 << 24, 1 << 26);
        try (Nodes nodes = Nodes.start(config.withTerms(terms), KeptDirectory.logic(OmsCore.LOGIC_VERSION));
                TradingDay day = new TradingDay(nodes.client, 1)) {
            day.logsOn();
            final long[] ns = new long[SINGLES];
            for (int i = 0; i < SINGLES; i++) {
                final long beganNs = System.nanoTime();
                day.buys("S-" + i, "0.0001", "49000");
                ns[i] = System.nanoTime() - beganNs;
            }
            Arrays.sort(ns);
            final long beganNs = System.nanoTime();
            day.burst("B-", BURST);
            final long ordersPerS = BURST * 1_000_000_000L / (System.nanoTime() - beganNs);
            return "order to New p50 " + ns[SINGLES / 2] / 1_000 + " us, p99 " + ns[SINGLES * 99 / 100] / 1_000
                    + " us; burst of " + BURST + ": " + ordersPerS + " orders/s";
        }
    }
}
