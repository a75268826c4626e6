package io.weir.venue.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.collections.LongHashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the send log still knows after a crash, wherever the crash has torn its file. */
final class SendLogTest {
    private static final long MAGIC = 0x5445_5354_4649_4C45L;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldKnowAfterARestartWhatMayHaveLeft(final boolean forced) throws IOException {
        try (SendLog log = SendLog.open(directory, forced)) {
            assertFalse(log.mayHaveLeft(1, 0));
            log.intent(1, 0);
            log.intent(2, 0);
            log.intent(2, 1);
            log.commit();
        }
        try (SendLog log = SendLog.open(directory, forced)) {
            assertTrue(log.mayHaveLeft(1, 0));
            assertTrue(log.mayHaveLeft(2, 0));
            assertTrue(log.mayHaveLeft(2, 1));
            assertFalse(log.mayHaveLeft(2, 2));
            assertFalse(log.mayHaveLeft(1, 1));
            assertFalse(log.mayHaveLeft(3, 0));
        }
    }

    @Test
    void shouldDoubtAfterARestartEvenWhatWasAnsweredUntilTheCoreSaysWhatItAsksFor() throws IOException {
        try (SendLog log = SendLog.open(directory, false)) {
            log.intent(1, 0);
            log.intent(2, 0);
            log.commit();
            log.answered(1, 0);
            assertFalse(log.mayHaveLeft(1, 0));
        }
        try (SendLog log = SendLog.open(directory, false)) {
            assertTrue(log.mayHaveLeft(1, 0), "only the core can say that it has the answer");
            final LongHashSet asked = new LongHashSet();
            asked.add(2);
            log.retain(asked, new LongHashSet());
            assertFalse(log.mayHaveLeft(1, 0));
            assertTrue(log.mayHaveLeft(2, 0));
            assertEquals(1, log.openIntents());
        }
        try (SendLog log = SendLog.open(directory, false)) {
            assertFalse(log.mayHaveLeft(1, 0));
            assertTrue(log.mayHaveLeft(2, 0));
        }
    }

    @Test
    void shouldKnowEveryWholeIntentWhereverTheTailIsTorn() throws IOException {
        final Path file = directory.resolve(SendLog.FILE_NAME);
        final List<Long> lengthAfter = new ArrayList<>();
        try (SendLog log = SendLog.open(directory, false)) {
            lengthAfter.add(Files.size(file));
            for (int id = 1; id <= 5; id++) {
                log.intent(id, 0);
                log.commit();
                lengthAfter.add(Files.size(file));
            }
        }
        final byte[] whole = Files.readAllBytes(file);
        for (int cut = 0; cut <= whole.length; cut++) {
            final Path torn = Files.createDirectories(directory.resolve("torn" + cut));
            Files.write(torn.resolve(SendLog.FILE_NAME), Arrays.copyOf(whole, cut));
            assertKnowsWholeRecords(torn, cut, lengthAfter);
        }
    }

    private static void assertKnowsWholeRecords(final Path torn, final int cut, final List<Long> lengthAfter)
            throws IOException {
        try (SendLog log = SendLog.open(torn, false)) {
            for (int id = 1; id <= 5; id++) {
                assertEquals(cut >= lengthAfter.get(id), log.mayHaveLeft(id, 0), "cut at " + cut + ", order " + id);
            }
            log.intent(99, 0);
            log.commit();
        }
        try (SendLog log = SendLog.open(torn, false)) {
            assertTrue(log.mayHaveLeft(99, 0), "cut at " + cut + ": goes on behind the last whole record");
            assertEquals(0, log.cutBytes());
        }
    }

    @Test
    void shouldNotBelieveARecordWithAFlippedBitNorWhatStandsBehindIt() throws IOException {
        final Path file = directory.resolve("flip");
        final List<String> texts = List.of("one", "two", "three");
        write(file, texts);
        final byte[] whole = Files.readAllBytes(file);
        for (int at = 8; at < whole.length; at++) {
            final byte[] flipped = whole.clone();
            flipped[at] ^= 4;
            Files.write(file, flipped);
            final List<String> read = read(file);
            assertEquals(texts.subList(0, read.size()), read, "bit flipped at " + at);
            assertTrue(read.size() < texts.size(), "bit flipped at " + at);
        }
    }

