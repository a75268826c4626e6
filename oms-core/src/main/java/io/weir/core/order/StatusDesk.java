package io.weir.core.order;

import io.weir.core.time.CoreClock;
import io.weir.protocol.command.OrderStatusRequest;
import io.weir.protocol.event.OrderState;
import io.weir.protocol.fix.OrdRejReason;
import io.weir.protocol.fix.OrdStatus;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.TimeInForce;

/** Answers how an order stands. */
final class StatusDesk {
    private final CoreClock clock;
    private final Orders orders;
    private final Reports reports;

    StatusDesk(final CoreClock clock, final Orders orders, final Reports reports) {
        this.clock = clock;
        this.orders = orders;
        this.reports = reports;
    }

    void onOrderStatusRequest(final int sessionId, final OrderStatusRequest request) {
        final Keyed known = orders.find(sessionId, request.clOrdId(), clock.wallNs());
        if (known != null) {
            final Order order = known.order();
            reports.sayStatus(sessionId, order.toState(order.clOrdId), OrdRejReason.NONE, request.ordStatusReqId(), "");
        } else {
            reports.sayStatus(
                    sessionId,
                    unknown(request),
                    OrdRejReason.UNKNOWN_ORDER,
                    request.ordStatusReqId(),
                    "ClOrdID(11) " + request.clOrdId() + " is not known");
        }
    }

    /** Nothing is known of it but what the request says: no OrdType, no TimeInForce. */
    private static OrderState unknown(final OrderStatusRequest request) {
        return new OrderState(
                0,
                request.clOrdId(),
                "",
                request.symbol(),
                0,
                0,
                request.side(),
                OrdType.UNSUPPORTED,
                TimeInForce.UNSUPPORTED,
                OrdStatus.REJECTED,
                0,
                OrderState.NO_PRICE,
                0,
                0,
                0);
    }
}
