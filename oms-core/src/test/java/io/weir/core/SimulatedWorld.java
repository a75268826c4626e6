package io.weir.core;

import io.weir.protocol.event.ExecutionReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Clients, two acceptors and a core, driven by a seed: orders, losses, breaks, resets, restarts, fills, outages. */
final class SimulatedWorld {
    private static final int CLIENTS = 3;

    private final CoreKit kit = new CoreKit();
    private final Random random;
    private final List<SimulatedAcceptor> acceptors = new ArrayList<>();
    private final List<SimulatedClient> clients = new ArrayList<>();
    private final boolean resets;

    SimulatedWorld(final long seed, final boolean resets) {
        this.random = new Random(seed);
        this.resets = resets;
        acceptors.add(new SimulatedAcceptor(kit, 1));
        acceptors.add(new SimulatedAcceptor(kit, 2));
        for (int i = 1; i <= CLIENTS; i++) {
            kit.define("C" + i);
            clients.add(new SimulatedClient(kit, random, "C" + i, i));
        }
    }

    CoreKit kit() {
        return kit;
    }

    List<SimulatedClient> clients() {
        return clients;
    }

    void run(final int steps) {
        for (int i = 0; i < steps; i++) {
            final SimulatedClient client = clients.get(random.nextInt(clients.size()));
            act(client);
            happen();
            everyoneReads(1 + random.nextInt(20));
        }
    }

    private void act(final SimulatedClient client) {
        if (!client.isConnected()) {
            client.logOn(acceptors.get(random.nextInt(2)), resets && random.nextInt(4) == 0);
            return;
        }
        if (client.waitsForLogout() && random.nextInt(6) == 0) {
            client.breakOff();
            return;
        }
        if (!client.isLoggedOn()) {
            return;
        }
        final int dice = random.nextInt(100);
        if (dice < 60) {
            client.order(random.nextInt(15) == 0);
        } else if (dice < 75) {
            client.administrative();
        } else if (dice < 80) {
            client.askAgain();
        } else if (dice < 83 && resets && client.isInStep()) {
            client.reset();
        } else if (dice < 86) {
            client.logOut();
        } else if (dice < 90) {
            client.breakOff();
        }
    }

    private void happen() {
        final int dice = random.nextInt(100);
        if (dice < 20) {
            final SimulatedClient client = clients.get(random.nextInt(clients.size()));
            kit.fill(client.sessionId(), "FILL");
        } else if (dice < 22) {
            acceptors.get(random.nextInt(2)).start();
        } else if (dice < 23) {
            kit.outageNs(random.nextInt(2_000_000_000));
            kit.newLeadershipTerm();
        } else if (dice < 24) {
            kit.outageNs(-random.nextInt(50_000_000));
        }
        kit.passMs(random.nextInt(120));
    }

    private void everyoneReads(final int limit) {
        for (final SimulatedAcceptor acceptor : acceptors) {
            acceptor.poll(random.nextInt(4) == 0 ? 0 : limit);
        }
        for (final SimulatedClient client : clients) {
            client.poll(random.nextInt(4) == 0 ? 0 : limit);
        }
    }

    /** Lets everything come to its end: everyone logs on without a reset and reads all there is. */
    void comeToRest() {
        for (int round = 0; round < 200; round++) {
            for (final SimulatedClient client : clients) {
                if (!client.isConnected()) {
                    client.logOn(acceptors.get(0), false);
                } else if (round % 20 == 10 && client.isLoggedOn()) {
                    client.heartbeat();
                }
            }
            kit.passMs(50);
            kit.settle();
            for (int i = 0; i < 20; i++) {
                acceptors.forEach(acceptor -> acceptor.poll(Integer.MAX_VALUE));
                clients.forEach(client -> client.poll(Integer.MAX_VALUE));
            }
        }
    }

    /** {@return the ExecIDs of all reports that a session ever had} */
    List<Long> execIds(final int sessionId) {
        return kit.all(ExecutionReport.class).stream()
                .filter(report -> report.session().sessionId() == sessionId)
                .map(ExecutionReport::execId)
                .distinct()
                .toList();
    }
}
