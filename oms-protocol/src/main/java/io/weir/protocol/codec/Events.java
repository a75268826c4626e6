package io.weir.protocol.codec;

import io.weir.protocol.ConnectionId;
import io.weir.protocol.sbe.ClosedDecoder;
import io.weir.protocol.sbe.EdgeGapDecoder;
import io.weir.protocol.sbe.EdgeStartedDecoder;
import io.weir.protocol.sbe.EventHeaderDecoder;
import io.weir.protocol.sbe.HoldChangedDecoder;
import io.weir.protocol.sbe.LogonSentDecoder;
import io.weir.protocol.sbe.MessageHeaderDecoder;
import io.weir.protocol.sbe.NumbersRaisedDecoder;
import io.weir.protocol.sbe.ProbeDecoder;
import io.weir.protocol.sbe.PulseDecoder;
import io.weir.protocol.sbe.ResendDecoder;
import io.weir.protocol.sbe.SessionHeaderDecoder;
import io.weir.protocol.sbe.VenueHoldDecoder;
import io.weir.protocol.sbe.VenueOrderRequestedDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * Single fields of encoded events, at places that are the same in all events that have them: a reader tells by them in a
 * few ns whether an event concerns it. Nothing allocated, any thread.
 */
public final class Events {
    static final int HEADER_OFFSET = MessageHeaderDecoder.ENCODED_LENGTH;

    private static final ByteOrder BYTE_ORDER = EventHeaderDecoder.BYTE_ORDER;
    private static final int TEMPLATE_ID = MessageHeaderDecoder.templateIdEncodingOffset();
    private static final int EVENT_SEQ = HEADER_OFFSET + EventHeaderDecoder.eventSeqEncodingOffset();
    private static final int TIME_NS = HEADER_OFFSET + EventHeaderDecoder.timeNsEncodingOffset();
    private static final int CAUSE_EDGE_ID = HEADER_OFFSET + EventHeaderDecoder.causeEdgeIdEncodingOffset();
    private static final int CAUSE_EPOCH = HEADER_OFFSET + EventHeaderDecoder.causeEpochEncodingOffset();
    private static final int CAUSE_SEQ = HEADER_OFFSET + EventHeaderDecoder.causeSeqEncodingOffset();

    /** Where session events have their SessionHeader, and venue events their venueId. */
    private static final int FIRST_FIELD = HEADER_OFFSET + EventHeaderDecoder.ENCODED_LENGTH;

    private static final int CONNECTION_ID = FIRST_FIELD + SessionHeaderDecoder.connectionIdEncodingOffset();
    private static final int MSG_SEQ_NUM = FIRST_FIELD + SessionHeaderDecoder.msgSeqNumEncodingOffset();
    private static final int PREVIOUS_POSITION = FIRST_FIELD + SessionHeaderDecoder.previousPositionEncodingOffset();
    private static final int SESSION_ID = FIRST_FIELD + SessionHeaderDecoder.sessionIdEncodingOffset();
    private static final int CLOSED_SESSION_ID = HEADER_OFFSET + ClosedDecoder.sessionIdEncodingOffset();

    private Events() {}

    /** {@return the number that says which message it is, 101 and more; see {@code weir-sbe.xml}} */
    public static int templateId(final DirectBuffer buffer, final int offset) {
        return buffer.getShort(offset + TEMPLATE_ID, BYTE_ORDER) & 0xFFFF;
    }

