package io.weir.rest.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.command.VenueState;
import io.weir.venue.contract.ReportRecorder;
import io.weir.venue.report.ConnectionChanged;
import io.weir.venue.report.OrderAccepted;
import io.weir.venue.report.VenueReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportOutletTest {
    private final ReportRecorder recorder = new ReportRecorder();
    private int wakes;
    private int clears;
    private final ReportOutlet outlet = new ReportOutlet(4, () -> wakes++, () -> clears++);

    @Test
    void shouldBeUsableOnlyOnceTheAgentHasSeenTheConnection() {
        assertFalse(outlet.isUsable());
        outlet.say(up());
        assertFalse(outlet.isUsable());
        assertFalse(outlet.isConnectedSeen());
        poll(1);
        assertTrue(outlet.isUsable());
        assertTrue(outlet.isConnectedSeen());
    }

    @Test
    void shouldNotBeUsableFromTheMomentTheConnectionIsLost() {
        outlet.say(up());
        poll(1);
        outlet.say(down());
        assertFalse(outlet.isUsable());
        assertTrue(outlet.isConnectedSeen(), "the agent has not been told yet");
        poll(1);
        assertFalse(outlet.isConnectedSeen());
    }

    @Test
    void shouldNotBeUsableOnANewConnectionThatTheAgentHasNotSeen() {
        outlet.say(up());
        poll(1);
        outlet.say(down());
        outlet.say(up());
        poll(1);
        assertFalse(outlet.isUsable());
        poll(1);
        assertTrue(outlet.isUsable());
    }

    @Test
    void shouldNumberConnectionsNotTheirWords() {
        outlet.say(up());
        final long first = outlet.connection();
        outlet.say(new ConnectionChanged(VenueState.SUSPENDED, "BREAK"));
        assertEquals(first, outlet.connection());
        outlet.say(down());
        outlet.say(up());
        assertNotEquals(first, outlet.connection());
    }

    @Test
    void shouldHoldWhatTheQueueDoesNotTakeAndLoseNothing() {
        final List<VenueReport> said = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            final VenueReport report = new OrderAccepted("C" + i, "");
            said.add(report);
            outlet.say(report);
        }
        assertTrue(outlet.isClogged());
        while (recorder.all().size() < said.size()) {
            poll(3);
            if (wakes > 0) {
                wakes = 0;
                outlet.drain();
            }
        }
        assertEquals(said, recorder.all());
        assertFalse(outlet.isClogged());
        assertEquals(1, clears);
    }

    private void poll(final int limit) {
        outlet.poll(recorder, limit);
    }

    private static ConnectionChanged up() {
        return new ConnectionChanged(VenueState.UP, "");
    }

    private static ConnectionChanged down() {
        return new ConnectionChanged(VenueState.DOWN, "lost");
    }
}
