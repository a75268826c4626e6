package io.weir.protocol.event;

/**
 * What every event of a client's FIX session says of it.
 *
 * @param sessionId        the session, 1 and more.
 * @param connectionId     the one connection that may write it live, or {@link io.weir.protocol.ConnectionId#NONE}.
 * @param msgSeqNum        MsgSeqNum(34) of the FIX message, 0 if the event is none.
 * @param previousPosition position of the journal behind the session's previous event, 0 if there is none: the way back.
 */
public record SessionHeader(int sessionId, long connectionId, long msgSeqNum, long previousPosition) {}
