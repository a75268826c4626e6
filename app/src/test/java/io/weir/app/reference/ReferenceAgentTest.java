package io.weir.app.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.command.Command;
import io.weir.protocol.command.DefineVenue;
import io.weir.protocol.command.KillScope;
import io.weir.protocol.command.SetKillSwitch;
import io.weir.protocol.event.CommandRefused;
import io.weir.protocol.log.PlayedPort;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReferenceAgentTest {
    private static final int EDGE_ID = 1;
    private static final int EPOCH = 4;
    private static final Command KRAKEN = new DefineVenue("KRAKEN", false, 0, 0, 10);
    private static final Command BITSTAMP = new DefineVenue("BITSTAMP", false, 0, 0, 10);
    private static final Command STOP = new SetKillSwitch(KillScope.ALL, "", true, false, "market is mad");
    private static final Command ALLOW = new SetKillSwitch(KillScope.ALL, "", false, false, "calm again");

    private final PlayedPort port = new PlayedPort(EDGE_ID, EPOCH);
    private final ReferenceAgent agent = new ReferenceAgent(port, List.of(KRAKEN, BITSTAMP));

    @BeforeEach
    void takeNothingUnasked() {
        port.acknowledges = false;
    }

    /** The core has refused a command; the journal has the event behind all that the core said before. */
    private void refuse(final int epoch, final long seq, final String text) {
        port.event(EDGE_ID, epoch, seq, new CommandRefused(EDGE_ID, seq, text));
    }

    @Test
    void shouldSayTheReferenceDataAndThenWhatOpsAskFor() {
        final CompletableFuture<String> stop = agent.say(STOP);
        agent.doWork();
        assertEquals(List.of(KRAKEN, BITSTAMP, STOP), port.said());
        assertFalse(agent.isTold());
        port.acknowledgedSeq = 2;
        agent.doWork();
        assertTrue(agent.isTold());
        assertFalse(stop.isDone());
    }

    @Test
    void shouldAnswerWhenTheCoreHasTakenIt() {
        final CompletableFuture<String> stop = agent.say(STOP);
        final CompletableFuture<String> allow = agent.say(ALLOW);
        agent.doWork();
        port.acknowledgedSeq = 3;
        agent.doWork();
        assertEquals("", stop.join());
        assertFalse(allow.isDone());
        port.acknowledgedSeq = 4;
        agent.doWork();
        assertEquals("", allow.join());
    }

    @Test
    void shouldAnswerInTheCoresWordsWhatItRefuses() {
        final CompletableFuture<String> stop = agent.say(STOP);
        final CompletableFuture<String> allow = agent.say(ALLOW);
        agent.doWork();
        refuse(EPOCH, 3, "name 'X' is no VENUE that is defined");
        port.acknowledgedSeq = 4;
        agent.doWork();
        assertEquals("name 'X' is no VENUE that is defined", stop.join());
        assertEquals("", allow.join());
        assertEquals(List.of(), agent.refused(), "the settings were right");
    }

    @Test
    void shouldKeepApartWhatTheCoreRefusesOfTheReferenceData() {
        final CompletableFuture<String> stop = agent.say(STOP);
        agent.doWork();
        refuse(EPOCH, 2, "maxOpenOrders 0 is below 1");
        agent.doWork();
        assertEquals(List.of("maxOpenOrders 0 is below 1"), agent.refused());
        assertTrue(agent.isTold());
        assertFalse(stop.isDone());
    }

    @Test
    void shouldNotTakeARefusalOfAnEarlierProcessForItsOwn() {
        final CompletableFuture<String> stop = agent.say(STOP);
        agent.doWork();
        refuse(EPOCH - 1, 3, "name 'X' is no VENUE that is defined");
        agent.doWork();
        assertFalse(stop.isDone());
        assertEquals(List.of(), agent.refused());
    }

    @Test
    void shouldSayItLaterWhenBackPressured() {
        port.backPressured = true;
        final CompletableFuture<String> stop = agent.say(STOP);
        agent.doWork();
        assertEquals(List.of(), port.said());
        port.backPressured = false;
        agent.doWork();
        assertEquals(List.of(KRAKEN, BITSTAMP, STOP), port.said());
        port.acknowledgedSeq = 3;
        agent.doWork();
        assertEquals("", stop.join());
    }

    @Test
    void shouldBoundWhatWaitsAndTakeMoreWhenItIsAnswered() {
        for (int i = 0; i < ReferenceAgent.MAX_WAITING; i++) {
            assertFalse(agent.say(STOP).isDone());
        }
        assertEquals("64 commands are waiting for the log, the most", failure(agent.say(ALLOW)));
        agent.doWork();
        port.acknowledgedSeq = 3;
        agent.doWork();
        final CompletableFuture<String> allow = agent.say(ALLOW);
        assertFalse(allow.isDone());
        assertTrue(agent.say(ALLOW).isCompletedExceptionally());
    }

    @Test
    void shouldTellThatTheGatewayHasEnded() {
        final CompletableFuture<String> unanswered = agent.say(STOP);
        agent.doWork();
        final CompletableFuture<String> unsaid = agent.say(ALLOW);
        agent.onClose();
        assertTrue(port.closed);
        for (final CompletableFuture<String> answer : List.of(unanswered, unsaid, agent.say(STOP))) {
            assertEquals("the gateway has ended", failure(answer));
        }
        assertEquals(List.of(KRAKEN, BITSTAMP, STOP), port.said());
    }

    private static String failure(final CompletableFuture<String> answer) {
        assertTrue(answer.isDone());
        return assertThrows(ExecutionException.class, answer::get).getCause().getMessage();
    }
}
