package io.weir.venue.agent;

import static io.weir.venue.agent.Story.open;
import static io.weir.venue.agent.Story.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.command.VenueOrderInDoubt;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.VenueHold;
import io.weir.protocol.fix.Side;
import io.weir.venue.log.SendLog;
import io.weir.venue.report.OpenOrderFound;
import io.weir.venue.report.Presence;
import io.weir.venue.report.Reconciled;
import io.weir.venue.request.VenueCancel;
import io.weir.venue.request.VenueOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A venue's edge of a gateway that stands still after a loss of power. */
final class HeldVenueTest {
    private static final VenueHold HELD = new VenueHold(Story.VENUE_ID, true);
    private static final VenueHold GOES_ON = new VenueHold(Story.VENUE_ID, false);
    private static final String LOST_ID = "W1-Z";

    @TempDir
    Path directory;

    private static VenueReview review(final Story story, final boolean cancelUnknown) {
        final CompletableFuture<VenueReview> review = story.agent.review(cancelUnknown);
        story.work();
        return review.join();
    }

    private static OpenOrderFound lost(final String id) {
        return new OpenOrderFound(id, "V9", "BTC-USD", Side.BUY, new Decimal(5, 1), Decimal.ZERO);
    }

    @Test
    void shouldSendNothingNewUntilItGoesOn() throws IOException {
        try (Story story = Story.up(directory, HELD, open(1, 0))) {
            story.adapter.takeRequests();
            story.event(order(2));
            story.event(Story.cancel(1, 1));
            final List<Object> whileHeld = story.adapter.takeRequests();
            assertTrue(whileHeld.stream().noneMatch(VenueOrder.class::isInstance), whileHeld.toString());
            assertTrue(whileHeld.stream().anyMatch(VenueCancel.class::isInstance), "cancels always pass");

            story.event(GOES_ON);
            final List<Object> afterwards = story.adapter.takeRequests();
            assertTrue(afterwards.stream().anyMatch(VenueOrder.class::isInstance), afterwards.toString());
        }
    }

    @Test
    void shouldDoubtWhatHasNoIntentAndRememberThatOnFile() throws IOException {
        try (Story story = Story.up(directory, HELD, order(1, true))) {
            assertTrue(story.adapter.takeRequests().stream().noneMatch(VenueOrder.class::isInstance));
            assertEquals(1, review(story, false).inDoubt());
            assertFalse(review(story, false).isSettled());
        }
        try (SendLog log = SendLog.open(directory, false)) {
            assertTrue(log.mayHaveLeft(1, 0), "a start that is held no longer must not send it");
        }
    }

    @Test
    void shouldBeSettledOnceTheVenueHasAnswered() throws IOException {
        try (Story story = Story.up(directory, HELD, order(1, true))) {
            story.takeCommands();
            story.report(Story.answer(Story.clOrdId(1), Presence.OPEN, "0"));
            final VenueReview review = review(story, false);
            assertTrue(review.isSettled(), review.toString());
            assertEquals(1, review.followed());
        }
    }

    @Test
    void shouldFindOrdersOfOursThatTheCoreDoesNotKnow() throws IOException {
        try (Story story = new Story(directory)) {
            story.start(HELD, open(1, 0));
            story.connectAndFind(lost(LOST_ID), lost("somebody-elses"), lost(Story.clOrdId(1)));
            assertEquals(List.of(lost(LOST_ID)), review(story, false).unknown());
            assertEquals(List.of(), cancels(story), "nothing is canceled unasked");
        }
    }

    @Test
    void shouldCancelThemWhenToldAndLookAgain() throws IOException {
        try (Story story = new Story(directory)) {
            story.start(HELD);
            story.connectAndFind(lost(LOST_ID));
            story.adapter.takeRequests();
            review(story, true);
            story.work();
            final List<Object> asked = story.adapter.takeRequests();
            final VenueCancel cancel = (VenueCancel) asked.get(0);
            assertEquals(LOST_ID, cancel.venueClOrdId());
            assertEquals("V9", cancel.venueOrderId());
            assertEquals(35, cancel.childOrderId());
            assertEquals(List.of(), asked.get(1), "reconciles once more");
            assertFalse(review(story, true).reconciled());
            story.report(new Reconciled(true, ""));
            final VenueReview review = review(story, true);
            assertTrue(review.isSettled());
            assertEquals(List.of(), review.unknown());
        }
    }

    private static List<VenueCancel> cancels(final Story story) {
        return story.adapter.takeRequests().stream()
                .filter(VenueCancel.class::isInstance)
                .map(VenueCancel.class::cast)
                .toList();
    }

    @Test
    void shouldSayThatOrdersAreInDoubt() throws IOException {
        try (Story story = new Story(directory)) {
            story.start(HELD, order(1, true));
            assertTrue(story.takeCommands().stream().anyMatch(VenueOrderInDoubt.class::isInstance));
        }
    }
}
