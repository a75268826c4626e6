package io.weir.venue.agent;

import static io.weir.venue.agent.Story.VENUE_ID;
import static io.weir.venue.agent.Story.answer;
import static io.weir.venue.agent.Story.cancel;
import static io.weir.venue.agent.Story.clOrdId;
import static io.weir.venue.agent.Story.fill;
import static io.weir.venue.agent.Story.open;
import static io.weir.venue.agent.Story.order;
import static io.weir.venue.agent.Story.qty;
import static io.weir.venue.agent.Story.replace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.command.Command;
import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueFill;
import io.weir.protocol.command.VenueOrderAccepted;
import io.weir.protocol.command.VenueOrderClosed;
import io.weir.protocol.command.VenueOrderInDoubt;
import io.weir.protocol.command.VenueOrderRejected;
import io.weir.protocol.command.VenueOrderReplaced;
import io.weir.protocol.command.VenueRejectReason;
import io.weir.protocol.command.VenueReplaceRejected;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.Event;
import io.weir.venue.log.SendLog;
import io.weir.venue.report.ConnectionChanged;
import io.weir.venue.report.NeverReceived;
import io.weir.venue.report.OrderAccepted;
import io.weir.venue.report.Presence;
import io.weir.venue.report.Reconciled;
import io.weir.venue.report.SendUnanswered;
import io.weir.venue.request.VenueCancel;
import io.weir.venue.request.VenueOrder;
import io.weir.venue.request.VenueQuery;
import io.weir.venue.request.VenueReplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unknown is a state: how it begins, how long it lasts, what ends it, and what a restart makes of it. */
final class DoubtTest {
    @TempDir
    Path directory;

    @Test
    void shouldBeInDoubtWhenNoAnswerComesAndAsk() throws IOException {
        try (Story story = Story.up(directory)) {
            story.event(order(1));
            story.adapter.takeRequests();
            story.passMs(1_990);
            assertEquals(List.of(), story.takeCommands());
            story.passMs(20);
            assertEquals(List.of(new VenueOrderInDoubt(VENUE_ID, 1, "no answer in 2000 ms")), story.takeCommands());
            assertEquals(List.of(clOrdId(1)), story.takeQueries());
        }
    }

    @Test
    void shouldBeInDoubtAtOnceWhenTheVenuesAnswerProvesNothing() throws IOException {
        try (Story story = Story.up(directory)) {
            story.event(order(1));
            story.report(new SendUnanswered(clOrdId(1), "HTTP 503"));
            assertEquals(List.of(new VenueOrderInDoubt(VENUE_ID, 1, "HTTP 503")), story.takeCommands());
        }
    }

    @Test
    void shouldAcceptWhatTheVenueHas() throws IOException {
        try (Story story = doubtful(directory)) {
            story.report(answer(clOrdId(1), Presence.OPEN, "0"));
            assertEquals(List.of(new VenueOrderAccepted(VENUE_ID, 1, "V")), story.takeCommands());
            assertQuiet(story);
        }
    }

    @ParameterizedTest
    @CsvSource({"CANCELED, CANCELED", "EXPIRED, EXPIRED", "FILLED, FILLED"})
    void shouldCloseWhatTheVenueHasClosed(final Presence presence, final VenueClosedAs closedAs) throws IOException {
        try (Story story = doubtful(directory)) {
            story.report(answer(clOrdId(1), presence, "1"));
            assertEquals(
                    List.of(new VenueOrderClosed(VENUE_ID, 1, closedAs, qty("1"), presence.name())),
                    story.takeCommands());
            assertQuiet(story);
        }
    }

    @Test
    void shouldRejectWhatTheVenueHadRefused() throws IOException {
        try (Story story = doubtful(directory)) {
            story.report(answer(clOrdId(1), Presence.REFUSED, ""));
            assertEquals(
                    List.of(new VenueOrderRejected(VENUE_ID, 1, VenueRejectReason.REFUSED, "REFUSED")),
                    story.takeCommands());
        }
    }

