package io.weir.protocol.command;

/**
 * A client's Heartbeat(0).
 *
 * @param fix header of the FIX message.
 * @param testReqId TestReqID(112) or "".
 */
public record HeartbeatReceived(FixHeader fix, String testReqId) implements FixInbound {
    @Override
    public void to(final CommandHandler handler) {
        handler.onHeartbeatReceived(this);
    }
}
