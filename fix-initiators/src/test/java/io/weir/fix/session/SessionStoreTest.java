package io.weir.fix.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store of a session still knows after restarts, kills, torn files and resets. */
final class SessionStoreTest {
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);
    private static final int KILLS = 4;

    @TempDir
    Path directory;

    @Test
    void shouldGoOnWithNumbersAndMessagesAfterARestart() throws IOException {
        try (SessionStore store = open(false)) {
            send(store, 3);
            store.incrNextTargetMsgSeqNum();
        }
        try (SessionStore store = open(false)) {
            assertEquals(4, store.getNextSenderMsgSeqNum());
            assertEquals(List.of(message(1), message(2), message(3)), get(store, 1, 3));
            assertEquals(1_700_000_000_000L, store.getCreationTime().getTime());
        }
    }

    @Test
    void shouldPutAGatheredBatchOnFileByOneWrite() throws IOException {
        try (SessionStore store = open(false)) {
            send(store, 3);
            final Path file = directory.resolve(SessionStore.FILE_NAME);
            final long before = Files.size(file);
            store.hold();
            store.set(4, message(4));
            store.incrNextSenderMsgSeqNum();
            store.set(5, message(5));
            store.incrNextSenderMsgSeqNum();
            assertEquals(before, Files.size(file), "nothing may have left yet");
            assertEquals(List.of(message(4), message(5)), get(store, 4, 5));
            store.release();
            try (SessionStore reader = SessionStore.open(copy(file), false, CLOCK)) {
                assertEquals(6, reader.getNextSenderMsgSeqNum());
                assertEquals(List.of(message(4), message(5)), get(reader, 4, 5));
            }
        }
    }

    private Path copy(final Path file) throws IOException {
        final Path target = Files.createDirectory(directory.resolve("copy"));
        Files.copy(file, target.resolve(SessionStore.FILE_NAME));
        return target;
    }

    @Test
    void shouldUseTheNumberOfAMessageThatIsOnFileThoughItWasNeverCounted() throws IOException {
        try (SessionStore store = open(false)) {
            store.set(1, message(1));
        }
        try (SessionStore store = open(false)) {
            assertEquals(2, store.getNextSenderMsgSeqNum(), "it may have left");
        }
    }

    @Test
    void shouldExpectAgainAfterARestartWhatTheLogNeverTook() throws IOException {
        try (SessionStore store = open(false)) {
            for (int i = 0; i < 10; i++) {
                store.incrNextTargetMsgSeqNum();
            }
            assertEquals(11, store.getNextTargetMsgSeqNum());
            store.taken(store.generation(), 6);
            store.taken(store.generation(), 4);
            store.taken(store.generation(), 99);
        }
        try (SessionStore store = open(false)) {
            assertEquals(6, store.getNextTargetMsgSeqNum());
        }
    }

    @Test
    void shouldBeginAnewWhenTheSessionIsReset() throws IOException {
        try (SessionStore store = open(false)) {
            send(store, 3);
            store.incrNextTargetMsgSeqNum();
            final int before = store.generation();
            store.reset();
            store.incrNextTargetMsgSeqNum();
            store.taken(before, 2);
            assertEquals(1, store.getNextSenderMsgSeqNum());
            assertEquals(List.of(), get(store, 1, 3));
        }
        try (SessionStore store = open(false)) {
            assertEquals(1, store.getNextSenderMsgSeqNum());
            assertEquals(1, store.getNextTargetMsgSeqNum(), "what was taken before the reset counts no more");
        }
    }

    @Test
    void shouldSetNumbersWhenQuickFixSaysSo() throws IOException {
        try (SessionStore store = open(false)) {
            send(store, 2);
            store.setNextSenderMsgSeqNum(50);
            store.incrNextSenderMsgSeqNum();
            store.setNextTargetMsgSeqNum(7);
            store.taken(store.generation(), 7);
            store.setNextTargetMsgSeqNum(3);
        }
        try (SessionStore store = open(false)) {
            assertEquals(51, store.getNextSenderMsgSeqNum());
            assertEquals(3, store.getNextTargetMsgSeqNum());
        }
    }

    @Test
    void shouldNeverGoBackWhereverTheFileIsTorn() throws IOException {
        final Path file = directory.resolve(SessionStore.FILE_NAME);
        final List<Long> lengthAfter = new ArrayList<>();
        try (SessionStore store = open(false)) {
            lengthAfter.add(Files.size(file));
            for (int seq = 1; seq <= 4; seq++) {
                send(store, 1);
                lengthAfter.add(Files.size(file));
            }
        }
        final byte[] whole = Files.readAllBytes(file);
        for (int cut = lengthAfter.get(0).intValue(); cut <= whole.length; cut++) {
            final Path torn = Files.createDirectories(directory.resolve("torn" + cut));
            Files.write(torn.resolve(SessionStore.FILE_NAME), Arrays.copyOf(whole, cut));
            int sent = 0;
            while (sent < 4 && lengthAfter.get(sent + 1) <= cut) {
                sent++;
            }
            try (SessionStore store = SessionStore.open(torn, false, CLOCK)) {
                assertEquals(sent + 1, store.getNextSenderMsgSeqNum(), "cut at " + cut);
                assertEquals(sent, get(store, 1, 4).size(), "cut at " + cut);
            }
        }
    }

    @Test
    void shouldStartBehindTheReservedNumbersAfterALossOfPower() throws IOException {
        final Path file = directory.resolve(SessionStore.FILE_NAME);
        final byte[] onDisk;
        try (SessionStore store = open(true)) {
            send(store, 1);
            onDisk = Files.readAllBytes(file);
            send(store, 500);
        }
        Files.write(file, onDisk);
        try (SessionStore store = open(true)) {
            assertEquals(1 + SessionStore.RESERVE, store.getNextSenderMsgSeqNum(), "500 messages were lost");
        }
    }

    @Test
    void shouldNeverUseANumberAgainThatLeftBeforeALossOfPower(@TempDir final Path afterPowerCut) throws IOException {
        try (SessionStore store = open(true)) {
            for (int seq = 1; seq <= 2 * SessionStore.RESERVE + 2; seq++) {
                store.set(seq, message(seq)); // its bytes leave now
                store.incrNextSenderMsgSeqNum();
                if (seq % (SessionStore.RESERVE / 2) <= 1) {
                    final byte[] kept = Arrays.copyOf(
                            Files.readAllBytes(directory.resolve(SessionStore.FILE_NAME)), (int) store.forcedLength());
                    Files.write(afterPowerCut.resolve(SessionStore.FILE_NAME), kept);
                    try (SessionStore cut = SessionStore.open(afterPowerCut, true, CLOCK)) {
                        final int next = cut.getNextSenderMsgSeqNum();
                        assertTrue(next > seq, seq + " has left, next is " + next);
                    }
                }
            }
        }
    }

    @Test
    void shouldMendNumbersThatALossOfPowerMayHaveTaken() throws IOException {
        LostNumbers.mend(directory);
        assertFalse(Files.exists(directory.resolve(SessionStore.FILE_NAME)), "no store, nothing to mend");
        try (SessionStore store = open(false)) {
            send(store, 3);
            store.setNextTargetMsgSeqNum(LostNumbers.ASK_AGAIN + 7);
            store.taken(store.generation(), LostNumbers.ASK_AGAIN + 7);
        }
        LostNumbers.mend(directory);
        try (SessionStore store = open(false)) {
            assertEquals(LostNumbers.RAISE_OUT + 4, store.getNextSenderMsgSeqNum());
            assertEquals(7, store.getNextTargetMsgSeqNum());
        }
    }

    @Test
    void shouldLeaveNoGapAfterACleanStop() throws IOException {
        try (SessionStore store = open(true)) {
            send(store, 500);
        }
        try (SessionStore store = open(true)) {
            assertEquals(501, store.getNextSenderMsgSeqNum());
        }
    }

    @Test
    void shouldStaySmallAndKeepTheNewestMessages() throws IOException {
        final String padding = "x".repeat(2_000);
        try (SessionStore store = open(false)) {
            for (int seq = 1; seq <= 40_000; seq++) {
                store.set(seq, message(seq) + padding);
                store.incrNextSenderMsgSeqNum();
            }
            assertTrue(Files.size(directory.resolve(SessionStore.FILE_NAME)) <= SessionStore.REWRITE_BYTES + 4_096);
        }
        try (SessionStore store = open(false)) {
            assertEquals(40_001, store.getNextSenderMsgSeqNum());
            assertEquals(List.of(message(40_000) + padding), get(store, 40_000, 40_000));
            final int kept = get(store, 1, 40_000).size();
            assertTrue(kept <= SessionStore.MESSAGES && kept > SessionStore.MESSAGES / 2, "keeps " + kept);
        }
    }

    @Test
    void shouldKeepNoCredentials() throws IOException {
        final String logon = new quickfix.Message() {
            {
                getHeader().setString(8, "FIX.4.4");
                getHeader().setString(35, "A");
                getHeader().setInt(34, 1);
                setString(553, "our-user");
                setString(554, "our-secret");
                setInt(95, 3);
                setString(96, "sig");
                setInt(108, 10);
            }
        }.toString();
        try (SessionStore store = open(false)) {
            store.set(1, logon);
        }
        final String file = Files.readString(directory.resolve(SessionStore.FILE_NAME), StandardCharsets.ISO_8859_1);
        assertTrue(file.contains("35=A"));
        assertFalse(file.contains("our-secret"));
        assertFalse(file.contains("our-user"));
        assertFalse(file.contains("96=sig"));
    }

    @Test
    void shouldMaskCredentialsInTexts() {
        assertEquals(
                "in 35=A\u0001553=***\u0001554=***\u000196=***\u0001108=10",
                FixSecrets.mask("in 35=A\u0001553=me\u0001554=pw\u000196=s\u0001108=10"));
        assertEquals("1554=kept", FixSecrets.mask("1554=kept"));
    }

    /** A process of its own writes as fast as it can and is killed; nothing that it said was done may be gone. */
    @Test
    void shouldSurviveSigkill() throws Exception {
        final Random random = new Random(17);
        int said = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            final int enough = said + 500 + random.nextInt(5_000);
            said = runUntilKilled(enough);
            try (SessionStore store = open(false)) {
                final int next = store.getNextSenderMsgSeqNum();
                assertTrue(next > said, "number " + said + " was used, and the next would be " + next);
                assertEquals(100, get(store, said - 99, said).size(), "its messages are there");
                assertTrue(store.getNextTargetMsgSeqNum() >= said, "and what was taken stays taken");
                said = next - 1;
            }
        }
    }

    private int runUntilKilled(final int enough) throws IOException, InterruptedException {
        final Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreWriterMain.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int said = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(child.getInputStream()))) {
            String line = lines.readLine();
            while (line != null) {
                said = Integer.parseInt(line);
                if (said >= enough && child.isAlive()) {
                    child.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        } catch (final NumberFormatException tornLine) {
            // the kill came in the middle of a line
        }
        child.destroyForcibly().waitFor();
        assertTrue(said >= enough, "the child said only " + said);
        return said;
    }

    private SessionStore open(final boolean forced) throws IOException {
        return SessionStore.open(directory, forced, CLOCK);
    }

    private static void send(final SessionStore store, final int count) throws IOException {
        for (int i = 0; i < count; i++) {
            store.set(store.getNextSenderMsgSeqNum(), message(store.getNextSenderMsgSeqNum()));
            store.incrNextSenderMsgSeqNum();
        }
    }

    static String message(final int seq) {
        return "8=FIX.4.4\u000135=D\u000134=" + seq + "\u000111=order-" + seq + "\u0001";
    }

    private static List<String> get(final SessionStore store, final int from, final int to) {
        final List<String> found = new ArrayList<>();
        store.get(from, to, found);
        return found;
    }
}