    @Test
    void shouldBelieveAbsentOnlyOfAQuestionPutAfterTheVisibilityWindow() throws IOException {
        try (Story story = doubtful(directory)) {
            // the order left about 2 s ago; the window is 5 s
            story.report(answer(clOrdId(1), Presence.ABSENT, ""));
            assertEquals(List.of(), story.takeCommands(), "asked too early");
            int asked = 0;
            for (int i = 0; i < 290; i++) {
                story.passMs(10);
                for (final String id : story.takeQueries()) {
                    asked++;
                    story.report(answer(id, Presence.ABSENT, ""));
                }
            }
            assertEquals(List.of(), story.takeCommands(), "still within the window");
            assertTrue(asked >= 2);
            for (int i = 0; i < 300 && story.agent.counters().doubtsResolved.get() == 0; i++) {
                story.passMs(10);
                for (final String id : story.takeQueries()) {
                    story.report(answer(id, Presence.ABSENT, ""));
                }
            }
            assertEquals(
                    List.of(new VenueOrderRejected(
                            VENUE_ID, 1, VenueRejectReason.ABSENT, "not known to the venue: ABSENT")),
                    story.takeCommands());
            assertQuiet(story);
        }
    }

    @Test
    void shouldNotBelieveALateAnswerToAnEarlyQuestion() throws IOException {
        try (Story story = doubtful(directory)) {
            story.passMs(6_000);
            assertTrue(story.takeQueries().size() >= 2, "asked again after the window");
            story.report(answer(clOrdId(1), Presence.ABSENT, ""));
            assertEquals(List.of(), story.takeCommands(), "this one may answer the first, early question");
        }
    }

    @Test
    void shouldAskOnAndOnLessAndLessOftenWhileItCannotAsk() throws IOException {
        try (Story story = doubtful(directory)) {
            int asked = 0;
            for (int i = 0; i < 6_000; i++) {
                story.passMs(10);
                for (final String id : story.takeQueries()) {
                    asked++;
                    story.report(answer(id, Presence.COULD_NOT_ASK, ""));
                }
            }
            assertEquals(List.of(), story.takeCommands(), "nothing is known after a minute, so nothing is said");
            assertTrue(asked >= 7 && asked <= 20, "asked " + asked + " times");
        }
    }

    @Test
    void shouldConfirmOnceWhatTheTransportProvesNeverToHaveArrived() throws IOException {
        try (Story story = doubtful(directory)) {
            story.takeQueries();
            story.report(new NeverReceived(clOrdId(1), "gap fill"));
            story.passMs(10);
            assertEquals(List.of(clOrdId(1)), story.takeQueries());
            story.report(answer(clOrdId(1), Presence.ABSENT, ""));
            story.report(answer(clOrdId(1), Presence.ABSENT, ""));
            assertEquals(
                    List.of(new VenueOrderRejected(
                            VENUE_ID, 1, VenueRejectReason.NOT_SENT, "never received by the venue")),
                    story.takeCommands());
        }
    }

    @Test
    void shouldCancelAnOrderInDoubtAndKeepAskingWhenTheVenueDoesNotKnowIt() throws IOException {
        try (Story story = doubtful(directory)) {
            story.event(cancel(1, 1));
            assertTrue(story.adapter.takeRequests().stream().anyMatch(VenueCancel.class::isInstance));
            story.report(new io.weir.venue.report.CancelRefused(clOrdId(1), true, "unknown"));
            assertEquals(List.of(), story.takeCommands(), "the order may still come up");
            story.report(answer(clOrdId(1), Presence.CANCELED, "0"));
            assertEquals(
                    List.of(new VenueOrderClosed(VENUE_ID, 1, VenueClosedAs.CANCELED, qty("0"), "CANCELED")),
                    story.takeCommands());
        }
    }

    @Test
    void shouldResolveAReplaceInDoubtByItsOwnId() throws IOException {
        try (Story story = Story.up(directory, open(1, 0), replace(1, 1, false))) {
            story.report(answer(clOrdId(1), Presence.OPEN, "0"));
            story.takeCommands();
            story.passMs(2_100);
            assertEquals(List.of(new VenueOrderInDoubt(VENUE_ID, 1, "no answer in 2000 ms")), story.takeCommands());
            assertTrue(story.takeQueries().contains("W1-1-1"));
            story.report(answer("W1-1-1", Presence.OPEN, "0"));
            assertEquals(List.of(new VenueOrderReplaced(VENUE_ID, 1, 1, "V")), story.takeCommands());
        }
    }

    @Test
    void shouldLookAtTheOrderTooWhenItsReplaceIsAbsent() throws IOException {
        try (Story story = Story.up(directory, open(1, 0), replace(1, 1, false))) {
            story.report(answer(clOrdId(1), Presence.OPEN, "0"));
            story.report(new NeverReceived("W1-1-1", "gap fill"));
            story.passMs(10);
            story.takeQueries();
            story.takeCommands();
            story.report(answer("W1-1-1", Presence.ABSENT, ""));
            assertEquals(
                    List.of(new VenueReplaceRejected(VENUE_ID, 1, 1, "not known to the venue")), story.takeCommands());
            assertEquals(List.of(clOrdId(1)), story.takeQueries());
        }
    }

