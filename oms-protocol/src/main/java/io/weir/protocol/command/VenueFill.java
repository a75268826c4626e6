package io.weir.protocol.command;

import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.fix.Side;

/**
 * The venue has traded. One that was said before (by {@code venueExecId}) changes nothing.
 *
 * @param venueId the venue, as {@code EdgeStarted} told its edge.
 * @param childOrderId 0 if the venue names an order that is not ours.
 * @param venueClOrdId ClOrdID at the venue.
 * @param venueExecId unique per venue and symbol.
 * @param symbol ours.
 * @param side Side(54).
 * @param lastQty LastQty(32).
 * @param lastPx LastPx(31).
 * @param commission what the venue took, positive; ZERO if nothing.
 * @param commCurrency asset of the commission, "" if none.
 * @param tradeTimeNs the venue's time, ns since 1970 UTC.
 */
public record VenueFill(
        int venueId,
        long childOrderId,
        String venueClOrdId,
        String venueExecId,
        String symbol,
        Side side,
        Decimal lastQty,
        Decimal lastPx,
        Decimal commission,
        String commCurrency,
        long tradeTimeNs)
        implements Command {
    @Override
    public void to(final CommandHandler handler) {
        handler.onVenueFill(this);
    }
}
