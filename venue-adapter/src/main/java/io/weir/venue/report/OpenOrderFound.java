package io.weir.venue.report;

import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.fix.Side;

/**
 * A reconciliation has found an order open at the venue that it was not asked for: another's on the same account, or ours
 * from a past that was lost.
 *
 * @param venueClOrdId ClOrdID at the venue, anything.
 * @param venueOrderId the venue's own id, "" if it gives none.
 * @param symbol       ours; the venue's own where it is not among the configured ones.
 * @param side         Side(54).
 * @param orderQty     OrderQty(38), ABSENT if the venue does not say.
 * @param cumQty       what is traded of it, ABSENT if the venue does not say.
 */
public record OpenOrderFound(
        String venueClOrdId, String venueOrderId, String symbol, Side side, Decimal orderQty, Decimal cumQty)
        implements VenueReport {
    @Override
    public void to(final VenueReportHandler handler) {
        handler.onOpenOrderFound(this);
    }
}
