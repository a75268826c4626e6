package io.weir.core.session;

import io.weir.protocol.command.FixInbound;
import io.weir.protocol.command.HeartbeatReceived;
import io.weir.protocol.command.InvalidReceived;
import io.weir.protocol.command.LogonReceived;
import io.weir.protocol.command.LogoutReceived;
import io.weir.protocol.command.NewOrderSingle;
import io.weir.protocol.command.OrderCancelReplaceRequest;
import io.weir.protocol.command.OrderCancelRequest;
import io.weir.protocol.command.OrderStatusRequest;
import io.weir.protocol.command.RejectReceived;
import io.weir.protocol.command.ResendRequestReceived;
import io.weir.protocol.command.SequenceResetReceived;
import io.weir.protocol.command.TestRequestReceived;
import java.util.Map;

/** MsgType(35) of what clients send, for RefMsgType(372). */
final class MsgTypes {
    private static final Map<Class<?>, String> BY_CLASS = Map.ofEntries(
            Map.entry(HeartbeatReceived.class, "0"),
            Map.entry(TestRequestReceived.class, "1"),
            Map.entry(ResendRequestReceived.class, "2"),
            Map.entry(RejectReceived.class, "3"),
            Map.entry(SequenceResetReceived.class, "4"),
            Map.entry(LogoutReceived.class, "5"),
            Map.entry(LogonReceived.class, "A"),
            Map.entry(NewOrderSingle.class, "D"),
            Map.entry(OrderCancelRequest.class, "F"),
            Map.entry(OrderCancelReplaceRequest.class, "G"),
            Map.entry(OrderStatusRequest.class, "H"));

    private MsgTypes() {}

    static String of(final FixInbound message) {
        return message instanceof InvalidReceived invalid ? invalid.refMsgType() : BY_CLASS.get(message.getClass());
    }
}
