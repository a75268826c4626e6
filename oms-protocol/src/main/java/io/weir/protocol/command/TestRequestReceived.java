package io.weir.protocol.command;

/**
 * A client's TestRequest(1).
 *
 * @param fix header of the FIX message.
 * @param testReqId TestReqID(112).
 */
public record TestRequestReceived(FixHeader fix, String testReqId) implements FixInbound {
    @Override
    public void to(final CommandHandler handler) {
        handler.onTestRequestReceived(this);
    }
}