    @Test
    void shouldAskForWhatWasSentAndSendWhatWasNotAfterARestart() throws IOException {
        try (Story first = Story.up(directory)) {
            first.event(order(1));
            first.adapter.throttled = true;
            first.adapter.sendable = 0;
            first.event(order(2));
        }
        try (Story second = new Story(directory)) {
            second.start(order(1, true), order(2, true));
            assertEquals(
                    List.of(new VenueOrderInDoubt(VENUE_ID, 1, "was on its way when the edge stopped")),
                    second.takeCommands());
            second.connect();
            final List<Object> requests = second.adapter.takeRequests();
            assertEquals(List.of(2L), sentIds(requests));
            assertTrue(requests.stream()
                    .anyMatch(request -> request instanceof VenueQuery
                            && ((VenueQuery) request).venueClOrdId().equals(clOrdId(1))));
        }
    }

    @Test
    void shouldAskForAReplaceThatWasSentAndSendOneThatWasNotAfterARestart() throws IOException {
        try (Story first = Story.up(directory, open(1, 0), open(2, 0))) {
            first.event(replace(1, 1, false));
            assertTrue(first.adapter.takeRequests().stream().anyMatch(VenueReplace.class::isInstance));
        }
        try (Story second = new Story(directory)) {
            second.start(open(1, 0), replace(1, 1, true), open(2, 0), replace(2, 1, true));
            assertEquals(
                    List.of(new VenueOrderInDoubt(VENUE_ID, 1, "replace was on its way when the edge stopped")),
                    second.takeCommands());
            second.connect();
            assertEquals(
                    List.of("W1-2-1"),
                    second.adapter.takeRequests().stream()
                            .filter(VenueReplace.class::isInstance)
                            .map(request -> ((VenueReplace) request).venueClOrdId())
                            .toList());
        }
    }

    @Test
    void shouldAskForAnOrderWhoseAnswerTheLogNeverTook() throws IOException {
        try (Story first = Story.up(directory)) {
            first.port.acknowledges = false;
            first.event(order(1));
            first.report(new OrderAccepted(clOrdId(1), "V1"));
        }
        try (Story second = new Story(directory)) {
            second.start(order(1, true));
            assertEquals(1, second.takeCommands().size(), "in doubt: it was sent");
        }
    }

    @Test
    void shouldForgetIntentsThatTheCoreNoLongerAsksFor() throws IOException {
        try (Story first = Story.up(directory)) {
            first.port.acknowledges = false;
            first.event(order(1));
            first.event(order(2));
        }
        try (Story second = new Story(directory)) {
            second.start(order(2, true));
        }
        try (SendLog log = SendLog.open(directory, false)) {
            assertFalse(log.mayHaveLeft(1, 0));
            assertTrue(log.mayHaveLeft(2, 0));
        }
    }

    @Test
    void shouldDoubtAllThatIsSaidAgainAfterAPowerLoss() throws IOException {
        try (Story story = new Story(directory, Story.CONFIG, true)) {
            story.start(order(1, true));
            story.connect();
            assertEquals(List.of(), sentIds(story.adapter.takeRequests()));
            assertTrue(story.takeCommands().get(0) instanceof VenueOrderInDoubt);
        }
    }

    @Test
    void shouldHaveTheIntentOnFileBeforeAnythingLeaves() throws IOException {
        try (Story story = Story.up(directory)) {
            final List<Boolean> seen = new ArrayList<>();
            story.adapter.onTry = () -> {
                try (SendLog log = SendLog.open(directory, false)) {
                    seen.add(log.mayHaveLeft(1, 0));
                } catch (final IOException e) {
                    throw new IllegalStateException(e);
                }
            };
            story.event(order(1));
            assertEquals(List.of(true), seen);
        }
    }

    @Test
    void shouldHaveTheIntentOnTheDiskBeforeAnythingLeaves(@TempDir final Path afterPowerCut) throws IOException {
        try (Story story = Story.forced(directory)) {
            story.start();
            story.connect();
            final List<Boolean> seen = new ArrayList<>();
            story.adapter.onTry = () -> {
                try {
                    final byte[] kept = Arrays.copyOf(Files.readAllBytes(directory.resolve(SendLog.FILE_NAME)), (int)
                            story.sendLog.forcedLength());
                    Files.write(afterPowerCut.resolve(SendLog.FILE_NAME), kept);
                    try (SendLog log = SendLog.open(afterPowerCut, false)) {
                        seen.add(log.mayHaveLeft(1, 0));
                        seen.add(log.mayHaveLeft(2, 0));
                    }
                } catch (final IOException e) {
                    throw new IllegalStateException(e);
                }
            };
            story.event(order(1));
            assertEquals(List.of(true, false), seen);
            story.event(order(2));
            assertEquals(List.of(true, false, true, true), seen);
        }
    }

