package io.weir.venue.report;

import io.weir.protocol.decimal.Decimal;

/**
 * The answer to a question for one order. The fills that make up cumQty were handed on before; an adapter that has not got
 * them all yet answers COULD_NOT_ASK.
 *
 * @param venueClOrdId ClOrdID that was asked for.
 * @param presence what the venue knows.
 * @param venueOrderId the venue's own id, "" if not known.
 * @param cumQty what the venue has traded of it in all, ABSENT if it does not say or does not know the order.
 * @param text the venue's own words.
 */
public record QueryAnswered(String venueClOrdId, Presence presence, String venueOrderId, Decimal cumQty, String text)
        implements VenueReport {
    @Override
    public void to(final VenueReportHandler handler) {
        handler.onQueryAnswered(this);
    }
}
