package io.weir.rest.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.protocol.Bounds;
import io.weir.protocol.command.PriceLevel;
import io.weir.protocol.command.VenueQuote;
import io.weir.protocol.decimal.Decimal;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Over seeded random histories of a venue's book, with updates lost and repeated, snapshots late and old, and connections
 * broken: what the book quotes is always exactly what the venue's book was at that number, or nothing.
 */
class DepthBookLawsTest {
    private static final int STEPS = 4_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void shouldQuoteWhatTheVenueHadOrNothing(final long seed) {
        new History(seed).run();
    }

    private static final class History {
        private final Random random;
        private final String name;
        private final DepthBook book = new DepthBook("X");
        private final TreeMap<Integer, Integer> bids = new TreeMap<>(Collections.reverseOrder());
        private final TreeMap<Integer, Integer> asks = new TreeMap<>();
        private final Map<Long, VenueQuote> byUpdateId = new HashMap<>();
        private final ArrayDeque<JsonNode> snapshotsOnTheirWay = new ArrayDeque<>();
        private long updateId = 1_000;
        private int liveSteps;
        private boolean snapshotWanted;

        History(final long seed) {
            random = new Random(seed);
            name = "seed " + seed;
        }

        void run() {
            remember();
            book.onOpen();
            snapshotWanted = true;
            for (int step = 0; step < STEPS; step++) {
                final int chance = random.nextInt(100);
                if (chance < 70) {
                    trade(random.nextInt(100) < 2, random.nextInt(100) < 2);
                } else if (chance < 85) {
                    takeSnapshot();
                } else if (chance < 99) {
                    deliverSnapshot();
                } else {
                    reconnect();
                }
                check();
            }
            assertTrue(liveSteps > STEPS / 4, name + ": live in " + liveSteps + " steps only");
            assertTrue(book.gaps() > 0, name + ": no gap was seen");
        }

        private void trade(final boolean lost, final boolean twice) {
            final long first = updateId + 1;
            final StringBuilder bidUpdates = new StringBuilder("[");
            final StringBuilder askUpdates = new StringBuilder("[");
            final int changes = 1 + random.nextInt(4);
            for (int i = 0; i < changes; i++) {
                updateId++;
                if (random.nextBoolean()) {
                    change(bids, 1 + random.nextInt(40), bidUpdates);
                } else {
                    change(asks, 41 + random.nextInt(40), askUpdates);
                }
            }
            remember();
            final JsonNode update = DepthBookTest.update(
                    first,
                    updateId,
                    bidUpdates.append(']').toString(),
                    askUpdates.append(']').toString());
            if (!lost) {
                act(book.onUpdate(update));
            }
            if (twice && !lost) {
                act(book.onUpdate(update));
            }
        }

        private void change(final TreeMap<Integer, Integer> side, final int price, final StringBuilder updates) {
            final int qty = random.nextInt(4);
            if (qty == 0) {
                side.remove(price);
            } else {
                side.put(price, qty);
            }
            updates.append(updates.length() > 1 ? "," : "");
            updates.append("[\"").append(price).append(".00\",\"").append(qty).append(".000\"]");
        }

        private void takeSnapshot() {
            if (snapshotWanted && snapshotsOnTheirWay.isEmpty()) {
                snapshotsOnTheirWay.add(DepthBookTest.snapshot(updateId, levels(bids), levels(asks)));
            }
        }

        private void deliverSnapshot() {
            if (!snapshotsOnTheirWay.isEmpty()) {
                snapshotWanted = false;
                act(book.onSnapshot(snapshotsOnTheirWay.poll()));
            }
        }

        private void act(final DepthBook.Outcome outcome) {
            snapshotWanted |= outcome == DepthBook.Outcome.SNAPSHOT_NEEDED;
        }

        private void reconnect() {
            book.onLost();
            assertFalse(book.quote().live(), name);
            snapshotsOnTheirWay.clear();
            book.onOpen();
            snapshotWanted = true;
        }

        private void check() {
            final VenueQuote quote = book.quote();
            if (!quote.live()) {
                assertEquals(List.of(), quote.bids(), name);
                return;
            }
            liveSteps++;
            assertEquals(byUpdateId.get(book.lastUpdateId()), quote, name + " at " + book.lastUpdateId());
        }

        private void remember() {
            byUpdateId.put(updateId, new VenueQuote("X", true, top(bids), top(asks)));
        }

        private static List<PriceLevel> top(final TreeMap<Integer, Integer> side) {
            return side.entrySet().stream()
                    .limit(Bounds.MAX_QUOTE_LEVELS)
                    .map(level -> new PriceLevel(new Decimal(level.getKey(), 0), new Decimal(level.getValue(), 0)))
                    .toList();
        }

        private static String levels(final TreeMap<Integer, Integer> side) {
            final StringBuilder text = new StringBuilder("[");
            side.forEach((price, qty) -> text.append(text.length() > 1 ? "," : "")
                    .append("[\"")
                    .append(price)
                    .append("\",\"")
                    .append(qty)
                    .append("\"]"));
            return text.append(']').toString();
        }
    }
}
