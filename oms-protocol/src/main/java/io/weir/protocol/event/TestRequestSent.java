package io.weir.protocol.event;

/**
 * Our TestRequest(1).
 *
 * @param session the session, its number, its connection.
 * @param testReqId TestReqID(112).
 */
public record TestRequestSent(SessionHeader session, String testReqId) implements SessionEvent {
    @Override
    public void to(final EventHandler handler) {
        handler.onTestRequestSent(this);
    }
}
