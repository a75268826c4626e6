package io.weir.protocol.event;

/** An event of a client's FIX session: a message to write, or the order to write some again. */
public sealed interface SessionEvent extends Event
        permits LogonSent,
                LogoutSent,
                HeartbeatSent,
                TestRequestSent,
                ResendRequestSent,
                RejectSent,
                BusinessMessageReject,
                ExecutionReport,
                OrderCancelReject,
                Resend {
    /** {@return the session, its number, its connection} */
    SessionHeader session();
}
