package io.weir.venue.report;

import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.fix.Side;

/**
 * The venue has traded. The same one may be reported any number of times, always with the same venueExecId.
 *
 * @param venueClOrdId ClOrdID of the order or of a replace of it; anything, "" too, where the order is not ours.
 * @param venueExecId  unique per venue and symbol.
 * @param symbol       ours; the venue's own where it is not among the configured ones.
 * @param side         Side(54).
 * @param lastQty      LastQty(32).
 * @param lastPx       LastPx(31).
 * @param cumQty       what the venue has traded of the order in all with this one, ABSENT if it does not say.
 * @param commission   what the venue took, positive; ZERO if nothing.
 * @param commCurrency asset of the commission, "" if none.
 * @param tradeTimeNs  the venue's time, ns since 1970 UTC.
 */
public record Fill(
        String venueClOrdId,
        String venueExecId,
        String symbol,
        Side side,
        Decimal lastQty,
        Decimal lastPx,
        Decimal cumQty,
        Decimal commission,
        String commCurrency,
        long tradeTimeNs)
        implements VenueReport {
    @Override
    public void to(final VenueReportHandler handler) {
        handler.onFill(this);
    }
}
