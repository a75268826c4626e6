package io.weir.protocol.codec;

import io.weir.protocol.command.FixHeader;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.SessionHeader;
import io.weir.protocol.fix.CxlRejResponseTo;
import io.weir.protocol.fix.ExecType;
import io.weir.protocol.fix.OrdStatus;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;
import io.weir.protocol.sbe.DecimalDecoder;
import io.weir.protocol.sbe.DecimalEncoder;
import io.weir.protocol.sbe.FixHeaderDecoder;
import io.weir.protocol.sbe.FixHeaderEncoder;
import io.weir.protocol.sbe.SessionHeaderDecoder;
import io.weir.protocol.sbe.SessionHeaderEncoder;

/** The step between a value of a record and its form in a block, for the kinds of values that many messages have. */
final class Fields {
    private static final byte YES = 'Y';
    private static final byte NO = 'N';

    private Fields() {}

    static byte flag(final boolean value) {
        return value ? YES : NO;
    }

    static boolean flag(final byte code) {
        return code == YES;
    }

    static void decimal(final DecimalEncoder to, final Decimal value) {
        to.mantissa(value.mantissa());
        to.scale((byte) value.scale());
    }

    static Decimal decimal(final DecimalDecoder from) {
        final long mantissa = from.mantissa();
        final int scale = from.scale();
        return mantissa == Decimal.ABSENT.mantissa() && scale == 0 ? Decimal.ABSENT : new Decimal(mantissa, scale);
    }

    static void fixHeader(final FixHeaderEncoder to, final FixHeader value) {
        to.connectionId(value.connectionId());
        to.msgSeqNum(value.msgSeqNum()); // MsgSeqNum(34)
        to.receivedNs(value.receivedNs());
        to.possDup(flag(value.possDup())); // PossDupFlag(43)
        to.possResend(flag(value.possResend())); // PossResend(97)
    }

    static FixHeader fixHeader(final FixHeaderDecoder from) {
        return new FixHeader(
                from.connectionId(),
                from.msgSeqNum(), // MsgSeqNum(34)
                flag(from.possDup()), // PossDupFlag(43)
                flag(from.possResend()), // PossResend(97)
                from.receivedNs());
    }

    static void sessionHeader(final SessionHeaderEncoder to, final SessionHeader value) {
        to.connectionId(value.connectionId());
        to.msgSeqNum(value.msgSeqNum()); // MsgSeqNum(34)
        to.previousPosition(value.previousPosition());
        to.sessionId(value.sessionId());
    }

    static SessionHeader sessionHeader(final SessionHeaderDecoder from) {
        return new SessionHeader(
                from.sessionId(),
                from.connectionId(),
                from.msgSeqNum(), // MsgSeqNum(34)
                from.previousPosition());
    }

    static Side side(final byte code) {
        return known("Side", Side.of((char) code), code);
    }

    static OrdType ordType(final byte code) {
        return known("OrdType", OrdType.of((char) code), code);
    }

    static TimeInForce timeInForce(final byte code) {
        return known("TimeInForce", TimeInForce.of((char) code), code);
    }

    static OrdStatus ordStatus(final byte code) {
        return known("OrdStatus", OrdStatus.of((char) code), code);
    }

    static ExecType execType(final byte code) {
        return known("ExecType", ExecType.of((char) code), code);
    }

    static CxlRejResponseTo cxlRejResponseTo(final byte code) {
        return known("CxlRejResponseTo", CxlRejResponseTo.of((char) code), code);
    }

    /**
     * Checks the size of a list before it is written.
     *
     * @param field to name.
     * @param count its entries.
     * @param max   the most that a message may carry.
     * @return {@code count}.
     * @throws IllegalArgumentException if it is more.
     */
    static int count(final String field, final int count, final int max) {
        if (count > max) {
            throw new IllegalArgumentException(field + " has " + count + " entries, more than " + max);
        }
        return count;
    }

    private static <T> T known(final String field, final T value, final byte code) {
        if (value == null) {
            throw new IllegalArgumentException(field + " has no value " + code);
        }
        return value;
    }
}
