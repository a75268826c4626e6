package io.weir.benchmarks.simulation;

import io.weir.benchmarks.simulation.client.SimulatedClient;
import io.weir.benchmarks.simulation.log.SimulatedLog;
import io.weir.benchmarks.simulation.time.Timeline;
import io.weir.benchmarks.simulation.venue.SimulatedVenue;
import io.weir.protocol.command.KillScope;
import io.weir.protocol.command.SetKillSwitch;
import java.util.List;
import java.util.Random;

/** What is done to the house: clients act, and everything that can fail does. Some histories are wilder than others. */
final class Chaos {
    private static final long MS = 1_000_000L;

    private final Timeline timeline;
    private final SimulatedLog log;
    private final Trace trace;
    private final Random random;
    private final OpsProcess ops;
    private final List<AcceptorProcess> acceptors;
    private final List<VenueProcess> venues;
    private final List<SimulatedVenue> exchanges;
    private final List<SimulatedClient> clients;
    private final List<EdgeProcess> processes;
    private final int wildness;
    private final int paceMs;
    private boolean calm;

    Chaos(
            final World world,
            final OpsProcess ops,
            final List<AcceptorProcess> acceptors,
            final List<VenueProcess> venues,
            final List<SimulatedVenue> exchanges,
            final List<SimulatedClient> clients,
            final List<EdgeProcess> processes) {
        this.timeline = world.timeline();
        this.log = world.log();
        this.trace = world.trace();
        this.random = world.random(7);
        this.ops = ops;
        this.acceptors = acceptors;
        this.venues = venues;
        this.exchanges = exchanges;
        this.clients = clients;
        this.processes = processes;
        this.wildness = new int[] {0, 20, 60, 60, 120, 200}[random.nextInt(6)];
        this.paceMs = new int[] {5, 20, 60, 60, 150}[random.nextInt(5)];
    }

    void run(final int steps) {
        for (int i = 0; i < steps; i++) {
            if (random.nextInt(1_000) < wildness) {
                fail();
            } else {
                act(any(clients));
            }
            timeline.runUntil(timeline.nowNs() + 100_000 + random.nextInt(2 * paceMs) * MS);
        }
    }

    /** From now on nothing fails; what is engaged is let go. */
    void calmDown() {
        calm = true;
        release();
    }

    private <T> T any(final List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void act(final SimulatedClient client) {
        final int dice = random.nextInt(100);
        if (dice < 48) {
            final boolean btc = random.nextBoolean();
            final SimulatedVenue exchange = any(exchanges);
            client.order(btc ? "BTC-USD" : "ETH-USD", exchange.middle(btc ? 0 : 1), btc ? 50_000 : 500_000);
        } else if (dice < 64) {
            client.cancel();
        } else if (dice < 80) {
            client.replace(exchanges.get(0).middle(0), exchanges.get(0).middle(1));
        } else if (dice < 84) {
            client.askStatus();
        } else if (dice < 87) {
            client.test();
        } else if (dice < 90) {
            client.askAgain();
        } else if (dice < 91) {
            client.logOut();
        } else if (dice < 92) {
            client.reset();
        } else if (dice < 94) {
            client.breakOff();
        } else if (dice < 96) {
            client.stopReading(random.nextInt(3_000) * MS);
        }
    }

    private void fail() {
        final int dice = random.nextInt(100);
        if (dice < 8) {
            log.kill();
            leadIn(random.nextInt(1_500));
        } else if (dice < 18) {
            log.killWithin(random.nextInt(8));
        } else if (dice < 30) {
            log.depose();
            leadIn(random.nextInt(800));
        } else if (dice < 36) {
            any(processes).kill("at once");
        } else if (dice < 48) {
            any(acceptors).dieTalking(random.nextInt(4));
        } else if (dice < 56) {
            any(venues).dieTalking(random.nextInt(4));
        } else if (dice < 66) {
            any(venues).dieSending(random.nextInt(3));
        } else if (dice < 80) {
            any(venues).loseLine();
        } else if (dice < 90) {
            any(processes).stall((50 + random.nextInt(random.nextInt(4) == 0 ? 12_000 : 1_500)) * MS);
        } else if (dice < 95) {
            killAll();
        } else {
            engage();
        }
    }

    private void leadIn(final int delayMs) {
        timeline.in(delayMs * MS, log::lead);
    }

    /** One process with everything in it, or a machine. */
    private void killAll() {
        trace.add("chaos", () -> "everything is killed");
        processes.forEach(process -> process.kill("with everything"));
        log.kill();
        leadIn(random.nextInt(1_000));
    }

    private void engage() {
        if (calm) {
            return;
        }
        final int dice = random.nextInt(3);
        final KillScope scope = dice == 0 ? KillScope.ALL : dice == 1 ? KillScope.VENUE : KillScope.ACCOUNT;
        final String name = dice == 0 ? "" : dice == 1 ? any(exchanges).name() : "ACC-C1";
        ops.say(new SetKillSwitch(scope, name, true, random.nextBoolean(), "simulation"));
        timeline.in(random.nextInt(2_000) * MS, this::release);
    }

    private void release() {
        ops.say(new SetKillSwitch(KillScope.ALL, "", false, false, "simulation"));
        for (final SimulatedVenue exchange : exchanges) {
            ops.say(new SetKillSwitch(KillScope.VENUE, exchange.name(), false, false, "simulation"));
        }
        ops.say(new SetKillSwitch(KillScope.ACCOUNT, "ACC-C1", false, false, "simulation"));
    }
}
