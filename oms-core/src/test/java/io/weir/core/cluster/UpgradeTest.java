package io.weir.core.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.core.OmsCore;
import io.weir.protocol.fix.ExecType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A new release on what the one before has left, and the way back. */
@Timeout(60)
final class UpgradeTest {
    private static final int KEPT = 1;
    private static final int NEXT = OmsCore.LOGIC_VERSION + 1;

    /** The kept client has used 1 for its Logon, 2 and 3 for orders. */
    private static final long CLIENTS_NEXT = 4;

    /** The kept gateway has said a Logon, two reports New and a Trade. */
    private static final long OURS_NEXT = 5;

    @TempDir
    Path directory;

    private Nodes start(final int logicVersion) {
        return Nodes.start(Nodes.config(directory), KeptDirectory.logic(logicVersion));
    }

    private Nodes startWithoutSnapshots(final int logicVersion) {
        return Nodes.start(
                Nodes.config(directory).withSnapshots(KeptDirectory.NO_SNAPSHOT), KeptDirectory.logic(logicVersion));
    }

    /** The client goes on with its numbers, and with the order that rests. */
    private static void goesOn(final Nodes nodes) {
        try (TradingDay day = new TradingDay(nodes.client, CLIENTS_NEXT)) {
            assertEquals(OURS_NEXT, day.logsOn(), "the session's numbers are kept");
            assertEquals(ExecType.REJECTED, day.buys("A-3", "1", "49000").execType(), "the kill switch is kept");
            assertEquals("A-2", day.cancels("A-4", "A-2").origClOrdId(), "the resting order is kept");
        }
        assertEquals(
                List.of("INSTRUMENT BTC-USD"),
                nodes.node.counters().standstill().killSwitches());
        assertEquals(List.of(), nodes.halts);
    }

    @Test
    void shouldReadTheKeptSnapshot() throws IOException {
        KeptDirectory.unpack(KEPT, KeptDirectory.SNAPSHOT, directory);
        try (Nodes nodes = start(OmsCore.LOGIC_VERSION)) {
            goesOn(nodes);
        }
    }

    @Test
    void shouldReplayTheKeptLogToTheKeptJournal() throws IOException {
        KeptDirectory.unpack(KEPT, KeptDirectory.LOG, directory);
        final String kept = resource("/kept/node-" + KEPT + "-" + KeptDirectory.LOG + ".txt");
        try (Nodes nodes = startWithoutSnapshots(KEPT)) {
            goesOn(nodes);
            final long end = Long.parseLong(kept.split(" ")[0]);
            assertEquals(kept, KeptDirectory.endAndHash(nodes.client.journal(), end));
            assertTrue(nodes.node.counters().commands() > 12, "the log was replayed");
        }
    }

    @Test
    void shouldGoOnWithANewLogicFromACleanStop() throws IOException {
        KeptDirectory.unpack(KEPT, KeptDirectory.SNAPSHOT, directory);
        try (Nodes nodes = startWithoutSnapshots(NEXT)) {
            goesOn(nodes);
        }
        try (Nodes nodes = startWithoutSnapshots(NEXT)) {
            await().until(() -> nodes.node.counters().isLeader());
            assertEquals(List.of(), nodes.halts, "its own commands behind the old snapshot are its own");
        }
    }

    @Test
    void shouldRefuseANewLogicOverCommandsBehindTheSnapshot() throws IOException {
        KeptDirectory.unpack(KEPT, KeptDirectory.SNAPSHOT, directory);
        try (Nodes nodes = startWithoutSnapshots(KEPT)) {
            goesOn(nodes);
        }
        try (Nodes nodes = start(NEXT)) {
            await().until(() -> !nodes.halts.isEmpty());
            assertTrue(
                    nodes.halts.get(0).contains("must not replay them: start the old release, stop it cleanly"),
                    nodes.halts.get(0));
        }
        try (Nodes nodes = start(KEPT)) {
            await().until(() -> nodes.node.counters().isLeader());
            assertEquals(List.of(), nodes.halts, "the old release goes on all the same");
        }
        try (Nodes nodes = start(NEXT)) {
            await().until(() -> nodes.node.counters().isLeader());
            assertEquals(List.of(), nodes.halts, "and after its clean stop the new one does");
        }
    }

    @Test
    void shouldRefuseANewLogicWhereTheOldOneWasKilled() throws IOException {
        KeptDirectory.unpack(KEPT, KeptDirectory.SNAPSHOT, directory);
        Files.delete(directory.resolve("CLEAN"));
        for (int start = 0; start < 2; start++) {
            final NodeRefusedException refused = assertThrows(NodeRefusedException.class, () -> start(NEXT));
            assertTrue(refused.getMessage().contains("start the old release once more"), refused.getMessage());
        }
        try (Nodes nodes = start(KEPT)) {
            goesOn(nodes);
        }
    }

    @Test
    void shouldRefuseToGoBackOverASnapshotOfTheNewLogic() throws IOException {
        KeptDirectory.unpack(KEPT, KeptDirectory.SNAPSHOT, directory);
        try (Nodes nodes = start(NEXT)) {
            goesOn(nodes);
        }
        try (Nodes nodes = start(KEPT)) {
            await().until(() -> !nodes.halts.isEmpty());
            assertTrue(
                    nodes.halts
                            .get(0)
                            .contains("the snapshot was taken by logic " + NEXT + ", this release has " + KEPT),
                    nodes.halts.get(0));
        }
        try (Nodes nodes = start(NEXT)) {
            await().until(() -> nodes.node.counters().isLeader());
            assertEquals(List.of(), nodes.halts);
        }
    }

    private static String resource(final String name) throws IOException {
        try (InputStream in = UpgradeTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
