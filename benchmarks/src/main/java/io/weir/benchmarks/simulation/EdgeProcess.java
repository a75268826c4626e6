package io.weir.benchmarks.simulation;

import io.weir.benchmarks.simulation.log.Link;
import io.weir.benchmarks.simulation.log.SimulatedLog;
import io.weir.benchmarks.simulation.time.Duty;
import io.weir.benchmarks.simulation.time.Timeline;
import io.weir.core.cluster.LogParts;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.EdgeStart;
import io.weir.protocol.log.EdgePort;
import java.util.Random;
import org.agrona.concurrent.Agent;

/** A process with one edge in it: real agent, real place at the log. It is killed and begins anew. */
abstract class EdgeProcess {
    private static final int RING_BYTES = 64 * 1024;

    final Timeline timeline;
    final SimulatedLog log;
    final Random random;
    final Trace trace;
    final String name;
    private final int edgeId;
    private final EdgeKind kind;
    private final String venue;
    private final Duty duty;
    private Link link;
    private Agent agent;
    private int deaths;

    EdgeProcess(
            final World world,
            final long salt,
            final String name,
            final int edgeId,
            final EdgeKind kind,
            final String venue) {
        this.timeline = world.timeline();
        this.log = world.log();
        this.random = world.random(salt);
        this.trace = world.trace();
        this.name = name;
        this.edgeId = edgeId;
        this.kind = kind;
        this.venue = venue;
        this.duty = new Duty(timeline, random, this::cycle);
    }

    /** Makes the agent of a new life. */
    abstract Agent make(EdgePort port) throws Exception;

    /** The process has died: all that it had is gone. */
    abstract void onDied();

    final void start() {
        if (agent != null) {
            return;
        }
        trace.add(name, () -> "starts");
        link = log.connect(random);
        final EdgePort port = LogParts.edgePort(
                link,
                log.journal(),
                timeline::monotonicNs,
                RING_BYTES,
                edgeId,
                new EdgeStart(random.nextLong() | 1, kind, venue));
        try {
            agent = make(port);
        } catch (final Exception e) {
            throw new Violation("an edge starts", "", name + ": " + e, e);
        }
        duty.start();
    }

    /** {@return whether it runs} */
    final boolean isAlive() {
        return agent != null;
    }

    final int deaths() {
        return deaths;
    }

    final void wake() {
        duty.wake();
    }

    final void stall(final long pauseNs) {
        duty.stall(pauseNs);
    }

    /** It dies in one of its next words to the log. */
    final void dieTalking(final int offers) {
        if (agent != null) {
            link.dieBehind(offers);
        }
    }

    /** It dies now, and begins anew in a while. */
    final void kill(final String how) {
        if (agent == null) {
            return;
        }
        trace.add(name, () -> "is killed " + how);
        deaths++;
        agent = null;
        duty.stop();
        link.close();
        onDied();
        timeline.in(1_000_000 + random.nextInt(1_200_000_000), this::start);
    }

    private int cycle() {
        try {
            return agent.doWork();
        } catch (final Crash crash) {
            kill(crash.getMessage());
            return 0;
        } catch (final Violation violation) {
            throw violation;
        } catch (final Exception e) {
            throw new Violation("no edge ever throws", "", name + ": " + e, e);
        }
    }
}
