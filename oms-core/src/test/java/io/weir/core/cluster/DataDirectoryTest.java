package io.weir.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start can tell of the run before it. */
final class DataDirectoryTest {
    @TempDir
    Path directory;

    private DataDirectory take(final Durability durability) {
        return DataDirectory.take(directory, durability, 1);
    }

    private void runAndDie(final Durability durability) {
        take(durability).close();
    }

    private void runAndStop(final Durability durability) {
        try (DataDirectory data = take(durability)) {
            data.noteCleanStop();
        }
    }

    private void bootAgain() throws IOException {
        final Path lock = directory.resolve("LOCK");
        Files.writeString(lock, Files.readString(lock).replaceAll("boot=.*", "boot=another"));
    }

    private void assertStarts(final StartKind kind, final boolean mayMissEntries) {
        try (DataDirectory data = take(Durability.PROCESS)) {
            assertEquals(kind, data.startKind());
            assertEquals(mayMissEntries, data.mayMissEntries());
        }
    }

    @Test
    void shouldTellAFirstStart() {
        assertStarts(StartKind.FIRST, false);
    }

    @Test
    void shouldTellAKillFromALossOfPower() throws IOException {
        runAndDie(Durability.PROCESS);
        assertStarts(StartKind.KILLED, false);
        bootAgain();
        assertStarts(StartKind.POWER_LOST, true);
    }

    @Test
    void shouldMissNothingWhereEverythingWasForced() throws IOException {
        runAndDie(Durability.DISK);
        bootAgain();
        assertStarts(StartKind.POWER_LOST, false);
    }

    @Test
    void shouldRememberALossOfPowerUntilItIsSettled() throws IOException {
        runAndDie(Durability.PROCESS);
        bootAgain();
        runAndDie(Durability.DISK);
        assertStarts(StartKind.POWER_LOST, true);
        runAndStop(Durability.DISK);
        assertStarts(StartKind.POWER_LOST, true);
        try (DataDirectory data = take(Durability.PROCESS)) {
            data.settlePowerLoss();
        }
        assertStarts(StartKind.KILLED, false);
    }

    @Test
    void shouldTrustACleanStopOverABoot() throws IOException {
        runAndStop(Durability.PROCESS);
        bootAgain();
        assertStarts(StartKind.CLEAN, false);
    }

    @Test
    void shouldNotBelieveACleanStopOfAnEarlierRun() throws IOException {
        runAndStop(Durability.PROCESS);
        final String clean = Files.readString(directory.resolve("CLEAN"));
        runAndDie(Durability.PROCESS);
        assertFalse(Files.exists(directory.resolve("CLEAN")));
        Files.writeString(
                directory.resolve("CLEAN"), clean); // its deletion was not on the disk yet when power was lost
        bootAgain();
        assertStarts(StartKind.POWER_LOST, true);
    }

    @Test
    void shouldRefuseAMemberThatMayMissWhatTheOthersHave() throws IOException {
        runAndDie(Durability.PROCESS);
        bootAgain();
        final NodeConfig three = new NodeConfig(
                directory,
                1,
                List.of(
                        new ClusterMember(0, "localhost", 20_000),
                        new ClusterMember(1, "localhost", 20_100),
                        new ClusterMember(2, "localhost", 20_200)),
                Durability.PROCESS,
                ThreadLayout.COMPACT,
                IdleConfig.COLD,
                TermConfig.SMALL,
                SnapshotConfig.STANDARD);
        for (int start = 0; start < 2; start++) {
            final NodeRefusedException refused = assertThrows(
                    NodeRefusedException.class,
                    () -> Node.start(three, EchoCore.logic(1), Nodes::daemon, line -> {}, (reason, cause) -> {}));
            assertTrue(refused.getMessage().startsWith("the machine of member 1 has lost power"), refused.getMessage());
        }
    }

    @Test
    void shouldStayStoppedAfterTheSecondHaltAtTheSamePlace() throws IOException {
        halted("HALTED-20260101-000000.000.txt", "command failed at log position 4096, logic 1, journal position 9: x");
        HaltHistory.check(directory, 1);
        halted("HALTED-20260101-000001.000.txt", "the start failed at log position 4096, logic 2, journal position 9");
        HaltHistory.check(directory, 1);
        halted("HALTED-20260101-000002.000.txt", "a thread has died at log position 8192; 9 bytes are free in /x");
        halted("HALTED-20260101-000003.000.txt", "died at log position 4096; the disk is full, 9 bytes are free in /x");
        HaltHistory.check(directory, 1);
        halted("HALTED-20260101-000004.000.txt", "command failed at log position 4096, logic 1, journal position 9: x");
        final NodeRefusedException refused =
                assertThrows(NodeRefusedException.class, () -> HaltHistory.check(directory, 1));
        assertTrue(
                refused.getMessage()
                        .startsWith("this node has stopped itself 2 times at log position 4096 and would do so again: "
                                + "HALTED-20260101-000000.000.txt, HALTED-20260101-000004.000.txt"),
                refused.getMessage());
        HaltHistory.check(directory, 2);
    }

    private void halted(final String name, final String reason) throws IOException {
        Files.writeString(directory.resolve(name), "HALTED 2026-01-01T00:00:00Z: " + reason + "\nat somewhere\n");
    }
}
