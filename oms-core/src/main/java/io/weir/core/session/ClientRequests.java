package io.weir.core.session;

import io.weir.protocol.command.NewOrderSingle;
import io.weir.protocol.command.OrderCancelReplaceRequest;
import io.weir.protocol.command.OrderCancelRequest;
import io.weir.protocol.command.OrderStatusRequest;

/** Application messages whose numbers are taken, each exactly once and in order. {@code core.order} answers them. */
public interface ClientRequests {
    void onNewOrderSingle(int sessionId, NewOrderSingle request);

    void onOrderCancelRequest(int sessionId, OrderCancelRequest request);

    void onOrderCancelReplaceRequest(int sessionId, OrderCancelReplaceRequest request);

    void onOrderStatusRequest(int sessionId, OrderStatusRequest request);
}
