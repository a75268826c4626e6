package io.weir.benchmarks.jmh;

import io.weir.acceptor.dictionary.FixDictionary;
import io.weir.acceptor.message.FixFramer;
import io.weir.acceptor.message.FixFramer.Found;
import io.weir.acceptor.message.FixRequestReader;
import io.weir.acceptor.message.MessageCheck;
import io.weir.acceptor.message.SessionIdentity;
import io.weir.acceptor.report.FixReportWriter;
import io.weir.acceptor.report.OutBuffer;
import io.weir.acceptor.report.WriteMode;
import io.weir.protocol.Bounds;
import io.weir.protocol.codec.EventReader;
import io.weir.protocol.codec.EventWriter;
import io.weir.protocol.command.FixInbound;
import io.weir.protocol.event.ExecutionReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
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

/** FIX text to commands and events to FIX text, as the acceptor does it for each message, without its sockets. */
@State(Scope.Thread)
@Warmup(iterations = 5)
@Measurement(iterations = 5)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FixBenchmark {
    private final byte[] orderText = Messages.newOrderSingleText();
    private final byte[] client = Messages.CLIENT.getBytes(StandardCharsets.US_ASCII);
    private final FixFramer framer = new FixFramer();
    private final MessageCheck check = new MessageCheck(FixDictionary.load());
    private final SessionIdentity identity = new SessionIdentity(Messages.CLIENT, Messages.GATEWAY);
    private final FixReportWriter reportWriter = new FixReportWriter(Messages.GATEWAY);
    private final EventReader eventReader = new EventReader();
    private final OutBuffer out = new OutBuffer();
    private final Nowhere nowhere = new Nowhere();
    private final ExecutionReport accepted = Messages.accepted();
    private final ExecutionReport trade = Messages.trade();
    private final UnsafeBuffer acceptedBytes = new UnsafeBuffer(new byte[Bounds.MAX_EVENT_LENGTH]);
    private int acceptedLength;

    /** Writes the event that is read and printed. */
    @Setup
    public void write() {
        acceptedLength = new EventWriter().write(1, Messages.NOON_NS, 2, 1, 1, accepted, acceptedBytes, 0);
    }

    /** Frames, checks and translates a NewOrderSingle. */
    @Benchmark
    public FixInbound parseNewOrderSingle() {
        framer.space().put(orderText);
        framer.filled();
        if (framer.next() != Found.MESSAGE || check.check(framer, identity, Messages.NOON_NS) != null) {
            throw new IllegalStateException("the order of the benchmark is no message: " + check.msgType());
        }
        final FixInbound command = FixRequestReader.read(
                check.message(), check.msgType(), check.header(Messages.CONNECTION, Messages.NOON_NS));
        framer.consume();
        return command;
    }

    /** Prints an ExecutionReport New. */
    @Benchmark
    public int printNew() throws IOException {
        reportWriter.to(out, client, WriteMode.LIVE, Messages.NOON_NS).onExecutionReport(accepted);
        return out.flush(nowhere);
    }

    /** Prints an ExecutionReport Trade. */
    @Benchmark
    public int printTrade() throws IOException {
        reportWriter.to(out, client, WriteMode.LIVE, Messages.NOON_NS).onExecutionReport(trade);
        return out.flush(nowhere);
    }

    /** Reads an ExecutionReport New from the journal's bytes and prints it. */
    @Benchmark
    public int readAndPrintNew() throws IOException {
        eventReader.read(
                acceptedBytes,
                0,
                acceptedLength,
                acceptedLength,
                reportWriter.to(out, client, WriteMode.LIVE, Messages.NOON_NS));
        return out.flush(nowhere);
    }

    /** A socket that takes everything at once. */
    private static final class Nowhere implements WritableByteChannel {
        @Override
        public int write(final ByteBuffer source) {
            final int length = source.remaining();
            source.position(source.limit());
            return length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
