package io.weir.venue.agent;

import io.weir.protocol.codec.EventReader;
import io.weir.protocol.codec.Events;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.command.VenueStatus;
import io.weir.protocol.event.EdgeStarted;
import io.weir.protocol.event.VenueHold;
import io.weir.protocol.event.VenueStandingTold;
import io.weir.protocol.log.EdgePort;
import io.weir.venue.VenueAdapter;
import io.weir.venue.VenueConfig;
import io.weir.venue.VenueCounters;
import io.weir.venue.log.SendLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.Agent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One venue's edge: reads what the core asks of the venue, sends it through the adapter, says what the venue reports. It
 * hears its standing first, then connects, reconciles, and only then sends. It stops sending while no Pulse has come for
 * {@link #LEASE_NS}: another process may own the venue by then.
 *
 * <p>All on the thread that calls {@link #doWork}; {@link #state}, {@link #stateText} and the counters are for any thread.
 */
public final class VenueAgent implements Agent {
    /** An edge that has seen no Pulse for so long no longer knows that it owns the venue, ns. */
    public static final long LEASE_NS = 2_000_000_000L;

    private static final Logger LOG = LoggerFactory.getLogger(VenueAgent.class);

    private static final int EVENT_LIMIT = 256;
    private static final int REPORT_LIMIT = 256;
    private static final int DEADLINE_LIMIT = 256;
    private static final long NS_A_MS = 1_000_000L;
    private static final long STATUS_NS = 1_000_000_000L;
    private static final long SEND_LOG_AGAIN_NS = 1_000_000_000L;

    private final VenueConfig config;
    private final EdgePort port;
    private final VenueAdapter adapter;
    private final SendLog sendLog;
    private final LongSupplier nanoClock;
    private final LongSupplier wallClock;
    private final VenueCounters counters = new VenueCounters();
    private final VenueHealth health = new VenueHealth();
    private final FollowedOrders orders = new FollowedOrders();
    private final WorkQueue work = new WorkQueue();
    private final Deadlines deadlines = new Deadlines();
    private final CommandOutbox outbox;
    private final OrderNews news;
    private final Resolver resolver;
    private final RequestDesk requests;
    private final OrderSender sender;
    private final VenueLink link;
    private final ReportDesk reports;
    private final QuoteDesk quotes;
    private final UnknownOrders unknown;
    private final ReviewDesk reviews;
    private final RequestReader requestReader = new RequestReader(this);
    private final EventReader eventReader = new EventReader();

    private final String untold;
    private int venueId;
    private int startedEpoch;
    private boolean standingTold;
    private boolean superseded;
    private boolean held;
    private String sendLogFault = "";
    private long sendLogAgainNs;
    private long statusNs;
    private VenueState saidState = VenueState.DOWN;
    private String saidText = "";
    private volatile VenueState state = VenueState.DOWN;
    private volatile String stateText = "not started";

    /**
     * Makes the agent of one venue.
     *
     * @param config              of the venue.
     * @param port                its place at the log, already asking for an epoch as this venue's edge; closed with the agent.
     * @param adapter             not yet opened; closed with the agent.
     * @param sendLog             of this venue; closed with the agent.
     * @param intentsMayBeMissing after a power loss without {@code durability: disk}: every order that is said again counts
     *     as one that may have left.
     * @param nanoClock           monotonic, ns; the one that the adapter's rate budget uses.
     * @param wallClock           ns since 1970 UTC, for venues that want times.
     */
    public VenueAgent(
            final VenueConfig config,
            final EdgePort port,
            final VenueAdapter adapter,
            final SendLog sendLog,
            final boolean intentsMayBeMissing,
            final LongSupplier nanoClock,
            final LongSupplier wallClock) {
        this.config = config;
        this.port = port;
        this.adapter = adapter;
        this.sendLog = sendLog;
        this.nanoClock = nanoClock;
        this.wallClock = wallClock;
        final WallClock wall = wallClock::getAsLong;
        outbox = new CommandOutbox(port, sendLog, adapter);
        final SendWindow window = new SendWindow(config.maxUnanswered());
        news = new OrderNews(orders, work, outbox, window, counters);
        resolver = new Resolver(config, adapter, deadlines, news, health, counters, wall);
        requests = new RequestDesk(
                config, sendLog, intentsMayBeMissing, orders, work, news, resolver, counters, nanoClock);
        sender = new OrderSender(config, adapter, sendLog, work, deadlines, news, window, resolver, counters);
        unknown = new UnknownOrders(orders);
        link = new VenueLink(config, adapter, orders, resolver, unknown, counters, wall);
        reports = new ReportDesk(orders, news, resolver, link, unknown, outbox, work, health, counters, nanoClock);
        quotes = new QuoteDesk(config, adapter, port);
        reviews = new ReviewDesk(config, adapter, orders, unknown, sender, link, counters);
        untold = "the core has not told the standing; is " + config.name() + " defined?";
    }

    @Override
    public int doWork() throws IOException {
        int done = port.poll(this::onFragment, EVENT_LIMIT);
        done += outbox.flush();
        if (standingTold && !superseded) {
            done += workVenue(nanoClock.getAsLong());
        } else if (!superseded && port.isStarted()) {
            stateText = untold;
        }
        done += reviews.doWork(this);
        note();
        return done;
    }

    private int workVenue(final long nowNs) {
        int done = adapter.poll(reports, Math.min(REPORT_LIMIT, outbox.roomForReports()));
        done += link.doWork(nowNs);
        done += workDeadlines(nowNs);
        done += send(nowNs);
        adapter.flush();
        tellStatus(nowNs);
        done += outbox.flush();
        if (outbox.isEmpty()) {
            done += quotes.doWork(venueId, nowNs);
        } else {
            counters.backPressured.incrementAndGet();
        }
        try {
            outbox.onAcknowledged();
        } catch (final IOException e) {
            onSendLogFailure(e, nowNs);
        }
        return done;
    }

    private int workDeadlines(final long nowNs) {
        int done = 0;
        while (done < DEADLINE_LIMIT
                && outbox.hasRoom()
                && (deadlines.pollOne(nowNs) || resolver.doubtOverdue(nowNs))) {
            done++;
        }
        return done;
    }

    private int send(final long nowNs) {
        if (!mayTalk() || !outbox.hasRoom()) {
            return 0;
        }
        int done = sender.sendCancels(nowNs);
        if (!held && link.state() != VenueState.SUSPENDED && mayWriteSendLog(nowNs)) {
            try {
                done += sender.sendOrders(nowNs);
                sendLogFault = "";
            } catch (final IOException e) {
                onSendLogFailure(e, nowNs);
            }
        }
        return done;
    }

    private boolean mayTalk() {
        return link.isReconciled() && adapter.isConnected() && hasLease();
    }

    private boolean hasLease() {
        return port.isStarted() && port.sincePulseNs() < LEASE_NS;
    }

    private boolean mayWriteSendLog(final long nowNs) {
        return sendLogFault.isEmpty() || nowNs - sendLogAgainNs >= 0;
    }

    private void onSendLogFailure(final IOException e, final long nowNs) {
        counters.sendLogFailures.incrementAndGet();
        if (sendLogFault.isEmpty()) {
            LOG.error("venue={} send log cannot be written, no orders are sent", config.name(), e);
        }
        sendLogFault = VenueTexts.text("send log cannot be written: " + e.getMessage());
        sendLogAgainNs = nowNs + SEND_LOG_AGAIN_NS;
    }

    private void tellStatus(final long nowNs) {
        final VenueState now = stateNow();
        final String text = textNow();
        final boolean changed = now != saidState || !text.equals(saidText);
        if (!changed && (nowNs - statusNs < 0 || !outbox.hasRoom())) {
            return;
        }
        if (changed) {
            LOG.info("venue={} state={} was={} text={}", config.name(), now, saidState, text);
        }
        saidState = now;
        saidText = text;
        statusNs = nowNs + STATUS_NS;
        outbox.say(
                new VenueStatus(venueId, now, health.latencyNs(work.size(), nowNs), health.reliabilityBps(), text),
                () -> show(now, text));
        if (now == VenueState.DOWN) {
            show(now, text);
        }
    }

    /** A venue is up for others once the core knows: before, nothing would be routed there. It is down at once. */
    private void show(final VenueState told, final String text) {
        if (told == saidState && text.equals(saidText)) {
            state = told;
            stateText = text;
        }
    }

    private VenueState stateNow() {
        if (!hasLease() || !sendLogFault.isEmpty()) {
            return VenueState.DOWN;
        }
        final VenueState linkState = link.state();
        return linkState == VenueState.UP && health.isDegraded() ? VenueState.DEGRADED : linkState;
    }

    private String textNow() {
        if (!hasLease()) {
            return "no Pulse for " + LEASE_NS / 1_000_000 + " ms";
        }
        if (!sendLogFault.isEmpty()) {
            return sendLogFault;
        }
        return held && link.text().isEmpty() ? "the gateway is held: nothing new is sent" : link.text();
    }

    private void note() {
        counters.waiting.lazySet(work.size());
        counters.followed.lazySet(orders.size());
    }

    private void onFragment(final DirectBuffer buffer, final int offset, final int length, final long position) {
        final int eventVenueId = Events.venueId(buffer, offset);
        if (eventVenueId != 0 && (eventVenueId == venueId || venueId == 0)) {
            eventReader.read(buffer, offset, length, position, requestReader);
        }
    }

    RequestDesk requests() {
        return requests;
    }

    void onEdgeStarted(final EdgeStarted event) {
        if (event.edgeId() != port.edgeId()) {
            return;
        }
        if (startedEpoch != 0 && event.epoch() != startedEpoch) {
            superseded = true;
            adapter.close();
            LOG.error(
                    "venue={} edgeId={} epoch={} is owned by another process now, epoch={}",
                    config.name(),
                    event.edgeId(),
                    startedEpoch,
                    event.epoch());
            state = VenueState.DOWN;
            stateText = "another process owns this venue";
            return;
        }
        startedEpoch = event.epoch();
        venueId = event.venueId();
        news.venueId(venueId);
        reports.venueId(venueId);
        LOG.info(
                "venue={} venueId={} edgeId={} epoch={} started", config.name(), venueId, event.edgeId(), startedEpoch);
    }

    /** While held, what the core tells again counts as on its way: power was lost, and intents with it. */
    void onVenueHold(final VenueHold event) {
        if (event.held() != held) {
            held = event.held();
            LOG.info("venue={} held={}", config.name(), held);
        }
        if (held) {
            requests.distrustSendLog();
        }
    }

    void onVenueStandingTold(final VenueStandingTold event) {
        if (event.epoch() != startedEpoch || standingTold) {
            return;
        }
        try {
            sendLog.retain(requests.askedOrders(), requests.askedReplaces());
        } catch (final IOException e) {
            if (requests.distrustsSendLog()) {
                throw new UncheckedIOException("what may have left cannot be put on file", e);
            }
            onSendLogFailure(e, nanoClock.getAsLong());
        }
        LOG.info(
                "venue={} standing told: orders={} unanswered={} doubts={}",
                config.name(),
                orders.size(),
                requests.askedOrders().size(),
                counters.doubts.get());
        requests.endStanding();
        final String start = nameOfStart();
        sender.begin(event.venueClOrdIdPrefix(), start);
        orders.prefix(event.venueClOrdIdPrefix());
        standingTold = true;
        stateText = "connecting";
        adapter.open(start);
    }

    /** No other start has it: the log counts epochs, but for those that a loss of power has taken from it, which time tells apart. */
    private String nameOfStart() {
        final String epoch = Integer.toString(startedEpoch, Character.MAX_RADIX);
        return held ? epoch + "-" + Long.toString(wallClock.getAsLong() / NS_A_MS, Character.MAX_RADIX) : epoch;
    }

    /** {@return how the venue is} */
    public VenueState state() {
        return state;
    }

    /** {@return why it is so, "" when all is well} */
    public String stateText() {
        return stateText;
    }

    /**
     * Asks how the venue stands; for any thread.
     *
     * @param cancelUnknown whether orders that the core does not know are to be canceled; the venue is then reconciled once
     *     more, so ask again.
     * @return completes on the agent's thread, in its next duty cycle; fails if the agent ends.
     */
    public CompletableFuture<VenueReview> review(final boolean cancelUnknown) {
        return reviews.ask(cancelUnknown);
    }

    /** {@return what it counts} */
    public VenueCounters counters() {
        return counters;
    }

    @Override
    public String roleName() {
        return "venue-" + config.name();
    }

    @Override
    public void onClose() {
        CloseHelper.closeAll(adapter, port, sendLog, reviews::close);
    }
}
