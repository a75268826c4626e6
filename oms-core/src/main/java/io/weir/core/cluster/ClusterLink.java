package io.weir.core.cluster;

import io.aeron.Aeron;
import io.aeron.cluster.client.AeronCluster;
import io.aeron.cluster.client.EgressListener;
import io.aeron.cluster.codecs.EventCode;
import io.aeron.exceptions.AeronException;
import io.aeron.logbuffer.Header;
import java.util.concurrent.TimeUnit;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;

/**
 * One edge's connection to the cluster: made without waiting, kept alive, made anew when it is lost. Every new session and
 * every new leader counts as a new <em>generation</em>: what was offered before may not have arrived. For one thread.
 */
final class ClusterLink implements CommandLink, EgressListener {
    private static final int EGRESS_STREAM_BASE = 10_000;
    private static final long KEEP_ALIVE_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long EGRESS_NS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long RETRY_NS = TimeUnit.MILLISECONDS.toNanos(50);

    /** Longer than an election takes: a session that outlives its leader spares the edge a new one. */
    private static final long NEW_LEADER_NS = TimeUnit.SECONDS.toNanos(2);

    /** A member that does not answer costs an attempt no more than this. */
    private static final long ANSWER_NS = TimeUnit.SECONDS.toNanos(2);

    private final Aeron aeron;
    private final LogChannels channels;
    private final int edgeId;
    private AeronCluster.AsyncConnect connecting;
    private AeronCluster cluster;
    private long generation;
    private long leadershipTermId = -1;
    private long nextKeepAliveNs;
    private long nextEgressNs;
    private long nextAttemptNs;
    private long lostSessions;

    ClusterLink(final Aeron aeron, final LogChannels channels, final int edgeId) {
        this.aeron = aeron;
        this.channels = channels;
        this.edgeId = edgeId;
    }

    @Override
    public int poll(final long nowNs) {
        if (cluster == null) {
            return connecting == null ? begin(nowNs) : advance(nowNs);
        }
        int workCount = 0;
        if (nowNs - nextEgressNs >= 0) {
            nextEgressNs = nowNs + EGRESS_NS;
            workCount += cluster.pollEgress();
        }
        if (cluster != null && nowNs - nextKeepAliveNs >= 0 && !cluster.isClosed() && cluster.sendKeepAlive()) {
            nextKeepAliveNs = nowNs + KEEP_ALIVE_NS;
        }
        if (cluster.isClosed()) {
            lose(nowNs);
        }
        return workCount;
    }

    @Override
    public boolean offer(final DirectBuffer buffer, final int offset, final int length) {
        return cluster != null && !cluster.isClosed() && cluster.offer(buffer, offset, length) > 0;
    }

    @Override
    public boolean isConnected() {
        return cluster != null;
    }

    @Override
    public long generation() {
        return generation;
    }

    @Override
    public long leadershipTermId() {
        return leadershipTermId;
    }

    /** {@return how many sessions were lost} */
    long lostSessions() {
        return lostSessions;
    }

    @Override
    public void onMessage(
            final long clusterSessionId,
            final long timestamp,
            final DirectBuffer buffer,
            final int offset,
            final int length,
            final Header header) {
        // The service answers through the journal only.
    }

    @Override
    public void onSessionEvent(
            final long correlationId,
            final long clusterSessionId,
            final long newLeadershipTermId,
            final int leaderMemberId,
            final EventCode code,
            final String detail) {
        // A closed session shows in isClosed().
    }

    @Override
    public void onNewLeader(
            final long clusterSessionId,
            final long newLeadershipTermId,
            final int leaderMemberId,
            final String ingressEndpoints) {
        leadershipTermId = newLeadershipTermId;
        generation++;
    }

    @Override
    public void close() {
        CloseHelper.quietCloseAll(connecting, cluster);
        connecting = null;
        cluster = null;
    }

    private int begin(final long nowNs) {
        if (nowNs - nextAttemptNs < 0 && nextAttemptNs != 0) {
            return 0;
        }
        connecting = AeronCluster.asyncConnect(new AeronCluster.Context()
                .aeron(aeron)
                .ownsAeronClient(false)
                .ingressChannel(channels.ingress())
                .ingressStreamId(NodeChannels.INGRESS_STREAM_ID)
                .ingressEndpoints(channels.endpoints())
                .isIngressExclusive(true)
                .egressChannel(channels.egress())
                .egressStreamId(EGRESS_STREAM_BASE + edgeId)
                .newLeaderTimeoutNs(NEW_LEADER_NS)
                .messageTimeoutNs(ANSWER_NS)
                .clientName("weir-edge-" + edgeId)
                .egressListener(this));
        return 1;
    }

    private int advance(final long nowNs) {
        try {
            cluster = connecting.poll();
        } catch (final AeronException e) {
            CloseHelper.quietClose(connecting);
            connecting = null;
            nextAttemptNs = nowNs + RETRY_NS;
            return 1;
        }
        if (cluster == null) {
            return 0;
        }
        connecting = null;
        leadershipTermId = cluster.leadershipTermId();
        generation++;
        nextKeepAliveNs = nowNs + KEEP_ALIVE_NS;
        nextEgressNs = nowNs;
        return 1;
    }

    private void lose(final long nowNs) {
        CloseHelper.quietClose(cluster);
        cluster = null;
        lostSessions++;
        nextAttemptNs = nowNs + RETRY_NS;
    }
}
