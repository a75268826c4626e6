package io.weir.venue.agent;

import io.weir.protocol.command.VenueState;
import io.weir.venue.report.OpenOrderFound;
import java.util.List;

/**
 * How a venue and its orders stand, for an operator who recovers from a loss of power.
 *
 * @param venue      its name.
 * @param reconciled open orders and missed fills were asked for on the present connection, and answered.
 * @param state      of the venue.
 * @param text       why it is so.
 * @param followed   orders of ours that may be open there.
 * @param inDoubt    orders and replaces of which nobody knows yet what became of them.
 * @param fills      executions heard of since this start.
 * @param unknown    orders open there under ids of ours that the core does not know.
 */
public record VenueReview(
        String venue,
        boolean reconciled,
        VenueState state,
        String text,
        int followed,
        int inDoubt,
        long fills,
        List<OpenOrderFound> unknown) {
    public VenueReview {
        unknown = List.copyOf(unknown);
    }

    /** {@return whether nothing is to be waited for} */
    public boolean isSettled() {
        return reconciled && inDoubt == 0;
    }
}
