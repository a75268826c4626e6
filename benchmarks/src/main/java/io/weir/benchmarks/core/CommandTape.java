package io.weir.benchmarks.core;

import io.weir.core.StateMachine;
import io.weir.protocol.Bounds;
import io.weir.protocol.codec.CommandReader;
import io.weir.protocol.codec.CommandWriter;
import io.weir.protocol.command.Command;
import java.util.Arrays;
import org.agrona.collections.IntArrayList;
import org.agrona.collections.LongArrayList;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Commands as bytes, one behind the other as they would lie in the log, each with its time. Written first and played later, so
 * that what plays them pays for nothing else. For one thread.
 */
public final class CommandTape {
    /** What the log puts before each command of a client, in bytes: the header of the frame and that of the cluster session. */
    private static final int LOG_HEADERS = 64;

    private static final int LOG_ALIGNMENT = 32;

    private final CommandWriter writer = new CommandWriter();
    private final UnsafeBuffer bytes = new UnsafeBuffer(new byte[1 << 20]);
    private final IntArrayList ends = new IntArrayList();
    private final LongArrayList timesNs = new LongArrayList();
    private int end;
    private long logBytes;

    /** Adds a command behind the others. */
    void add(final Command command, final int edgeId, final int epoch, final long seq, final long timeNs) {
        if (bytes.capacity() - end < Bounds.MAX_COMMAND_LENGTH) {
            bytes.wrap(Arrays.copyOf(bytes.byteArray(), bytes.capacity() * 2));
        }
        final int length = writer.write(command, edgeId, epoch, seq, bytes, end);
        end += length;
        ends.addInt(end);
        timesNs.addLong(timeNs);
        logBytes += length + LOG_HEADERS + LOG_ALIGNMENT - 1 & -LOG_ALIGNMENT;
    }

    /** Forgets all commands, and keeps the count of their bytes. */
    void clear() {
        end = 0;
        ends.clear();
        timesNs.clear();
    }

    /** {@return how many commands there are} */
    public int size() {
        return ends.size();
    }

    /** {@return bytes that all commands ever added take in the log, frames included} */
    public long logBytes() {
        return logBytes;
    }

    /**
     * Hands all commands to the core, and works its timers when they are due.
     *
     * @param reader of the one thread.
     * @param core   takes them.
     */
    public void play(final CommandReader reader, final StateMachine core) {
        for (int i = 0; i < ends.size(); i++) {
            play(i, reader, core);
        }
    }

    /**
     * As {@link #play}, and looks at the clock of the core before and after each command.
     *
     * @return the longest time on a core that one command has taken, in ns.
     */
    long playEach(final CommandReader reader, final StateMachine core) {
        long longestNs = 0;
        for (int i = 0; i < ends.size(); i++) {
            final long beforeNs = ThreadMeter.cpuNs();
            play(i, reader, core);
            longestNs = Math.max(longestNs, ThreadMeter.cpuNs() - beforeNs);
        }
        return longestNs;
    }

    private void play(final int i, final CommandReader reader, final StateMachine core) {
        final long timeNs = timesNs.getLong(i);
        while (core.nextDeadlineNs() <= timeNs) {
            core.onTimer(timeNs);
        }
        final int begin = i == 0 ? 0 : ends.getInt(i - 1);
        reader.read(bytes, begin, ends.getInt(i) - begin, timeNs, core);
    }
}