    /** {@return its number in the journal} */
    public static long eventSeq(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset + EVENT_SEQ, BYTE_ORDER);
    }

    /** {@return the core's wall clock, ns since 1970 UTC} */
    public static long timeNs(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset + TIME_NS, BYTE_ORDER);
    }

    /** {@return the edge whose command caused it, 0 if a timer did} */
    public static int causeEdgeId(final DirectBuffer buffer, final int offset) {
        return buffer.getInt(offset + CAUSE_EDGE_ID, BYTE_ORDER);
    }

    /** {@return the epoch of that edge} */
    public static int causeEpoch(final DirectBuffer buffer, final int offset) {
        return buffer.getInt(offset + CAUSE_EPOCH, BYTE_ORDER);
    }

    /** {@return the number of that command} */
    public static long causeSeq(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset + CAUSE_SEQ, BYTE_ORDER);
    }

    /** {@return whether it is said to edges as such: {@code EdgeStarted}, {@code EdgeGap} or {@code Pulse}} */
    public static boolean isEdgeEvent(final DirectBuffer buffer, final int offset) {
        final int templateId = templateId(buffer, offset);
        return templateId == EdgeStartedDecoder.TEMPLATE_ID
                || templateId == EdgeGapDecoder.TEMPLATE_ID
                || templateId == PulseDecoder.TEMPLATE_ID;
    }

    /** {@return whether it tells of a hold: {@code HoldChanged} or {@code NumbersRaised}} */
    public static boolean isHoldEvent(final DirectBuffer buffer, final int offset) {
        final int templateId = templateId(buffer, offset);
        return templateId == HoldChangedDecoder.TEMPLATE_ID || templateId == NumbersRaisedDecoder.TEMPLATE_ID;
    }

    /** {@return whether it is a {@link io.weir.protocol.event.SessionEvent}} */
    public static boolean isSessionEvent(final DirectBuffer buffer, final int offset) {
        return isSession(templateId(buffer, offset));
    }

    /** {@return the FIX session of a session event or {@link io.weir.protocol.event.Closed}; 0 of any other} */
    public static int sessionId(final DirectBuffer buffer, final int offset) {
        final int templateId = templateId(buffer, offset);
        if (isSession(templateId)) {
            return buffer.getInt(offset + SESSION_ID, BYTE_ORDER);
        }
        return templateId == ClosedDecoder.TEMPLATE_ID ? buffer.getInt(offset + CLOSED_SESSION_ID, BYTE_ORDER) : 0;
    }

    /**
     * The connection that an event concerns.
     *
     * @param buffer holds the event.
     * @param offset where it begins.
     * @return that of a session event, a {@link io.weir.protocol.event.Closed} or a {@link io.weir.protocol.event.Probe};
     *     {@link ConnectionId#NONE} of any other.
     */
    public static long connectionId(final DirectBuffer buffer, final int offset) {
        final int templateId = templateId(buffer, offset);
        return isSession(templateId) || isConnection(templateId)
                ? buffer.getLong(offset + CONNECTION_ID, BYTE_ORDER)
                : ConnectionId.NONE;
    }

    /** {@return MsgSeqNum(34) of a session event; 0 of any other, and of one that is no FIX message} */
    public static long msgSeqNum(final DirectBuffer buffer, final int offset) {
        return isSessionEvent(buffer, offset) ? buffer.getLong(offset + MSG_SEQ_NUM, BYTE_ORDER) : 0;
    }

    /** {@return the journal position behind the session's previous event, of a session event; 0 of any other} */
    public static long previousPosition(final DirectBuffer buffer, final int offset) {
        return isSessionEvent(buffer, offset) ? buffer.getLong(offset + PREVIOUS_POSITION, BYTE_ORDER) : 0;
    }

    /** {@return the venue of an event of a venue or a venue edge's {@code EdgeStarted}; 0 of any other} */
    public static int venueId(final DirectBuffer buffer, final int offset) {
        return isVenue(templateId(buffer, offset)) ? buffer.getInt(offset + FIRST_FIELD, BYTE_ORDER) : 0;
    }

    private static boolean isSession(final int templateId) {
        return templateId >= LogonSentDecoder.TEMPLATE_ID && templateId <= ResendDecoder.TEMPLATE_ID;
    }

    private static boolean isConnection(final int templateId) {
        return templateId == ClosedDecoder.TEMPLATE_ID || templateId == ProbeDecoder.TEMPLATE_ID;
    }

    private static boolean isVenue(final int templateId) {
        return templateId >= VenueOrderRequestedDecoder.TEMPLATE_ID && templateId <= VenueHoldDecoder.TEMPLATE_ID
                || templateId == EdgeStartedDecoder.TEMPLATE_ID;
    }
}
