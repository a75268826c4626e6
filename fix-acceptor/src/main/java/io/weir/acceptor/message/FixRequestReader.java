package io.weir.acceptor.message;

import io.weir.protocol.Bounds;
import io.weir.protocol.command.FixHeader;
import io.weir.protocol.command.FixInbound;
import io.weir.protocol.command.HeartbeatReceived;
import io.weir.protocol.command.LogonReceived;
import io.weir.protocol.command.LogoutReceived;
import io.weir.protocol.command.NewOrderSingle;
import io.weir.protocol.command.OrderCancelReplaceRequest;
import io.weir.protocol.command.OrderCancelRequest;
import io.weir.protocol.command.OrderStatusRequest;
import io.weir.protocol.command.RejectReceived;
import io.weir.protocol.command.ResendRequestReceived;
import io.weir.protocol.command.SequenceResetReceived;
import io.weir.protocol.command.TestRequestReceived;
import io.weir.protocol.fix.Side;

/** From a checked FIX message to the command that says the same. Pure functions. */
public final class FixRequestReader {
    private FixRequestReader() {}

    /**
     * Makes the command of a message.
     *
     * @param fix     in which {@link MessageCheck} found no fault.
     * @param msgType MsgType(35) of it, one that this gateway works.
     * @param header  of the command.
     * @return the command; an {@link io.weir.protocol.command.InvalidReceived} if a side is asked for that there is none of.
     */
    public static FixInbound read(final FixMessage fix, final String msgType, final FixHeader header) {
        switch (msgType.charAt(0)) {
            case 'D':
                return isWorkedSide(fix) ? newOrderSingle(fix, header) : unworkedSide(fix, msgType, header);
            case 'F':
                return isWorkedSide(fix) ? orderCancelRequest(fix, header) : unworkedSide(fix, msgType, header);
            case 'G':
                return isWorkedSide(fix) ? orderCancelReplaceRequest(fix, header) : unworkedSide(fix, msgType, header);
            case 'H':
                return isWorkedSide(fix) ? orderStatusRequest(fix, header) : unworkedSide(fix, msgType, header);
            case 'A':
                return logon(fix, header);
            case '0':
                return new HeartbeatReceived(header, fix.text(Tags.TEST_REQ_ID)); // TestReqID(112)
            case '1':
                return new TestRequestReceived(header, fix.text(Tags.TEST_REQ_ID)); // TestReqID(112)
            case '2':
                return resendRequest(fix, header);
            case '3':
            case 'j':
                return reject(fix, header);
            case '4':
                return sequenceReset(fix, header);
            case '5':
                return new LogoutReceived(header, Bounds.cutText(fix.text(Tags.TEXT))); // Text(58)
            default:
                throw new IllegalArgumentException("MsgType(35) " + msgType + " is not worked here");
        }
    }

    private static NewOrderSingle newOrderSingle(final FixMessage fix, final FixHeader header) {
        return new NewOrderSingle(
                header,
                fix.text(Tags.CL_ORD_ID), // ClOrdID(11)
                fix.text(Tags.ACCOUNT), // Account(1)
                fix.text(Tags.SYMBOL), // Symbol(55)
                Side.of(fix.code(Tags.SIDE)), // Side(54)
                Unsupported.ordTypeOf(fix), // OrdType(40)
                Unsupported.timeInForceOf(fix), // TimeInForce(59); absent is DAY, as FIX says
                fix.decimal(Tags.ORDER_QTY), // OrderQty(38)
                fix.decimal(Tags.PRICE), // Price(44)
                Unsupported.in(fix));
    }

    private static OrderCancelRequest orderCancelRequest(final FixMessage fix, final FixHeader header) {
        return new OrderCancelRequest(
                header,
                fix.text(Tags.CL_ORD_ID), // ClOrdID(11)
                fix.text(Tags.ORIG_CL_ORD_ID), // OrigClOrdID(41)
                fix.text(Tags.ORDER_ID), // OrderID(37)
                fix.text(Tags.SYMBOL), // Symbol(55)
                Side.of(fix.code(Tags.SIDE))); // Side(54)
    }

