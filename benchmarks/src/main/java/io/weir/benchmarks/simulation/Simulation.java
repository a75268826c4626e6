package io.weir.benchmarks.simulation;

import io.weir.benchmarks.simulation.client.SimulatedClient;
import io.weir.benchmarks.simulation.law.JournalLaws;
import io.weir.benchmarks.simulation.log.MemoryJournal;
import io.weir.benchmarks.simulation.log.SimulatedLog;
import io.weir.benchmarks.simulation.time.Timeline;
import io.weir.benchmarks.simulation.venue.SimulatedVenue;
import io.weir.benchmarks.simulation.wire.Wire;
import io.weir.protocol.event.OrderState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.agrona.DirectBuffer;

/** One history: a house is built, lives through its faults, comes to rest, and is judged. Used once, by one thread. */
public final class Simulation {
    static final List<String> CLIENTS = List.of("C1", "C2", "C3");
    static final List<String> VENUES = List.of("ALPHA", "BETA");

    private static final long SECOND_NS = 1_000_000_000L;
    private static final int REST_S = 240;
    private static final int QUIET_S = 2;

    private final long seed;
    private final int steps;
    private final Timeline timeline = new Timeline();
    private final Trace trace;
    private final List<SimulatedVenue> exchanges = new ArrayList<>();
    private final JournalLaws laws;
    private final SimulatedLog log;
    private final List<EdgeProcess> processes = new ArrayList<>();
    private final List<AcceptorProcess> acceptors = new ArrayList<>();
    private final List<VenueProcess> venues = new ArrayList<>();
    private final OpsProcess ops;
    private final List<SimulatedClient> clients = new ArrayList<>();
    private final Chaos chaos;
    private final MessageText texts = new MessageText();

    /**
     * Builds the house of one seed.
     *
     * @param seed      of every die in it.
     * @param steps     how often something is done to it before it comes to rest.
     * @param directory for the send logs of venue edges; empty, and emptied by the caller.
     * @param traced    whether to keep a readable line of all that happens.
     */
    public Simulation(final long seed, final int steps, final Path directory, final boolean traced) {
        this(seed, steps, directory, traced, Sabotage.NONE);
    }

    Simulation(final long seed, final int steps, final Path directory, final boolean traced, final Sabotage sabotage) {
        this.seed = seed;
        this.steps = steps;
        trace = new Trace(timeline, traced);
        for (final String venue : VENUES) {
            exchanges.add(new SimulatedVenue(
                    venue, timeline, World.random(seed, 100 + exchanges.size()), trace, Reference.exchangeFunds()));
        }
        laws = new JournalLaws(exchanges);
        log = new SimulatedLog(timeline, World.random(seed, 1), trace, this::onEvent);
        final World world = new World(seed, timeline, trace, log);
        ops = add(new OpsProcess(world, 1, Reference.commands()));
        acceptors.add(add(new AcceptorProcess(world, 2, CLIENTS)));
        acceptors.add(add(new AcceptorProcess(world, 3, CLIENTS)));
        for (int i = 0; i < exchanges.size(); i++) {
            final String name = exchanges.get(i).name();
            venues.add(add(new VenueProcess(world, 16 + i, exchanges.get(i), directory.resolve(name), sabotage)));
        }
        for (int i = 0; i < CLIENTS.size(); i++) {
            clients.add(new SimulatedClient(
                    CLIENTS.get(i),
                    AcceptorProcess.COMP_ID,
                    timeline,
                    world.random(200 + i),
                    trace,
                    this::connect,
                    laws.witness(),
                    i == CLIENTS.size() - 1));
        }
        chaos = new Chaos(world, ops, acceptors, venues, exchanges, clients, processes);
    }

    private <P extends EdgeProcess> P add(final P process) {
        processes.add(process);
        return process;
    }

    private Wire connect(final SimulatedClient client) {
        final int first = (int) (timeline.nowNs() / 1_000 % acceptors.size());
        for (int i = 0; i < acceptors.size(); i++) {
            final AcceptorProcess acceptor = acceptors.get((first + i) % acceptors.size());
            if (acceptor.isAlive()) {
                return acceptor.connect("127.0.0.1", client::poll);
            }
        }
        return null;
    }

    private void onEvent(final DirectBuffer buffer, final int offset, final int length, final long position) {
        trace.add("journal", () -> position + " " + texts.ofEvent(buffer, length, position));
        laws.onFragment(buffer, offset, length, position);
        processes.forEach(EdgeProcess::wake);
    }

    /** {@return what happened, as far as it was traced} */
    public Trace trace() {
        return trace;
    }

