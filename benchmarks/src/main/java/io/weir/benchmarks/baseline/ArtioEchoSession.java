package io.weir.benchmarks.baseline;

import io.aeron.logbuffer.ControlledFragmentHandler.Action;
import io.weir.benchmarks.baseline.codec.builder.ExecutionReportEncoder;
import io.weir.benchmarks.baseline.codec.decoder.NewOrderSingleDecoder;
import org.agrona.DirectBuffer;
import uk.co.real_logic.artio.fields.DecimalFloat;
import uk.co.real_logic.artio.library.OnMessageInfo;
import uk.co.real_logic.artio.library.SessionHandler;
import uk.co.real_logic.artio.messages.DisconnectReason;
import uk.co.real_logic.artio.session.Session;
import uk.co.real_logic.artio.util.MutableAsciiBuffer;

/** Answers each NewOrderSingle of a session with ExecutionReport New. Called on the library's thread. */
final class ArtioEchoSession implements SessionHandler {
    private static final char NEW = '0';
    private static final int ID_BYTES = 20;

    private final MutableAsciiBuffer in = new MutableAsciiBuffer();
    private final NewOrderSingleDecoder order = new NewOrderSingleDecoder();
    private final ExecutionReportEncoder report = new ExecutionReportEncoder();
    private final MutableAsciiBuffer id = new MutableAsciiBuffer(new byte[ID_BYTES]);
    private long ids;

    @Override
    public Action onMessage(
            final DirectBuffer buffer,
            final int offset,
            final int length,
            final int libraryId,
            final Session session,
            final int sequenceIndex,
            final long messageType,
            final long timestampInNs,
            final long position,
            final OnMessageInfo messageInfo) {
        if (messageType != NewOrderSingleDecoder.MESSAGE_TYPE) {
            return Action.CONTINUE;
        }
        in.wrap(buffer);
        order.reset();
        order.decode(in, offset, length);
        if (!order.validate()) {
            throw new IllegalStateException("tag " + order.invalidTagId() + " of an order of the load client");
        }
        return session.trySend(answer()) < 0 ? Action.ABORT : Action.CONTINUE;
    }

    private ExecutionReportEncoder answer() {
        final int idLength = id.putNaturalLongAscii(0, ++ids);
        final DecimalFloat orderQty = order.orderQty();
        report.orderID(id, 0, idLength)
                .execID(id, 0, idLength)
                .execType(NEW)
                .ordStatus(NEW)
                .clOrdID(order.clOrdID(), order.clOrdIDLength())
                .symbol(order.symbol(), order.symbolLength())
                .side(order.side())
                .orderQty(orderQty)
                .ordType(order.ordType())
                .price(order.price())
                .leavesQty(orderQty)
                .cumQty(0, 0)
                .avgPx(0, 0);
        return report.transactTime(order.transactTime(), 0, order.transactTimeLength());
    }

    @Override
    public void onTimeout(final int libraryId, final Session session) {
        // the engine has closed it
    }

    @Override
    public void onSlowStatus(final int libraryId, final Session session, final boolean hasBecomeSlow) {
        // goes on all the same
    }

    @Override
    public Action onDisconnect(final int libraryId, final Session session, final DisconnectReason reason) {
        return Action.CONTINUE;
    }

    @Override
    public void onSessionStart(final Session session) {
        // nothing to do
    }
}
