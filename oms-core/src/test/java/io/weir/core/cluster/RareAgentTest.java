package io.weir.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentInvoker;
import org.junit.jupiter.api.Test;

final class RareAgentTest {
    private static final int WORK = 3;

    private long nowNs = -50;
    private int turns;

    @Test
    void shouldWorkTheOtherOnceInAWhileHoweverOftenItIsWorked() {
        final AgentInvoker often = new AgentInvoker(error -> {}, null, new Agent() {
            @Override
            public int doWork() {
                turns++;
                return WORK;
            }

            @Override
            public String roleName() {
                return "often";
            }
        });
        often.start();
        final RareAgent rare = new RareAgent(often, 100, () -> nowNs);

        assertEquals(WORK, rare.doWork(), "the first turn waits for nothing");
        assertEquals(0, rare.doWork());
        nowNs += 99;
        assertEquals(0, rare.doWork());
        nowNs += 1;
        assertEquals(WORK, rare.doWork());
        nowNs += 5_000;
        assertEquals(WORK, rare.doWork());
        assertEquals(0, rare.doWork());
        assertEquals(3, turns);
    }
}
