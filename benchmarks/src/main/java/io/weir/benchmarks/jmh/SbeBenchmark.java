package io.weir.benchmarks.jmh;

import io.weir.protocol.Bounds;
import io.weir.protocol.codec.CommandReader;
import io.weir.protocol.codec.CommandWriter;
import io.weir.protocol.codec.EventReader;
import io.weir.protocol.codec.EventWriter;
import io.weir.protocol.codec.Events;
import io.weir.protocol.command.Command;
import io.weir.protocol.command.CommandHandler;
import io.weir.protocol.event.EventHandler;
import io.weir.protocol.event.EventHeader;
import io.weir.protocol.event.ExecutionReport;
import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Commands and events to bytes and back: what log and journal cost each message. */
@State(Scope.Thread)
@Warmup(iterations = 5)
@Measurement(iterations = 5)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SbeBenchmark {
    private final CommandWriter commandWriter = new CommandWriter();
    private final CommandReader commandReader = new CommandReader();
    private final EventWriter eventWriter = new EventWriter();
    private final EventReader eventReader = new EventReader();
    private final UnsafeBuffer scratch = new UnsafeBuffer(new byte[Bounds.MAX_EVENT_LENGTH]);
    private final UnsafeBuffer commandBytes = new UnsafeBuffer(new byte[Bounds.MAX_COMMAND_LENGTH]);
    private final UnsafeBuffer eventBytes = new UnsafeBuffer(new byte[Bounds.MAX_EVENT_LENGTH]);
    private final Command order = Messages.newOrderSingle();
    private final ExecutionReport report = Messages.trade();
    private final CommandSink commandSink = new CommandSink();
    private final ReportSink reportSink = new ReportSink();
    private int commandLength;
    private int eventLength;

    /** Writes what the readers read. */
    @Setup
    public void write() {
        commandLength = commandWriter.write(order, 2, 1, 1, commandBytes, 0);
        eventLength = eventWriter.write(1, Messages.NOON_NS, 2, 1, 1, report, eventBytes, 0);
    }

    /** A NewOrderSingle to bytes. */
    @Benchmark
    public int writeCommand() {
        return commandWriter.write(order, 2, 1, 1, scratch, 0);
    }

    /** Bytes to a NewOrderSingle, and the call of a proxy that takes it: a few tens of ns of the figure are the proxy. */
    @Benchmark
    public Object readCommand() {
        commandReader.read(commandBytes, 0, commandLength, Messages.NOON_NS, commandSink.handler);
        return commandSink.last;
    }

    /** An ExecutionReport Trade to bytes. */
    @Benchmark
    public int writeEvent() {
        return eventWriter.write(1, Messages.NOON_NS, 2, 1, 1, report, scratch, 0);
    }

    /** Bytes to an ExecutionReport Trade. */
    @Benchmark
    public ExecutionReport readEvent() {
        eventReader.read(eventBytes, 0, eventLength, eventLength, reportSink);
        return reportSink.last;
    }

    /** The three looks by which a reader decides whether an event is meant for it. */
    @Benchmark
    public long peekEvent() {
        return Events.sessionId(eventBytes, 0) + Events.connectionId(eventBytes, 0) + Events.venueId(eventBytes, 0);
    }

    /** Takes the one command there is; the other methods of the interface are never called. */
    private static final class CommandSink {
        private Object last;
        private final CommandHandler handler = (CommandHandler) Proxy.newProxyInstance(
                CommandHandler.class.getClassLoader(), new Class<?>[] {CommandHandler.class}, (proxy, method, args) -> {
                    last = args[0];
                    return method.getReturnType() == boolean.class ? Boolean.TRUE : null;
                });
    }

    private static final class ReportSink implements EventHandler {
        private ExecutionReport last;

        @Override
        public boolean onEvent(final EventHeader header) {
            return true;
        }

        @Override
        public void onExecutionReport(final ExecutionReport event) {
            last = event;
        }
    }
}
