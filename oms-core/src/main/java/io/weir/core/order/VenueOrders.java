package io.weir.core.order;

import io.weir.core.Outbox;
import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import io.weir.core.time.CoreClock;
import io.weir.protocol.VenueClOrdIds;
import io.weir.protocol.event.VenueCancelRequested;
import io.weir.protocol.event.VenueOrderOpen;
import io.weir.protocol.event.VenueOrderRequested;
import io.weir.protocol.event.VenueReplaceRequested;
import io.weir.protocol.event.VenueStandingTold;

/** Says to venue edges what they are to do with child orders, and names these at venues. */
final class VenueOrders implements Snapshotable {
    private static final long SECOND_NS = 1_000_000_000L;

    private final Outbox outbox;
    private final CoreClock clock;
    private final StringBuilder text = new StringBuilder();
    private String prefix = "";

    VenueOrders(final Outbox outbox, final CoreClock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** {@return what every ClOrdID of ours at venues begins with: fixed when the first one is needed, by the log's time} */
    String prefix() {
        if (prefix.isEmpty()) {
            prefix = VenueClOrdIds.prefix(clock.wallNs() / SECOND_NS);
        }
        return prefix;
    }

    void sayRequested(final ChildOrder child, final boolean again) {
        outbox.say(new VenueOrderRequested(
                child.venue().venueId(),
                child.childOrderId,
                clOrdId(child, 0),
                child.order.orderId,
                child.order.account().name(),
                child.listing.instrument().symbol(),
                child.listing.instrument().priceScale(),
                child.listing.instrument().qtyScale(),
                child.order.side(),
                child.ordType(),
                child.timeInForce(),
                child.qty,
                child.venuePrice(),
                again));
    }

    void sayReplace(final ChildOrder child, final boolean again) {
        outbox.say(new VenueReplaceRequested(
                child.venue().venueId(),
                child.childOrderId,
                child.replace.revision,
                clOrdId(child, child.replace.revision),
                clOrdId(child, child.revision),
                child.venueOrderId,
                child.order.orderId,
                child.order.account().name(),
                child.listing.instrument().symbol(),
                child.listing.instrument().priceScale(),
                child.listing.instrument().qtyScale(),
                child.order.side(),
                child.ordType(),
                child.timeInForce(),
                child.replace.newQty,
                child.replace.newPrice,
                again));
    }

    /** Asks to cancel, once more if it was asked before. */
    void sayCancel(final ChildOrder child) {
        child.cancelRequested = true;
        child.cancelAttempts++;
        outbox.say(new VenueCancelRequested(
                child.venue().venueId(),
                child.childOrderId,
                child.cancelAttempts,
                clOrdId(child, child.revision),
                child.venueOrderId,
                child.listing.instrument().symbol(),
                child.order.side(),
                child.listing.instrument().qtyScale(),
                child.qty));
    }

    /** Tells a new start of the edge how one child order stands. */
    void sayStanding(final ChildOrder child) {
        if (child.acknowledged) {
            sayOpen(child);
        } else {
            sayRequested(child, true);
        }
        if (child.replace != null && child.replace.isAsked()) {
            sayReplace(child, true);
        }
    }

    private void sayOpen(final ChildOrder child) {
        outbox.say(new VenueOrderOpen(
                child.venue().venueId(),
                child.childOrderId,
                clOrdId(child, child.revision),
                child.venueOrderId,
                child.order.orderId,
                child.order.account().name(),
                child.listing.instrument().symbol(),
                child.listing.instrument().priceScale(),
                child.listing.instrument().qtyScale(),
                child.order.side(),
                child.ordType(),
                child.timeInForce(),
                child.qty,
                child.venuePrice(),
                child.cumQty));
    }

    void sayStandingTold(final int venueId, final int epoch) {
        outbox.say(new VenueStandingTold(venueId, epoch, prefix()));
    }

    private String clOrdId(final ChildOrder child, final int revision) {
        text.setLength(0);
        VenueClOrdIds.append(text, prefix(), child.childOrderId, revision);
        return text.toString();
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.putText(prefix);
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        prefix = snapshot.getText();
    }
}
