package io.weir.store.projection;

import io.weir.protocol.codec.EventReader;
import io.weir.protocol.log.EventFragmentHandler;
import io.weir.protocol.log.Journal;
import io.weir.protocol.log.JournalReader;
import io.weir.store.Store;
import io.weir.store.StoreConfig;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open run of the projection: a connection, a reader of the journal and the batch between them. Any failure ends the
 * run; the next begins where the database says. On the projector's thread.
 */
final class Projection implements AutoCloseable {
    /** Events read in one duty cycle, so that who shares the thread is not kept waiting. */
    private static final int POLL_LIMIT = 1_000;

    /** Events that make no row (ten Pulses a second) are worth a transaction this seldom. */
    private static final long IDLE_COMMIT_NS = TimeUnit.SECONDS.toNanos(10);

    private static final long DURABLE_INTERVAL_NS = TimeUnit.SECONDS.toNanos(5);
    private static final long SWEEP_INTERVAL_NS = TimeUnit.HOURS.toNanos(1);
    private static final long SWEEP_STEP_NS = TimeUnit.MILLISECONDS.toNanos(200);

    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);

    private final Store store;
    private final StoreConfig config;
    private final ProjectorCounters counters;
    private final Connection connection;
    private final ProjectionWriter writer;
    private final ProjectionBatch batch;
    private final JournalReader reader;
    private final EventReader eventReader = new EventReader();
    private final EventFragmentHandler fragmentHandler = this::onFragment;
    private final Retention retention = new Retention();
    private final Journal journal;
    private final Flood flood;

    private long firstEventSeq;
    private long seenAgain;
    private long batchSinceNs;
    private long durablePosition;
    private long durableAtNs;
    private long sweepAtNs;

    /**
     * Opens database and journal.
     *
     * @param store    the store.
     * @param journal  the journal.
     * @param counters to count in.
     * @param mayJump  take what the journal has even if it does not go on where the store ends.
     * @param nowNs    monotonic.
     * @throws SQLException     if the database cannot be opened now, or is damaged.
     * @throws Store.UnfitSchema if the tables are not those of this version.
     * @throws JournalBehind    if the journal ends before the store.
     */
    Projection(
            final Store store,
            final Journal journal,
            final ProjectorCounters counters,
            final boolean mayJump,
            final long nowNs)
            throws SQLException, Store.UnfitSchema, JournalBehind {
        this.store = store;
        this.journal = journal;
        this.config = store.config();
        this.counters = counters;
        this.flood = new Flood(journal.recordedPosition(), nowNs);
        this.connection = store.openWriter();
        try {
            writer = new ProjectionWriter(connection, config.maxAlerts());
            final ProjectionPosition stored = writer.position();
            final long from = Math.max(stored.journalPosition(), journal.startPosition());
            if (from > journal.recordedPosition()) {
                throw new JournalBehind("the store ends at position " + from + " of the journal, which ends at "
                        + journal.recordedPosition());
            }
            firstEventSeq = stored.firstEventSeq();
            durablePosition = stored.journalPosition();
            batch = new ProjectionBatch(
                    stored.eventSeq(),
                    stored.journalPosition(),
                    config.maxAlerts(),
                    mayJump || from != stored.journalPosition());
            reader = journal.open(from);
        } catch (final SQLException | JournalBehind | RuntimeException e) {
            connection.close();
            throw e;
        }
        durableAtNs = nowNs;
        sweepAtNs = nowNs + SWEEP_STEP_NS;
    }

    /**
     * One duty cycle.
     *
     * @param nowNs monotonic.
     * @param now   wall clock, for the retention.
     * @return work done.
     * @throws SQLException    if the database failed.
     * @throws IOException     if the journal cannot be read on.
     * @throws JournalMismatch if the journal goes on with another event than the store's next.
     */
    int work(final long nowNs, final Instant now) throws SQLException, IOException, JournalMismatch {
        final long end = journal.recordedPosition();
        if (flood.isOn(end, end - batch.lastPosition(), nowNs)) {
            return 0;
        }
        final int room = Math.min(POLL_LIMIT, config.batchEvents() - batch.events());
        if (batch.events() == 0) {
            batchSinceNs = nowNs;
        }
        int work = reader.poll(fragmentHandler, Math.max(1, room));
        checkReading();
        final long ageNs = nowNs - batchSinceNs;
        if (batch.events() >= config.batchEvents()
                || batch.hasRows() && ageNs >= config.batchTime().toNanos()
                || batch.events() > 0 && ageNs >= IDLE_COMMIT_NS) {
            flush();
            work++;
        } else if (work == 0 && batch.events() == 0) {
            work += tidy(nowNs, now);
        }
        if (nowNs - durableAtNs >= DURABLE_INTERVAL_NS) {
            makeDurable(nowNs);
        }
        return work;
    }

    private void onFragment(final DirectBuffer buffer, final int offset, final int length, final long position) {
        eventReader.read(buffer, offset, length, position, batch);
    }

    private void checkReading() throws IOException, JournalMismatch {
        if (reader.isFailed()) {
            throw new IOException("the journal cannot be read on: " + reader.failure());
        }
        if (batch.isBroken()) {
            throw new JournalMismatch("the journal does not go on where the store ends: " + batch.breach());
        }
        if (batch.seenAgain() != seenAgain) {
            counters.onSeenAgain(batch.seenAgain() - seenAgain);
            seenAgain = batch.seenAgain();
        }
    }

    private void flush() throws SQLException {
        if (batch.completeFrom() > firstEventSeq) {
            firstEventSeq = batch.completeFrom();
            LOG.error(
                    "STORE INCOMPLETE: events before {} are not in the journal (any more); from there on it is whole",
                    firstEventSeq);
        }
        writer.write(batch, Math.max(1, firstEventSeq));
        counters.onBatch(batch.events());
        batch.clear();
    }

    private int tidy(final long nowNs, final Instant now) throws SQLException {
        if (nowNs - sweepAtNs < 0) {
            return 0;
        }
        final long before = retention.rows();
        final boolean more = retention.step(connection, now.minus(Duration.ofDays(config.retentionDays())));
        counters.onDeleted(retention.rows() - before);
        sweepAtNs = nowNs + (more ? SWEEP_STEP_NS : SWEEP_INTERVAL_NS);
        return 1;
    }

    private void makeDurable(final long nowNs) throws SQLException {
        durableAtNs = nowNs;
        final long position = writer.position().journalPosition();
        if (position != durablePosition) {
            store.makeDurable(connection);
            connection.commit();
            durablePosition = position;
        }
    }

    /** Writes what is read and makes it durable: the orderly end. */
    void finish(final long nowNs) throws SQLException {
        if (batch.events() > 0 && !batch.isBroken()) {
            flush();
        }
        makeDurable(nowNs);
    }

    /** {@return how far the store is} */
    ProjectionPosition position() {
        return writer.position();
    }

    /** {@return up to which the database has synced its file} */
    long durablePosition() {
        return durablePosition;
    }

    /** {@return position of the journal behind the last event read} */
    long readPosition() {
        return batch.lastPosition();
    }

    /** Forgets what is not committed. */
    @Override
    public void close() throws SQLException {
        try (reader) {
            writer.close();
        }
    }
}
