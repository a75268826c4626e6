package io.weir.venue.report;

import io.weir.protocol.command.VenueRejectReason;

/**
 * The venue has definitely not taken the order: it never lived.
 *
 * @param venueClOrdId ClOrdID at the venue, as the request gave it.
 * @param reason REFUSED, RATE_LIMITED, or NOT_SENT where the bytes surely did not leave.
 * @param text the venue's own words.
 */
public record OrderRefused(String venueClOrdId, VenueRejectReason reason, String text) implements VenueReport {
    @Override
    public void to(final VenueReportHandler handler) {
        handler.onOrderRefused(this);
    }
}
