package io.weir.simulator.ledger;

import io.weir.simulator.matching.ExchangeListener;
import io.weir.simulator.matching.OrdStatus;
import io.weir.simulator.matching.Order;
import io.weir.simulator.matching.Trade;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Appends what the exchange says. Everything said since the last {@link #commit()} becomes one frame (length, checksum, records)
 * written by one call, so that after a kill a request is in the file whole or not at all. Not forced to the disk: it survives the
 * death of the process, not of the machine.
 *
 * <p>Called on the venue's thread only.
 */
public final class LedgerWriter implements ExchangeListener, AutoCloseable {
    static final int FRAME_HEADER = 8;
    static final int MAX_TEXT = 255;

    private static final int INITIAL_BYTES = 64 * 1024;
    private static final int MAX_RECORD_BYTES = 2 * 1024;

    private final FileChannel channel;
    private final Path file;
    private final long maxBytes;
    private final CRC32C checksum = new CRC32C();
    private ByteBuffer buffer = ByteBuffer.allocateDirect(INITIAL_BYTES).position(FRAME_HEADER);
    private long size;

    /**
     * Opens the file for appending at its end; it must hold whole frames only, which {@link LedgerReader#repair} sees to.
     *
     * @param maxBytes beyond this {@link #isFull()} is true.
     */
    public LedgerWriter(final Path file, final long maxBytes) {
        this.file = file;
        this.maxBytes = maxBytes;
        try {
            this.channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            this.size = channel.size();
        } catch (final IOException e) {
            throw new LedgerException("cannot open the ledger " + file, e);
        }
    }

    /** Whether no more orders should be taken: the file has reached its bound. */
    public boolean isFull() {
        return size >= maxBytes;
    }

    /** Writes what was said since the last call; nothing if nothing was. After an exception the venue must stop. */
    public void commit() {
        final int length = buffer.position();
        if (length == FRAME_HEADER) {
            return;
        }
        buffer.flip();
        checksum.reset();
        checksum.update(buffer.position(FRAME_HEADER));
        buffer.putInt(0, length - FRAME_HEADER)
                .putInt(4, (int) checksum.getValue())
                .position(0);
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (final IOException e) {
            throw new LedgerException("cannot write the ledger " + file, e);
        }
        size += length;
        buffer.clear().position(FRAME_HEADER);
    }

    @Override
    public void onAccepted(final Order order) {
        begin(RecordType.ACCEPTED).putLong(order.orderId());
        putText(order.account().name());
        putText(order.instrument().symbol());
        putText(order.clOrdId());
        buffer.put((byte) order.side().ordinal());
        buffer.put((byte) order.ordType().ordinal());
        buffer.put((byte) order.timeInForce().ordinal());
        buffer.putLong(order.price()).putLong(order.orderQty()).putLong(order.createdMs());
    }

    @Override
    public void onTrade(final Trade trade) {
        begin(RecordType.TRADED).putLong(trade.tradeId());
        putText(trade.taker().instrument().symbol());
        putParty(trade.maker(), trade.makerFee());
        putParty(trade.taker(), trade.takerFee());
        buffer.put((byte) trade.taker().side().ordinal());
        buffer.putLong(trade.lastPx()).putLong(trade.lastQty()).putLong(trade.timeMs());
    }

    private void putParty(final Order order, final long fee) {
        buffer.putLong(order.orderId());
        putText(order.clOrdId());
        putText(order.account().name());
        buffer.putLong(fee);
    }

    @Override
    public void onCanceled(final Order order, final String cancelClOrdId) {
        putClosed(order, OrdStatus.CANCELED);
    }

    @Override
    public void onExpired(final Order order) {
        putClosed(order, OrdStatus.EXPIRED);
    }

    private void putClosed(final Order order, final OrdStatus as) {
        begin(RecordType.CLOSED)
                .putLong(order.orderId())
                .put((byte) as.ordinal())
                .putLong(order.updatedMs());
    }

    @Override
    public void onReplaced(final Order order, final String origClOrdId) {
        begin(RecordType.REPLACED).putLong(order.orderId());
        putText(order.clOrdId());
        buffer.putLong(order.price()).putLong(order.orderQty()).putLong(order.updatedMs());
    }

    private ByteBuffer begin(final byte type) {
        if (buffer.remaining() < MAX_RECORD_BYTES) {
            final ByteBuffer larger = ByteBuffer.allocateDirect(buffer.capacity() * 2);
            larger.put(buffer.flip());
            buffer = larger;
        }
        return buffer.put(type);
    }

    private void putText(final String text) {
        final int length = text.length();
        if (length > MAX_TEXT) {
            throw new IllegalArgumentException("text of " + length + " characters, at most " + MAX_TEXT + " fit");
        }
        buffer.put((byte) length);
        for (int i = 0; i < length; i++) {
            buffer.put((byte) text.charAt(i));
        }
    }

    /** Closes the file; what was not committed is dropped. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (final IOException e) {
            throw new LedgerException("cannot close the ledger " + file, e);
        }
    }
}