    @Test
    void shouldReconcileAfterEachReconnectAndAskForWhatTheVenueDidNotSpeakOf() throws IOException {
        try (Story story = Story.up(directory, open(1, 0), open(2, 400_000), open(3, 0))) {
            story.adapter.takeRequests();
            story.report(new ConnectionChanged(VenueState.DOWN, "socket closed"));
            story.event(order(4));
            assertEquals(List.of(), story.adapter.takeRequests());
            story.report(new ConnectionChanged(VenueState.UP, ""));
            final List<?> asked = (List<?>) story.adapter.takeRequests().get(0);
            assertEquals(3, asked.size());
            assertEquals(
                    qty("0.4").toString() + "00000",
                    ((VenueQuery) asked.get(1)).cumQty().toString());

            story.report(answer(clOrdId(1), Presence.OPEN, "0"));
            story.report(fill(2, "E9", "0.6", "1"));
            assertEquals(1, fills(story.takeCommands()), "a missed fill is said as if it had come live");
            assertEquals(List.of(), sentIds(story.adapter.takeRequests()), "not before it is reconciled");
            story.report(new Reconciled(true, ""));
            final List<Object> requests = story.adapter.takeRequests();
            assertEquals(List.of(4L), sentIds(requests));
            assertTrue(requests.stream()
                    .anyMatch(request -> request instanceof VenueQuery
                            && ((VenueQuery) request).venueClOrdId().equals(clOrdId(3))));
        }
    }

    @Test
    void shouldReconcileAgainWhenSomethingCouldNotBeAsked() throws IOException {
        try (Story story = new Story(directory)) {
            story.start();
            story.report(new ConnectionChanged(VenueState.UP, ""));
            story.adapter.takeRequests();
            story.report(new Reconciled(false, "HTTP 500"));
            assertEquals(VenueState.DOWN, story.agent.state());
            assertEquals(List.of(), story.adapter.takeRequests());
            story.passMs(510);
            assertEquals(1, story.adapter.takeRequests().size());
            story.report(new Reconciled(true, ""));
            assertEquals(VenueState.UP, story.agent.state());
        }
    }

    @Test
    void shouldCloseAnAcceptedOrderThatTheVenueNoLongerKnows() throws IOException {
        try (Story story = Story.up(directory, open(1, 0))) {
            for (int i = 0; i < 900 && story.agent.counters().followed.get() > 0; i++) {
                for (final String id : story.takeQueries()) {
                    story.report(answer(id, Presence.ABSENT, ""));
                }
                story.passMs(10);
            }
            assertEquals(
                    List.of(new VenueOrderClosed(
                            VENUE_ID, 1, VenueClosedAs.CANCELED, Decimal.ABSENT, "no longer known to the venue")),
                    story.takeCommands());
        }
    }

    @Test
    void shouldBecomeDegradedWhenSendsStayUnanswered() throws IOException {
        try (Story story = Story.up(directory)) {
            for (int i = 1; i <= 10; i++) {
                final Event next = order(i);
                story.event(next);
                story.report(new SendUnanswered(clOrdId(i), "HTTP 503"));
            }
            assertEquals(VenueState.DEGRADED, story.agent.state());
        }
    }

    private static Story doubtful(final Path directory) throws IOException {
        final Story story = Story.up(directory);
        story.event(order(1));
        story.passMs(2_010);
        assertEquals(1, story.takeCommands().size());
        return story;
    }

    private static void assertQuiet(final Story story) {
        story.takeQueries();
        story.passMs(10_000);
        assertEquals(List.of(), story.adapter.takeRequests());
        assertEquals(List.of(), story.takeCommands());
    }

    private static long fills(final List<Command> commands) {
        return commands.stream().filter(VenueFill.class::isInstance).count();
    }

    private static List<Long> sentIds(final List<Object> requests) {
        return requests.stream()
                .filter(VenueOrder.class::isInstance)
                .map(request -> ((VenueOrder) request).childOrderId())
                .toList();
    }
}
