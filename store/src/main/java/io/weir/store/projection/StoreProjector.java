package io.weir.store.projection;

import io.weir.protocol.log.Journal;
import io.weir.store.Store;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.EpochClock;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.SystemEpochClock;
import org.agrona.concurrent.SystemNanoClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the tables in step with the journal. It opens the database when it can, tries again after each failure, and sets a
 * database aside that is damaged or does not belong to the journal, to build it again from there; a start of the gateway
 * never waits for it. Its duty cycle blocks while the database works (tens of milliseconds a batch, seconds at the first
 * opening), so it shares no thread with orders.
 */
public final class StoreProjector implements Agent {
    /** How long a journal that ends before the store is given to show the rest, at a start. */
    static final long JOURNAL_WAIT_NS = TimeUnit.SECONDS.toNanos(30);

    static final long FIRST_RETRY_NS = TimeUnit.MILLISECONDS.toNanos(100);
    static final long LAST_RETRY_NS = TimeUnit.SECONDS.toNanos(5);

    private static final long LOG_INTERVAL_NS = TimeUnit.MINUTES.toNanos(1);
    private static final long PUBLISH_NS = TimeUnit.MILLISECONDS.toNanos(100);

    /** What some seconds of full flow weigh; a burst shorter than that is no news. */
    static final long LAGGING_BYTES = 256L * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(StoreProjector.class);

    private final Store store;
    private final Journal journal;
    private final EpochClock epochClock;
    private final NanoClock nanoClock;
    private final ProjectorCounters counters = new ProjectorCounters();

    private Projection projection;
    private boolean rebuilt;
    private long retryNs = FIRST_RETRY_NS / 2;
    private long batchesAtFailure;
    private long publishAtNs;
    private long retryAtNs;
    private long behindSinceNs;
    private boolean behind;
    private boolean working;
    private String trouble = "";
    private String troubleLogged = "";
    private long troubleLoggedAtNs;
    private volatile ProjectorStatus status;

    /**
     * Makes a projector; touches nothing yet.
     *
     * @param store   opened, closed and set aside by this projector alone.
     * @param journal what is projected.
     */
    public StoreProjector(final Store store, final Journal journal) {
        this(store, journal, SystemEpochClock.INSTANCE, SystemNanoClock.INSTANCE);
    }

    StoreProjector(final Store store, final Journal journal, final EpochClock epochClock, final NanoClock nanoClock) {
        this.store = store;
        this.journal = journal;
        this.epochClock = epochClock;
        this.nanoClock = nanoClock;
        this.retryAtNs = nanoClock.nanoTime();
        this.publishAtNs = retryAtNs;
        this.status = new ProjectorStatus(ProjectorStatus.State.DOWN, "not opened yet", 0, 0, 0, 0);
    }

    @Override
    public String roleName() {
        return "store-projector";
    }

    @Override
    public int doWork() {
        final long nowNs = nanoClock.nanoTime();
        if (projection == null && nowNs - retryAtNs < 0) {
            return 0;
        }
        int work = 0;
        try {
            work = projection == null ? open(nowNs) : work(nowNs);
        } catch (final SQLException e) {
            if (isUnfit(e)) {
                rebuild("its rows do not fit their position: " + store.explain(e), nowNs);
            } else if (store.isDamaged(e)) {
                rebuild("it is damaged: " + store.explain(e), nowNs);
            } else {
                fail(e, nowNs);
            }
        } catch (final JournalBehind e) {
            onJournalBehind(e, nowNs);
        } catch (final IOException e) {
            fail(e, nowNs);
        } catch (final JournalMismatch | Store.UnfitSchema e) {
            rebuild(e.getMessage(), nowNs);
        }
        if (projection == null || nowNs - publishAtNs >= 0) {
            publishAtNs = nowNs + PUBLISH_NS;
            publish();
        }
        return work;
    }

    /** SQLState class 23: a row that was to be new is there already. */
    private static boolean isUnfit(final SQLException error) {
        return error.getSQLState() != null && error.getSQLState().startsWith("23");
    }

    private int open(final long nowNs) throws SQLException, Store.UnfitSchema, IOException {
        try {
            projection = new Projection(store, journal, counters, rebuilt, nowNs);
        } catch (final IllegalStateException | IllegalArgumentException e) {
            // What a journal or a pool says when it cannot be opened; the orders beside us shall not suffer for it.
            throw new IOException("cannot be opened: " + e.getMessage(), e);
        }
        behind = false;
        working = false;
        return 1;
    }

