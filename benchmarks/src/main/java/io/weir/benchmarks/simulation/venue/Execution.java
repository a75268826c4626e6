package io.weir.benchmarks.simulation.venue;

import io.weir.protocol.decimal.Decimal;
import io.weir.venue.report.Fill;

/**
 * What the matching engine has traded of an order of ours.
 *
 * @param venue        name of the exchange.
 * @param childOrderId our id of the order.
 * @param report       as it is told, with the venue's id of the execution.
 */
public record Execution(String venue, long childOrderId, Fill report) {
    /** {@return LastQty(32) at the scale of quantities here} */
    public long lastQty() {
        return report.lastQty().mantissa();
    }

    /** {@return LastPx(31) at the scale of prices here} */
    public long lastPx() {
        return report.lastPx().mantissa();
    }

    /** {@return what the venue took, at its own scale} */
    public Decimal commission() {
        return report.commission();
    }
}
