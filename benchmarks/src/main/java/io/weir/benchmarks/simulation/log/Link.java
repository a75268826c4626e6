package io.weir.benchmarks.simulation.log;

import io.weir.benchmarks.simulation.Crash;
import io.weir.benchmarks.simulation.time.Timeline;
import io.weir.core.cluster.CommandLink;
import java.util.Random;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One edge's way to the leader: in order, late, and all that is on it is lost with the leader. Until the edge has heard of
 * the next one, it offers to the dead. At times its process is killed in an offer.
 */
public final class Link implements CommandLink {
    private static final int NEVER = -1;
    private static final int MOST_LATENCY_NS = 1_500_000;

    private final SimulatedLog log;
    private final Timeline timeline;
    private final Random random;
    private boolean open = true;
    private boolean connected;
    private boolean deaf;
    private long generation;
    private long termId = -1;
    private long heardTerm = -1;
    private long connectAtNs;
    private long hearAtNs;
    private long lastDueNs;
    private int offersToDeath = NEVER;

    Link(final SimulatedLog log, final Timeline timeline, final Random random) {
        this.log = log;
        this.timeline = timeline;
        this.random = random;
        connectAtNs = timeline.nowNs() + random.nextInt(5_000_000);
    }

    /**
     * The edge's process dies in one of its next offers.
     *
     * @param offers that still go well, 0 and more.
     */
    public void dieBehind(final int offers) {
        offersToDeath = offers;
    }

    void calmDown() {
        offersToDeath = NEVER;
    }

    void onLeaderLost() {
        deaf = true;
        hearAtNs = Long.MAX_VALUE;
        if (random.nextInt(3) == 0) {
            connected = false;
            connectAtNs = timeline.nowNs() + random.nextInt(200_000_000);
        }
    }

    @Override
    public int poll(final long nowNs) {
        if (!log.isLed()) {
            return 0;
        }
        if (!connected) {
            return connect();
        }
        if (deaf) {
            return hear();
        }
        return 0;
    }

    private int connect() {
        if (timeline.nowNs() < connectAtNs) {
            return 0;
        }
        connected = true;
        begin();
        return 1;
    }

    private int hear() {
        if (heardTerm != log.term()) {
            heardTerm = log.term();
            hearAtNs = timeline.nowNs() + random.nextInt(100_000_000);
        }
        if (timeline.nowNs() < hearAtNs) {
            return 0;
        }
        begin();
        return 1;
    }

    private void begin() {
        deaf = false;
        generation++;
        termId = log.term();
        lastDueNs = timeline.nowNs();
    }

    @Override
    public boolean offer(final DirectBuffer buffer, final int offset, final int length) {
        if (!connected || !log.isCalm() && random.nextInt(60) == 0) {
            return false;
        }
        final boolean dies = offersToDeath != NEVER && offersToDeath-- == 0;
        if (!dies || random.nextBoolean()) {
            send(buffer, offset, length);
        }
        if (dies) {
            throw new Crash("in an offer to the log");
        }
        return true;
    }

    private void send(final DirectBuffer buffer, final int offset, final int length) {
        final byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        lastDueNs = Math.max(lastDueNs, timeline.nowNs() + 10_000 + random.nextInt(MOST_LATENCY_NS));
        final long inTerm = deaf ? -1 : termId;
        timeline.at(lastDueNs, () -> arrive(new UnsafeBuffer(bytes), inTerm));
    }

    private void arrive(final UnsafeBuffer command, final long inTerm) {
        if (log.isLed() && log.term() == inTerm) {
            log.take(command);
        }
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public long generation() {
        return generation;
    }

    @Override
    public long leadershipTermId() {
        return termId;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            connected = false;
            log.forget(this);
        }
    }
}
