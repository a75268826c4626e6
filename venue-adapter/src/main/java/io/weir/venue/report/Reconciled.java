package io.weir.venue.report;

/**
 * The end of what {@link io.weir.venue.VenueAdapter#tryReconcile} asked for.
 *
 * @param complete false: something could not be asked; the agent reconciles again before it sends.
 * @param text what could not, for ops.
 */
public record Reconciled(boolean complete, String text) implements VenueReport {
    @Override
    public void to(final VenueReportHandler handler) {
        handler.onReconciled(this);
    }
}
