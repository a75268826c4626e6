package io.weir.venue.agent;

import io.weir.protocol.event.EdgeStarted;
import io.weir.protocol.event.EventHandler;
import io.weir.protocol.event.EventHeader;
import io.weir.protocol.event.VenueCancelRequested;
import io.weir.protocol.event.VenueHold;
import io.weir.protocol.event.VenueOrderOpen;
import io.weir.protocol.event.VenueOrderRequested;
import io.weir.protocol.event.VenueReplaceRequested;
import io.weir.protocol.event.VenueStandingTold;

/** Takes what the journal asks of one venue and leaves the rest unread. */
final class RequestReader implements EventHandler {
    private final VenueAgent agent;
    private long lastEventSeq;

    RequestReader(final VenueAgent agent) {
        this.agent = agent;
    }

    @Override
    public boolean onEvent(final EventHeader header) {
        if (header.eventSeq() <= lastEventSeq) {
            return false;
        }
        lastEventSeq = header.eventSeq();
        return true;
    }

    @Override
    public void onEdgeStarted(final EdgeStarted event) {
        agent.onEdgeStarted(event);
    }

    @Override
    public void onVenueOrderRequested(final VenueOrderRequested event) {
        agent.requests().onOrder(event);
    }

    @Override
    public void onVenueOrderOpen(final VenueOrderOpen event) {
        agent.requests().onOpen(event);
    }

    @Override
    public void onVenueCancelRequested(final VenueCancelRequested event) {
        agent.requests().onCancel(event);
    }

    @Override
    public void onVenueReplaceRequested(final VenueReplaceRequested event) {
        agent.requests().onReplace(event);
    }

    @Override
    public void onVenueHold(final VenueHold event) {
        agent.onVenueHold(event);
    }

    @Override
    public void onVenueStandingTold(final VenueStandingTold event) {
        agent.onVenueStandingTold(event);
    }
}
