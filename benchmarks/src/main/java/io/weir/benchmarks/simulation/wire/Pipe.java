package io.weir.benchmarks.simulation.wire;

import io.weir.benchmarks.simulation.time.Timeline;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Random;

/** One direction of a connection: bytes arrive in order, late, and perhaps never. */
final class Pipe {
    private static final long LEAST_LATENCY_NS = 20_000;
    private static final int MOST_LATENCY_NS = 3_000_000;

    private record Chunk(byte[] bytes, long dueNs) {}

    private final Timeline timeline;
    private final Random random;
    private final int window;
    private final Runnable onArrival;
    private final ArrayDeque<Chunk> chunks = new ArrayDeque<>();
    private int taken;
    private int pending;
    private long lastDueNs;
    private boolean ended;
    private boolean broken;
    private long brokenAtNs;

    /**
     * An empty one.
     *
     * @param window    bytes on their way or not read, at most.
     * @param onArrival called when something has become readable.
     */
    Pipe(final Timeline timeline, final Random random, final int window, final Runnable onArrival) {
        this.timeline = timeline;
        this.random = random;
        this.window = window;
        this.onArrival = onArrival;
    }

    /** {@return bytes taken; 0 while the other side does not read} */
    int write(final ByteBuffer source) {
        final int length = Math.min(source.remaining(), window - pending);
        if (length <= 0) {
            return 0;
        }
        final byte[] bytes = new byte[length];
        source.get(bytes);
        chunks.add(new Chunk(bytes, arrival()));
        pending += length;
        return length;
    }

    /** Nothing more will be written: the end arrives behind everything else. */
    void end() {
        if (!ended) {
            ended = true;
            arrival();
        }
    }

    /** The connection breaks: what has not arrived is lost, and the reader fails once it has read what has. */
    void breakOff() {
        if (!broken) {
            broken = true;
            brokenAtNs = timeline.nowNs();
            chunks.removeIf(chunk -> chunk.dueNs() > brokenAtNs);
            timeline.in(latency(), onArrival);
        }
    }

    private long arrival() {
        lastDueNs = Math.max(lastDueNs, timeline.nowNs() + latency());
        timeline.at(lastDueNs, onArrival);
        return lastDueNs;
    }

    private long latency() {
        final boolean slow = random.nextInt(40) == 0;
        return LEAST_LATENCY_NS + random.nextInt(slow ? 20 * MOST_LATENCY_NS : MOST_LATENCY_NS);
    }

    /** {@return bytes read, 0 if nothing has arrived, -1 at the end} */
    int read(final ByteBuffer target) throws IOException {
        int read = 0;
        while (target.hasRemaining() && hasArrived()) {
            final Chunk chunk = chunks.peek();
            final int part = Math.min(target.remaining(), chunk.bytes().length - taken);
            target.put(chunk.bytes(), taken, part);
            taken += part;
            read += part;
            pending -= part;
            if (taken == chunk.bytes().length) {
                chunks.poll();
                taken = 0;
            }
        }
        if (read > 0) {
            return read;
        }
        if (broken) {
            throw new IOException("Connection reset by peer");
        }
        return isAtEnd() ? -1 : 0;
    }

    boolean isReadable() {
        return hasArrived() || broken || isAtEnd();
    }

    boolean isWritable() {
        return broken || pending < window;
    }

    boolean isBroken() {
        return broken;
    }

    private boolean hasArrived() {
        return !chunks.isEmpty() && chunks.peek().dueNs() <= timeline.nowNs();
    }

    private boolean isAtEnd() {
        return ended && chunks.isEmpty() && lastDueNs <= timeline.nowNs();
    }
}
