package io.weir.protocol.command;

/** A client's FIX message: it has a number, and the core takes, holds or refuses it by that. */
public sealed interface FixInbound extends Command
        permits LogonReceived,
                LogoutReceived,
                HeartbeatReceived,
                TestRequestReceived,
                ResendRequestReceived,
                SequenceResetReceived,
                RejectReceived,
                InvalidReceived,
                NewOrderSingle,
                OrderCancelRequest,
                OrderCancelReplaceRequest,
                OrderStatusRequest {
    /** {@return the header of the FIX message} */
    FixHeader fix();
}
