package io.weir.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.event.LogonSent;
import io.weir.protocol.event.SessionEvent;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What holds over every history: seeded, with losses, breaks, restarts, resets and outages. A failing run names its seed. */
class SessionLawsTest {
    /** More of them by {@code -Dweir.laws.seeds=1000}. */
    private static final int SEEDS = Integer.getInteger("weir.laws.seeds", 90);

    private static final int STEPS = 600;

    @FunctionalInterface
    private interface Law {
        void check(SimulatedWorld world);
    }

    private static void forEachSeed(final int seeds, final int steps, final Law law) {
        for (long seed = 1; seed <= seeds; seed++) {
            try {
                final SimulatedWorld world = new SimulatedWorld(seed, seed % 3 != 0);
                world.run(steps);
                law.check(world);
            } catch (final Throwable e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    @Test
    void shouldWorkEachOrderOnceAndBringEachReport() {
        forEachSeed(SEEDS, STEPS, world -> {
            world.comeToRest();
            final List<String> worked = world.kit().trading().worked();
            for (final SimulatedClient client : world.clients()) {
                assertTrue(client.isInStep(), "client " + client.sessionId() + " is not in step");
                for (final String order : client.orders()) {
                    final int times = Collections.frequency(worked, order);
                    assertTrue(times <= 1, order + " was worked " + times + " times");
                    assertTrue(times == 1 || client.uncertain().contains(order), order + " was never worked");
                }
                assertEquals(
                        new TreeSet<>(world.execIds(client.sessionId())),
                        new TreeSet<>(client.execIds()),
                        "reports of client " + client.sessionId());
            }
        });
    }

    @Test
    void shouldNumberMessagesWithoutHole() {
        forEachSeed(SEEDS / 3, STEPS, world -> {
            final Map<Integer, Long> last = new HashMap<>();
            final Map<Integer, Long> positions = new HashMap<>();
            for (final RecordingEventLog.Said said : world.kit().eventLog().said()) {
                if (said.event() instanceof SessionEvent message) {
                    final int sessionId = message.session().sessionId();
                    assertEquals(
                            positions.getOrDefault(sessionId, 0L),
                            message.session().previousPosition());
                    positions.put(sessionId, said.header().position());
                    if (message.session().msgSeqNum() != 0) {
                        final boolean reset = message instanceof LogonSent logon && logon.resetSeqNum();
                        final long expected = reset ? 1 : last.getOrDefault(sessionId, 0L) + 1;
                        assertEquals(expected, message.session().msgSeqNum(), message.toString());
                        last.put(sessionId, message.session().msgSeqNum());
                    }
                }
            }
        });
    }

    @Test
    void shouldSayTheSameAgainFromTheSameLog() {
        forEachSeed(SEEDS / 5, STEPS, world -> {
            final RecordingEventLog log = new RecordingEventLog();
            final CoreFrame core = new CoreFrame(log, EchoTrading::new);
            world.kit().inputs().forEach(input -> input.to(core));
            assertEquals(world.kit().eventLog().said(), log.said());
            assertEquals(world.kit().stateHash(), CoreKit.hash(CoreKit.snapshot(core)));
        });
    }

    @Test
    void shouldGoOnFromASnapshotTakenAfterAnyMessage() {
        forEachSeed(4, 250, world -> {
            final List<CoreKit.Input> inputs = world.kit().inputs();
            final List<RecordingEventLog.Said> whole = world.kit().eventLog().said();
            final long finalHash = world.kit().stateHash();
            final RecordingEventLog log = new RecordingEventLog();
            final CoreFrame core = new CoreFrame(log, EchoTrading::new);
            for (int i = 0; i < inputs.size(); i++) {
                inputs.get(i).to(core);
                final RecordingEventLog otherLog = new RecordingEventLog();
                final CoreFrame other = new CoreFrame(otherLog, EchoTrading::new);
                CoreKit.load(CoreKit.snapshot(log, core), otherLog, other);
                for (final CoreKit.Input input : inputs.subList(i + 1, inputs.size())) {
                    input.to(other);
                }
                assertEquals(
                        whole.subList(log.said().size(), whole.size()),
                        otherLog.said(),
                        "events behind a snapshot after input " + i + " of " + inputs.size());
                assertEquals(
                        finalHash, CoreKit.hash(CoreKit.snapshot(other)), "state behind a snapshot after input " + i);
            }
        });
    }
}