    /** {@return the journal, for consumers that are not part of the history} */
    public MemoryJournal journal() {
        return log.journal();
    }

    /** {@return what really happened at exchanges} */
    public List<SimulatedVenue> exchanges() {
        return exchanges;
    }

    /** {@return alerts of the core by their first words} */
    public Map<String, Integer> alerts() {
        return laws.alerts();
    }

    /**
     * Lives the history.
     *
     * @return what came of it.
     * @throws Violation if a law is broken.
     */
    public History run() {
        try {
            begin();
            chaos.run(steps);
            comeToRest();
            laws.checkRest(clients);
            log.compareReplays();
            return history();
        } finally {
            venues.forEach(VenueProcess::close);
        }
    }

    private void begin() {
        log.lead();
        ops.start();
        while (!ops.isTold()) {
            timeline.runUntil(timeline.nowNs() + SECOND_NS / 10);
        }
        processes.forEach(EdgeProcess::start);
        clients.forEach(this::tickClient);
        timeline.runUntil(timeline.nowNs() + SECOND_NS);
    }

    private void tickClient(final SimulatedClient client) {
        client.tick();
        timeline.in(SECOND_NS / 4 + timeline.nowNs() % 250_000_000, () -> tickClient(client));
    }

    private void comeToRest() {
        log.calmDown();
        exchanges.forEach(SimulatedVenue::calmDown);
        clients.forEach(SimulatedClient::calmDown);
        chaos.calmDown();
        int quiet = 0;
        for (int second = 0; quiet < QUIET_S; second++) {
            timeline.runUntil(timeline.nowNs() + SECOND_NS);
            if (second % 5 == 1) {
                clients.forEach(SimulatedClient::cancelAll);
            }
            final String unrest = unrest();
            quiet = unrest.isEmpty() ? quiet + 1 : 0;
            if (second > REST_S) {
                throw new Violation("all comes to rest when nothing fails", subject(), unrest);
            }
        }
    }

    private String subject() {
        for (final SimulatedClient client : clients) {
            if (!client.book().unanswered().isEmpty()) {
                return client.book().unanswered().get(0);
            }
        }
        return laws.orderStates().values().stream()
                .filter(order -> order.leavesQty() > 0)
                .map(OrderState::clOrdId)
                .findFirst()
                .orElse("");
    }

    /** {@return what is not at rest yet, "" if all is} */
    private String unrest() {
        final List<String> unrest = new ArrayList<>();
        for (final EdgeProcess process : processes) {
            if (!process.isAlive()) {
                unrest.add(process.name + " is dead");
            }
        }
        for (final SimulatedClient client : clients) {
            if (!client.isInStep()) {
                unrest.add(client.toString());
            }
            if (!client.book().unanswered().isEmpty()) {
                unrest.add(
                        client.compId() + " has no answer to " + client.book().unanswered());
            }
        }
        for (final OrderState order : laws.orderStates().values()) {
            if (order.leavesQty() > 0) {
                unrest.add("open: " + order);
            }
        }
        for (final VenueProcess venue : venues) {
            if (!venue.isUp()) {
                unrest.add(venue.name + " is " + venue.stateText());
            }
        }
        return String.join("; ", unrest);
    }

    private History history() {
        long hash = log.journal().hash();
        long logons = 0;
        for (final SimulatedClient client : clients) {
            logons += client.logons();
            hash = hash * 31 + new TreeSet<>(client.book().execIds()).hashCode();
            hash = hash * 31 + new TreeSet<>(client.book().answered()).hashCode();
        }
        long executions = 0;
        for (final SimulatedVenue exchange : exchanges) {
            executions += exchange.executions().size();
            hash = hash * 31 + String.join(",", exchange.executions().keySet()).hashCode();
        }
        long deaths = log.deaths();
        for (final EdgeProcess process : processes) {
            deaths += process.deaths();
        }
        return new History(
                seed,
                hash,
                timeline.steps(),
                log.size(),
                log.journal().size(),
                laws.orderStates().size(),
                executions,
                deaths,
                log.terms(),
                logons,
                log.replays(),
                timeline.monotonicNs());
    }

    /** {@return facts of the end, for a report of a failure} */
    public Map<String, String> facts() {
        final Map<String, String> facts = new TreeMap<>();
        clients.forEach(client -> facts.put(client.compId(), client.toString()));
        venues.forEach(venue -> facts.put(venue.name, venue.stateText()));
        facts.put("log", log.size() + " entries, term " + log.terms() + ", led: " + log.isLed());
        facts.put("step", timeline.steps() + " at " + timeline.monotonicNs() / 1e9 + " s");
        return facts;
    }
}
