package io.weir.protocol.event;

/**
 * One execution at a venue.
 *
 * @param lastQty         LastQty(32) at the order's qtyScale.
 * @param lastPx          LastPx(31) at the order's priceScale.
 * @param lastMkt         LastMkt(30): name of the venue.
 * @param childOrderId    our id of the order at the venue.
 * @param venueExecId     the venue's own id of the execution.
 * @param commission      Commission(12), at commissionScale.
 * @param commissionScale digits of the commission.
 * @param commCurrency    CommCurrency(479), "" if none.
 */
public record Trade(
        long lastQty,
        long lastPx,
        String lastMkt,
        long childOrderId,
        String venueExecId,
        long commission,
        int commissionScale,
        String commCurrency) {
    /** Stands in a report that is about no execution. */
    public static final Trade NONE = new Trade(0, 0, "", 0, "", 0, 0, "");

    /** {@return whether this is an execution} */
    public boolean isPresent() {
        return lastQty > 0;
    }
}