    @Test
    void shouldReadRecordsOfAllSizesAcrossItsWindow() throws IOException {
        final Path file = directory.resolve("sizes");
        final List<byte[]> written = new ArrayList<>();
        try (RecordFile records = RecordFile.open(file, MAGIC, false, payload -> {})) {
            for (int i = 0; i < 200; i++) {
                final byte[] bytes = new byte[1 + i * 7_919 % RecordFile.MAX_PAYLOAD];
                Arrays.fill(bytes, (byte) i);
                written.add(bytes);
                records.append(ByteBuffer.wrap(bytes));
            }
        }
        final List<byte[]> read = new ArrayList<>();
        RecordFile.open(file, MAGIC, false, payload -> {
                    final byte[] bytes = new byte[payload.remaining()];
                    payload.get(bytes);
                    read.add(bytes);
                })
                .close();
        assertEquals(written.size(), read.size());
        for (int i = 0; i < written.size(); i++) {
            assertArrayEquals(written.get(i), read.get(i));
        }
    }

    @Test
    void shouldRefuseAFileOfAnotherKind() throws IOException {
        final Path file = directory.resolve("other");
        Files.writeString(file, "this is something else altogether");
        assertThrows(IOException.class, () -> read(file));
        assertEquals("this is something else altogether", Files.readString(file), "and leave it as it is");
    }

    @Test
    void shouldRefuseARecordThatIsTooLong() throws IOException {
        try (RecordFile records = RecordFile.open(directory.resolve("long"), MAGIC, false, payload -> {})) {
            final ByteBuffer tooLong = ByteBuffer.allocate(RecordFile.MAX_PAYLOAD + 1);
            assertThrows(IllegalArgumentException.class, () -> records.append(tooLong));
        }
    }

    @Test
    void shouldGoOnWithTheOldContentsWhenARewriteFails() throws IOException {
        final Path file = directory.resolve("kept");
        try (RecordFile records = RecordFile.open(file, MAGIC, false, payload -> {})) {
            records.append(bytes("old"));
            records.commit();
            assertThrows(
                    IOException.class,
                    () -> records.rewrite(target -> {
                        target.append(bytes("new"));
                        throw new IOException("disk full");
                    }));
            records.append(bytes("more"));
        }
        assertEquals(List.of("old", "more"), read(file));
        assertEquals(List.of("kept"), names(directory));
    }

    @Test
    void shouldStayFarBelowWhatWasEverSent() throws IOException {
        try (SendLog log = SendLog.open(directory, false)) {
            for (int id = 1; id <= 1_500_000; id++) {
                log.intent(id, 0);
                if (id % 64 == 0) {
                    log.commit();
                }
                if (id > 1_000) {
                    log.answered(id - 1_000, 0);
                }
            }
            log.commit();
            assertTrue(log.length() <= SendLog.REWRITE_BYTES + 64 * 1024, "file has " + log.length() + " bytes");
            assertEquals(1_000, log.openIntents());
        }
        try (SendLog log = SendLog.open(directory, false)) {
            for (int id = 1_500_000 - 999; id <= 1_500_000; id++) {
                assertTrue(log.mayHaveLeft(id, 0));
            }
        }
    }

    private static void write(final Path file, final List<String> texts) throws IOException {
        try (RecordFile records = RecordFile.open(file, MAGIC, false, payload -> {})) {
            for (final String text : texts) {
                records.append(bytes(text));
            }
        }
    }

    private static List<String> read(final Path file) throws IOException {
        final List<String> texts = new ArrayList<>();
        RecordFile.open(
                        file,
                        MAGIC,
                        false,
                        payload -> texts.add(
                                StandardCharsets.US_ASCII.decode(payload).toString()))
                .close();
        return texts;
    }

    private static ByteBuffer bytes(final String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static List<String> names(final Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
