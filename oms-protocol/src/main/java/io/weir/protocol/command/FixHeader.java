package io.weir.protocol.command;

/**
 * What the core needs of the header of a client's FIX message.
 *
 * @param connectionId the connection it came by ({@link io.weir.protocol.ConnectionId}).
 * @param msgSeqNum    MsgSeqNum(34), 1 and more.
 * @param possDup      PossDupFlag(43) is Y.
 * @param possResend   PossResend(97) is Y.
 * @param receivedNs   the acceptor's clock when it read the message, ns since 1970 UTC.
 */
public record FixHeader(long connectionId, long msgSeqNum, boolean possDup, boolean possResend, long receivedNs) {}