    /** The first cycle that goes well ends what trouble there was. */
    private int work(final long nowNs) throws SQLException, IOException, JournalMismatch {
        final int work = projection.work(nowNs, now());
        if (!working) {
            working = true;
            trouble = "";
            publishAtNs = nowNs;
            logOpen();
        }
        return work;
    }

    private void logOpen() {
        LOG.info(
                "store open: {} eventSeq={} position={}",
                store.name(),
                projection.position().eventSeq(),
                projection.position().journalPosition());
    }

    /** Weather: what is stored stays, what was read is read again. One line when it changes, and one a minute. */
    private void fail(final Exception cause, final long nowNs) {
        closeProjection();
        counters.onFailure();
        trouble = cause instanceof SQLException error ? store.explain(error) : cause.getMessage();
        if (!trouble.equals(troubleLogged) || nowNs - troubleLoggedAtNs >= LOG_INTERVAL_NS) {
            LOG.warn("store not written, tried again until it is: {}: {}", store.name(), trouble);
            troubleLogged = trouble;
            troubleLoggedAtNs = nowNs;
        }
        backOff(nowNs);
    }

    /** Each time in a row waits twice as long; a batch written ends the row. */
    private void backOff(final long nowNs) {
        final boolean written = counters.batches() != batchesAtFailure;
        batchesAtFailure = counters.batches();
        retryNs = written ? FIRST_RETRY_NS : Math.min(LAST_RETRY_NS, retryNs * 2);
        retryAtNs = nowNs + retryNs;
    }

    private void onJournalBehind(final JournalBehind cause, final long nowNs) {
        if (!behind) {
            behind = true;
            behindSinceNs = nowNs;
        }
        if (nowNs - behindSinceNs < JOURNAL_WAIT_NS) {
            fail(cause, nowNs);
        } else {
            behind = false;
            rebuild(cause.getMessage(), nowNs);
        }
    }

    private void rebuild(final String reason, final long nowNs) {
        closeProjection();
        try {
            final String aside = store.setAside(Instant.ofEpochMilli(epochClock.time()));
            LOG.error(
                    "STORE SET ASIDE: {} is kept as {} and built again from the journal, because {}",
                    store.name(),
                    aside,
                    reason);
            counters.onSetAside();
            // Once more the same journal would say the same: what it has is then taken as it is.
            rebuilt = true;
            backOff(nowNs);
        } catch (final SQLException e) {
            fail(e, nowNs);
        }
    }

    private void closeProjection() {
        final Projection closing = projection;
        projection = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (final SQLException e) {
                LOG.debug("closing after a failure: {}", e.getMessage());
            }
        }
    }

    /** Writes what is read, makes it durable, and closes the store. */
    @Override
    public void onClose() {
        if (projection != null) {
            try {
                projection.finish(nanoClock.nanoTime());
                publish();
            } catch (final SQLException e) {
                LOG.warn("store not written at the end, the journal has it: {}", e.getMessage());
            }
        }
        closeProjection();
        store.close();
        status = with(ProjectorStatus.State.DOWN, "closed");
    }

    private void publish() {
        if (projection == null || !working) {
            status = with(ProjectorStatus.State.DOWN, trouble.isEmpty() ? "opening" : trouble);
            return;
        }
        final ProjectionPosition position = projection.position();
        final long lag = Math.max(0, journal.recordedPosition() - projection.readPosition());
        status = new ProjectorStatus(
                lag > LAGGING_BYTES ? ProjectorStatus.State.DEGRADED : ProjectorStatus.State.UP,
                detail(position, lag),
                position.eventSeq(),
                position.journalPosition(),
                projection.durablePosition(),
                lag);
    }

    private static String detail(final ProjectionPosition position, final long lag) {
        final String place = lag == 0 ? "in step with the journal" : lag / 1024 + " KiB of the journal behind";
        return position.firstEventSeq() > 1 ? place + "; history begins at event " + position.firstEventSeq() : place;
    }

    private ProjectorStatus with(final ProjectorStatus.State state, final String detail) {
        final ProjectorStatus last = status;
        return new ProjectorStatus(
                state, detail, last.eventSeq(), last.position(), last.durablePosition(), last.lagBytes());
    }

    private Instant now() {
        return Instant.ofEpochMilli(epochClock.time());
    }

    /** {@return how it stands; any thread} */
    public ProjectorStatus status() {
        return status;
    }

    /** {@return what it has done; any thread} */
    public ProjectorCounters counters() {
        return counters;
    }
}