    private static OrderCancelReplaceRequest orderCancelReplaceRequest(final FixMessage fix, final FixHeader header) {
        return new OrderCancelReplaceRequest(
                header,
                fix.text(Tags.CL_ORD_ID), // ClOrdID(11)
                fix.text(Tags.ORIG_CL_ORD_ID), // OrigClOrdID(41)
                fix.text(Tags.ORDER_ID), // OrderID(37)
                fix.text(Tags.ACCOUNT), // Account(1)
                fix.text(Tags.SYMBOL), // Symbol(55)
                Side.of(fix.code(Tags.SIDE)), // Side(54)
                Unsupported.ordTypeOf(fix), // OrdType(40)
                Unsupported.timeInForceOf(fix), // TimeInForce(59); absent is DAY, as FIX says
                fix.decimal(Tags.ORDER_QTY), // OrderQty(38)
                fix.decimal(Tags.PRICE), // Price(44)
                Unsupported.in(fix));
    }

    private static OrderStatusRequest orderStatusRequest(final FixMessage fix, final FixHeader header) {
        return new OrderStatusRequest(
                header,
                fix.text(Tags.CL_ORD_ID), // ClOrdID(11)
                fix.text(Tags.ORDER_ID), // OrderID(37)
                fix.text(Tags.SYMBOL), // Symbol(55)
                Side.of(fix.code(Tags.SIDE)), // Side(54)
                fix.text(Tags.ORD_STATUS_REQ_ID)); // OrdStatusReqID(790)
    }

    private static LogonReceived logon(final FixMessage fix, final FixHeader header) {
        return new LogonReceived(
                header,
                fix.text(Tags.SENDER_COMP_ID), // SenderCompID(49)
                (int) Math.min(Integer.MAX_VALUE, fix.number(Tags.HEART_BT_INT, 0)), // HeartBtInt(108)
                fix.flag(Tags.RESET_SEQ_NUM_FLAG), // ResetSeqNumFlag(141)
                fix.number(Tags.NEXT_EXPECTED_MSG_SEQ_NUM, 0)); // NextExpectedMsgSeqNum(789)
    }

    private static ResendRequestReceived resendRequest(final FixMessage fix, final FixHeader header) {
        return new ResendRequestReceived(
                header,
                fix.number(Tags.BEGIN_SEQ_NO, 0), // BeginSeqNo(7)
                fix.number(Tags.END_SEQ_NO, 0)); // EndSeqNo(16)
    }

    private static SequenceResetReceived sequenceReset(final FixMessage fix, final FixHeader header) {
        return new SequenceResetReceived(
                header,
                fix.flag(Tags.GAP_FILL_FLAG), // GapFillFlag(123)
                fix.number(Tags.NEW_SEQ_NO, 0)); // NewSeqNo(36)
    }

    /** A client's BusinessMessageReject is heard like its Reject: neither may be answered with another. */
    private static RejectReceived reject(final FixMessage fix, final FixHeader header) {
        return new RejectReceived(
                header,
                fix.number(Tags.REF_SEQ_NUM, 0), // RefSeqNum(45)
                Bounds.cutText(fix.text(Tags.TEXT))); // Text(58)
    }

    private static boolean isWorkedSide(final FixMessage fix) {
        return Side.of(fix.code(Tags.SIDE)) != null;
    }

    private static FixInbound unworkedSide(final FixMessage fix, final String msgType, final FixHeader header) {
        return Fault.incorrect(
                        Tags.SIDE,
                        msgType,
                        "Side(54) " + fix.code(Tags.SIDE) + " is not supported; 1 (buy) and 2 (sell) are")
                .command(header);
    }
}
