package io.weir.rest.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.command.VenueState;
import io.weir.venue.contract.ReportRecorder;
import io.weir.venue.report.ConnectionChanged;
import io.weir.venue.report.OrderAccepted;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static final int MAX_RUNNING = 4;

    private final List<String> happened = new ArrayList<>();
    private final ArrayDeque<Runnable> running = new ArrayDeque<>();
    private final ArrayDeque<Runnable> loop = new ArrayDeque<>();
    private final ReportOutlet outlet = new ReportOutlet(2, () -> {}, () -> {});
    private boolean up = true;
    private final Lanes lanes = new Lanes(MAX_RUNNING, loop::add, outlet, () -> up);

    @Test
    void shouldLetUrgentJobsOvertakeOrders() {
        lanes.offerOrder(job("order-1"));
        lanes.offerUrgent(job("cancel-1"));
        runLoop();
        assertEquals(List.of("start cancel-1", "start order-1"), happened);
    }

    @Test
    void shouldKeepOneInFourFreeOfOrders() {
        for (int i = 1; i <= MAX_RUNNING; i++) {
            lanes.offerOrder(job("order-" + i));
        }
        runLoop();
        assertEquals(3, running.size());
        lanes.offerUrgent(job("query-1"));
        runLoop();
        assertEquals(4, running.size());
        lanes.offerUrgent(job("query-2"));
        runLoop();
        assertEquals(4, running.size());
        running.poll().run();
        assertEquals("start query-2", happened.get(happened.size() - 1));
    }

    @Test
    void shouldTakeNoMoreThanFit() {
        int taken = 0;
        while (lanes.offerOrder(job("order"))) {
            taken++;
        }
        assertEquals(2 * MAX_RUNNING, taken);
        assertEquals(0, lanes.roomForOrders());
    }

    @Test
    void shouldDropWhatWaitsWhenTheConnectionIsGone() {
        lanes.offerOrder(job("order-1"));
        up = false;
        runLoop();
        assertEquals(List.of("drop order-1"), happened);
    }

    @Test
    void shouldDropWhatWasMeantForAnEarlierConnection() {
        outlet.say(new ConnectionChanged(VenueState.UP, ""));
        outlet.poll(new ReportRecorder(), 1);
        lanes.offerOrder(job("order-1"));
        outlet.say(new ConnectionChanged(VenueState.DOWN, ""));
        outlet.say(new ConnectionChanged(VenueState.UP, ""));
        runLoop();
        assertEquals(List.of("drop order-1"), happened);
    }

    @Test
    void shouldBeginNothingWhileReportsCannotLeave() {
        lanes.offerOrder(job("order-1"));
        for (int i = 0; i < 3; i++) {
            outlet.say(new OrderAccepted("C" + i, ""));
        }
        runLoop();
        assertTrue(happened.isEmpty());
        assertFalse(lanes.offerOrder(job("order-2")));
        assertFalse(lanes.offerUrgent(job("cancel-1")));
        outlet.poll(new ReportRecorder(), 2);
        outlet.drain();
        lanes.pump();
        assertEquals(List.of("start order-1"), happened);
    }

    @Test
    void shouldBeginJobsThatEndAtOnceWithoutGrowingTheStack() {
        final int many = 100_000;
        for (int i = 0; i < many; i++) {
            lanes.follow(new Job() {
                @Override
                public void start(final Runnable done) {
                    happened.add("");
                    done.run();
                }

                @Override
                public void drop(final String why) {
                    throw new AssertionError(why);
                }
            });
        }
        lanes.pump();
        assertEquals(many, happened.size());
        assertEquals(0, lanes.running());
    }

    @Test
    void shouldThrowWhenAJobEndsTwice() {
        lanes.offerOrder(job("order-1"));
        runLoop();
        final Runnable done = running.poll();
        done.run();
        assertThrows(IllegalStateException.class, done::run);
    }

    private Job job(final String name) {
        return new Job() {
            @Override
            public void start(final Runnable done) {
                happened.add("start " + name);
                running.add(done);
            }

            @Override
            public void drop(final String why) {
                happened.add("drop " + name);
            }
        };
    }

    private void runLoop() {
        while (!loop.isEmpty()) {
            loop.poll().run();
        }
    }
}
