package io.weir.simulator.ledger;

import io.weir.simulator.ledger.RecordedTrade.Party;
import io.weir.simulator.matching.NewOrder;
import io.weir.simulator.matching.OrdStatus;
import io.weir.simulator.matching.OrdType;
import io.weir.simulator.matching.Side;
import io.weir.simulator.matching.TimeInForce;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** Reads a ledger frame by frame up to the first one that is not whole. Any thread; the file may be written meanwhile. */
public final class LedgerReader {
    private static final int MAX_FRAME = 256 * 1024 * 1024;
    private static final int BUFFER_BYTES = 256 * 1024;
    private static final Side[] SIDES = Side.values();
    private static final OrdType[] TYPES = OrdType.values();
    private static final TimeInForce[] TIMES = TimeInForce.values();
    private static final OrdStatus[] STATUSES = OrdStatus.values();

    private LedgerReader() {}

    /**
     * Says every record of every whole frame; a missing file says nothing.
     *
     * @return the length of the whole frames in bytes.
     */
    public static long read(final Path file, final LedgerHandler handler) {
        if (!Files.exists(file)) {
            return 0;
        }
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES))) {
            final long size = Files.size(file);
            final CRC32C checksum = new CRC32C();
            long position = 0;
            while (size - position >= LedgerWriter.FRAME_HEADER) {
                final int length = in.readInt();
                final int expected = in.readInt();
                if (length <= 0 || length > MAX_FRAME || size - position < LedgerWriter.FRAME_HEADER + (long) length) {
                    return position;
                }
                final byte[] payload = in.readNBytes(length);
                checksum.reset();
                checksum.update(payload);
                if (payload.length < length || (int) checksum.getValue() != expected) {
                    return position;
                }
                sayAll(ByteBuffer.wrap(payload), handler);
                position += LedgerWriter.FRAME_HEADER + length;
            }
            return position;
        } catch (final IOException e) {
            throw new LedgerException("cannot read the ledger " + file, e);
        }
    }

    /**
     * Reads the whole ledger and cuts off what a kill left half written.
     *
     * @return how many bytes were cut off.
     */
    public static long repair(final Path file, final LedgerHandler handler) {
        final long whole = read(file, handler);
        if (!Files.exists(file)) {
            return 0;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            final long torn = channel.size() - whole;
            channel.truncate(whole);
            return torn;
        } catch (final IOException e) {
            throw new LedgerException("cannot repair the ledger " + file, e);
        }
    }

    private static void sayAll(final ByteBuffer in, final LedgerHandler handler) {
        while (in.hasRemaining()) {
            final byte type = in.get();
            switch (type) {
                case RecordType.ACCEPTED -> sayAccepted(in, handler);
                case RecordType.TRADED -> sayTraded(in, handler);
                case RecordType.CLOSED -> handler.onClosed(in.getLong(), STATUSES[in.get()], in.getLong());
                case RecordType.REPLACED ->
                    handler.onReplaced(in.getLong(), text(in), in.getLong(), in.getLong(), in.getLong());
                default -> throw new IllegalStateException("ledger record of unknown type " + type);
            }
        }
    }

    private static void sayAccepted(final ByteBuffer in, final LedgerHandler handler) {
        final long orderId = in.getLong();
        final String account = text(in);
        final String symbol = text(in);
        final NewOrder request = new NewOrder(
                symbol, text(in), SIDES[in.get()], TYPES[in.get()], TIMES[in.get()], in.getLong(), in.getLong());
        handler.onAccepted(orderId, account, request, in.getLong());
    }

    private static void sayTraded(final ByteBuffer in, final LedgerHandler handler) {
        final long tradeId = in.getLong();
        final String symbol = text(in);
        handler.onTraded(new RecordedTrade(
                symbol, tradeId, party(in), party(in), SIDES[in.get()], in.getLong(), in.getLong(), in.getLong()));
    }

    private static Party party(final ByteBuffer in) {
        return new Party(in.getLong(), text(in), text(in), in.getLong());
    }

    private static String text(final ByteBuffer in) {
        final int length = in.get() & 0xFF;
        final String text = new String(in.array(), in.position(), length, StandardCharsets.ISO_8859_1);
        in.position(in.position() + length);
        return text;
    }
}
