package io.weir.store.projection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.store.Store;
import io.weir.store.StoreConfig;
import io.weir.store.StoreUnavailable;
import io.weir.store.query.OrderQuery;
import io.weir.store.query.StoreAudit;
import io.weir.store.query.StoreQueries;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What SIGKILL, damage and a second process do to the embedded store: nothing that the journal does not mend. */
final class H2KillTest {
    private static final int KILLS = 5;
    private static final String FILE = "weir.mv.db";

    @TempDir
    private Path directory;

    private final RecordedJournal journal = StoreProcess.journal();

    @Test
    void shouldHaveEachRowOnceAfterSigkillsAtRandomMoments() throws Exception {
        final long seed = System.nanoTime();
        final Random random = new Random(seed);
        final Path killed = directory.resolve("killed");
        long stored = 0;
        for (int i = 0; i < KILLS; i++) {
            final int left = (int) (StoreProcess.EVENTS - stored) / StoreProcess.BATCH_EVENTS;
            final int batches = Math.min(left, 1 + random.nextInt(20));
            try (StoreProcess process = StoreProcess.start(killed)) {
                process.awaitBatches(batches);
                process.kill();
            }
            stored += (long) batches * StoreProcess.BATCH_EVENTS;
            // A gateway started at once: opens without a wait and without help.
            final Store store = new Store(StoreConfig.embedded(killed));
            final StoreProjector projector = new StoreProjector(store, journal);
            assertEquals(1, projector.doWork(), "opens at the first try, seed " + seed);
            assertEquals(List.of(), new StoreAudit(store).differences(), "whole transactions only, seed " + seed);
            final long eventSeq = Tables.number(store, "select event_seq from projection_position");
            assertTrue(
                    eventSeq >= stored,
                    eventSeq + " after " + stored + ": a batch that was stored is gone, seed " + seed);
            assertTrue(eventSeq >= Tables.number(store, "select max(event_seq) from executions"), "seed " + seed);
            projector.onClose();
            assertEquals(0, projector.counters().setAside(), "seed " + seed);
            stored = eventSeq;
        }
        assertEquals(rows(directory.resolve("undisturbed")), rows(killed), "seed " + seed);
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void shouldHaveAllRowsAgainAfterDamage(final Damage damage) throws Exception {
        final Path damaged = directory.resolve("damaged");
        final List<String> before = rows(damaged);
        damage.to(damaged.resolve(FILE));

        final Store store = new Store(StoreConfig.embedded(damaged));
        final StoreProjector projector = new StoreProjector(store, journal);
        final List<String> after = projectAll(projector, store);
        projector.onClose();
        assertEquals(before, after);
        // H2 may find an older state that is whole: then the journal tells the rest, and nothing is set aside.
        assertTrue(projector.counters().setAside() == 1 || damage == Damage.CUT_IN_HALF);
        try (Stream<Path> files = Files.list(damaged)) {
            assertEquals(
                    projector.counters().setAside() == 1,
                    files.anyMatch(file -> file.getFileName().toString().startsWith(FILE + ".set-aside-")));
        }
    }

    /** Ways in which a file breaks. */
    enum Damage {
        CUT_IN_HALF {
            @Override
            void to(final Path file) throws IOException {
                try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
                    access.setLength(access.length() / 2);
                }
            }
        },
        OVERWRITTEN {
            @Override
            void to(final Path file) throws IOException {
                final byte[] noise = new byte[(int) Files.size(file)];
                new Random(1).nextBytes(noise);
                Files.write(file, noise);
            }
        },
        HOLED {
            @Override
            void to(final Path file) throws IOException {
                try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
                    final byte[] noise = new byte[4_096];
                    new Random(2).nextBytes(noise);
                    for (long at = 2L * noise.length; at < access.length(); at += 2L * noise.length) {
                        access.seek(at);
                        access.write(noise);
                    }
                }
            }
        };

        abstract void to(Path file) throws IOException;
    }

    @Test
    void shouldWaitForAnotherProcessAndNotSetItsStoreAside() throws Exception {
        final Path shared = directory.resolve("shared");
        final Store store = new Store(StoreConfig.embedded(shared));
        final StoreProjector projector = new StoreProjector(store, journal);
        try (StoreProcess process = StoreProcess.start(shared)) {
            process.awaitBatches(1);
            projector.doWork();
            assertEquals(ProjectorStatus.State.DOWN, projector.status().state());
            assertTrue(
                    projector.status().detail().contains("another process"),
                    projector.status().detail());
            assertEquals(1, projector.counters().failures());
            process.kill();
        }
        final List<String> after = projectAll(projector, store);
        projector.onClose();
        assertEquals(0, projector.counters().setAside());
        assertEquals(rows(directory.resolve("undisturbed")), after);
    }

    @Test
    void shouldAnswerAReaderAfterASigkill() throws Exception {
        final Path killed = directory.resolve("killed");
        try (StoreProcess process = StoreProcess.start(killed)) {
            process.awaitBatches(StoreProcess.EVENTS / StoreProcess.BATCH_EVENTS);
            process.kill();
        }
        final byte[] before = Files.readAllBytes(killed.resolve(FILE));
        try (Store store = Store.openReadOnly(StoreConfig.embedded(killed))) {
            assertTrue(new StoreQueries(store).orders(OrderQuery.NEWEST).rows().size() > 0);
            assertEquals(List.of(), new StoreAudit(store).differences());
        }
        assertArrayEquals(before, Files.readAllBytes(killed.resolve(FILE)), "a reader writes nothing");
    }

    @Test
    void shouldSayThatThereIsNoStore() {
        final StoreUnavailable thrown = assertThrows(
                StoreUnavailable.class,
                () -> Store.openReadOnly(StoreConfig.embedded(directory.resolve("nothing")))
                        .close());
        assertTrue(thrown.getMessage().startsWith("there is no store"), thrown.getMessage());
    }

    private List<String> rows(final Path of) throws Exception {
        final Store store = new Store(StoreConfig.embedded(of));
        final StoreProjector projector = new StoreProjector(store, journal);
        final List<String> rows = projectAll(projector, store);
        projector.onClose();
        return rows;
    }

    private List<String> projectAll(final StoreProjector projector, final Store store) throws Exception {
        while (projector.status().eventSeq() < StoreProcess.EVENTS) {
            projector.doWork();
        }
        return Tables.all(store).stream()
                .filter(line -> !line.startsWith("projection_position"))
                .toList();
    }
}
