package io.weir.protocol.event;

/**
 * Our Heartbeat(0).
 *
 * @param session the session, its number, its connection.
 * @param testReqId TestReqID(112) or "".
 */
public record HeartbeatSent(SessionHeader session, String testReqId) implements SessionEvent {
    @Override
    public void to(final EventHandler handler) {
        handler.onHeartbeatSent(this);
    }
}
