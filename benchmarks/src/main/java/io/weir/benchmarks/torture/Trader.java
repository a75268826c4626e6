package io.weir.benchmarks.torture;

import io.weir.benchmarks.process.RunFailed;
import io.weir.simulator.client.FixClient;
import io.weir.simulator.client.FixClientConfig;
import io.weir.simulator.client.FixClientListener;
import io.weir.simulator.client.FixText;
import io.weir.simulator.client.StreamingDesk;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import quickfix.Message;
import quickfix.field.ClOrdID;
import quickfix.field.ExecType;
import quickfix.field.PossDupFlag;
import quickfix.field.PossResend;

/**
 * One client of the torture: its FIX engine, its desk, and a line to the gateway that can be cut. It goes on sending whether the
 * gateway is there or not; one that resets its numbers at each Logon waits until it is logged on, and then says again what has
 * no answer yet.
 */
public final class Trader implements AutoCloseable {
    private static final String YES = "Y";
    private static final String NEW = "0";

    private final String compId;
    private final boolean resets;
    private final StreamingDesk desk;
    private final Optional<Line> line;
    private final FixClient client;
    private final ScheduledExecutorService stream = Executors.newSingleThreadScheduledExecutor(task -> {
        final Thread thread = new Thread(task, "torture-stream");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<RuntimeException> broken = new AtomicReference<>();
    private volatile boolean flows;
    private volatile boolean isNewLogon;
    private volatile long acceptedNs;
    private volatile long markedNs;
    private volatile int mark = Integer.MAX_VALUE;
    private volatile long repeatedNs;
    private volatile long logons;

    /**
     * Makes a client; {@link #start} connects it.
     *
     * @param compId      SenderCompID(49).
     * @param gatewayPort of the gateway's acceptor.
     * @param directory   for its numbers and messages.
     * @param seed        of its choices.
     * @param resets      sends ResetSeqNumFlag(141)=Y at every Logon.
     */
    Trader(final String compId, final int gatewayPort, final Path directory, final long seed, final boolean resets) {
        this(compId, Optional.of(new Line(gatewayPort)), gatewayPort, 0, directory, seed, resets);
    }

    /**
     * Makes a client of two acceptors, with no line in between; {@link #start} connects it.
     *
     * @param compId     SenderCompID(49).
     * @param port       of the acceptor that it begins with.
     * @param backupPort of the one that it goes to when that is gone, and so on in turn.
     * @param directory  for its numbers and messages.
     * @param seed       of its choices.
     */
    public Trader(final String compId, final int port, final int backupPort, final Path directory, final long seed) {
        this(compId, Optional.empty(), port, backupPort, directory, seed, false);
    }

    private Trader(
            final String compId,
            final Optional<Line> line,
            final int gatewayPort,
            final int backupPort,
            final Path directory,
            final long seed,
            final boolean resets) {
        this.compId = compId;
        this.resets = resets;
        this.line = line;
        this.desk = new StreamingDesk(compId.replace("CLIENT", "C"), seed);
        final int port = line.map(Line::port).orElse(gatewayPort);
        final FixClientConfig config = FixClientConfig.loopback(port, compId, "demo")
                .withStore(directory.resolve(compId))
                .withBackup(backupPort);
        this.client = new FixClient(resets ? config.withResetOnLogon() : config, new Ear());
    }

    /**
     * Connects, and begins to send.
     *
     * @param messagesASecond at most a thousand.
     */
    public void start(final int messagesASecond) {
        client.start();
        flows = true;
        stream.scheduleAtFixedRate(
                this::tick, 0, TimeUnit.SECONDS.toMicros(1) / messagesASecond, TimeUnit.MICROSECONDS);
    }

    private void tick() {
        try {
            if (resets && !client.isLoggedOn()) {
                return;
            }
            if (isNewLogon) {
                isNewLogon = false;
                sayAgain();
            }
            if (flows) {
                client.send(desk.next());
            }
        } catch (final RuntimeException e) {
            broken.compareAndSet(null, e);
            throw e;
        }
    }

    private void sayAgain() {
        if (resets) {
            desk.saidAgain().forEach(client::send);
        }
    }

    /** Sends nothing of its own accord any more; what is asked for again is still sent. */
    public void stopFlow() {
        flows = false;
    }

    /** Sends messages, in this order, behind what flows. */
    void send(final Iterable<Message> messages) {
        stream.execute(() -> messages.forEach(client::send));
    }

    /** Cuts its TCP connection. */
    void cut() {
        line.ifPresent(Line::cut);
    }

    /**
     * Asks the gateway to say its newest messages again.
     *
     * @param messages how many.
     * @return false if it is not logged on.
     */
    boolean askAgain(final int messages) {
        if (!client.isLoggedOn()) {
            return false;
        }
        client.askAgainFrom(Math.max(1, client.expectedSeqNum() - messages));
        return true;
    }

    /** {@return SenderCompID(49)} */
    public String compId() {
        return compId;
    }

    /** {@return Account(1), by which the store knows its orders} */
    String account() {
        return "ACC-" + compId;
    }

    /** {@return its books} */
    public StreamingDesk desk() {
        return desk;
    }

    /** {@return whether it is logged on now} */
    public boolean isLoggedOn() {
        return client.isLoggedOn();
    }

    /** {@return System.nanoTime of the last order newly acknowledged, 0 before the first} */
    public long acceptedNs() {
        return acceptedNs;
    }

    /** From now on {@link #markedNs} waits for an order that is not made yet. */
    public void mark() {
        mark = Integer.MAX_VALUE;
        markedNs = 0;
        mark = desk.count();
    }

    /** {@return System.nanoTime of the first order newly acknowledged of those made since {@link #mark}, 0 before} */
    public long markedNs() {
        return markedNs;
    }

    /** {@return port of the acceptor that it is connected to, 0 if it is not} */
    public int connectedPort() {
        return client.connectedPort();
    }

    private void noteAccepted(final String clOrdId) {
        acceptedNs = System.nanoTime();
        if (markedNs == 0 && Integer.parseInt(clOrdId.substring(clOrdId.lastIndexOf('-') + 1)) > mark) {
            markedNs = acceptedNs;
        }
    }

    /** {@return System.nanoTime of the last message that was said again, 0 before the first} */
    long repeatedNs() {
        return repeatedNs;
    }

    /** {@return how often it has logged on} */
    public long logons() {
        return logons;
    }

    /**
     * Throws if something has ended its stream.
     *
     * @throws RunFailed that says what.
     */
    public void check() {
        if (broken.get() != null) {
            throw new RunFailed(compId() + " is broken: " + broken.get(), broken.get());
        }
    }

    @Override
    public void close() {
        stream.shutdownNow();
        client.close();
        line.ifPresent(Line::close);
    }

    /** Hears what the desk hears, and when. */
    private final class Ear implements FixClientListener {
        @Override
        public void onLogon() {
            logons++;
            isNewLogon = true;
            desk.onLogon();
        }

        @Override
        public void onLogout() {
            desk.onLogout();
        }

        @Override
        public void onMessage(final Message message) {
            desk.onMessage(message);
        }

        @Override
        public void onAdmin(final Message message) {
            desk.onAdmin(message);
        }

        @Override
        public void onTextIn(final String text) {
            if (YES.equals(FixText.field(text, PossDupFlag.FIELD))) {
                repeatedNs = System.nanoTime();
            } else if (NEW.equals(FixText.field(text, ExecType.FIELD))
                    && !YES.equals(FixText.field(text, PossResend.FIELD))) {
                noteAccepted(FixText.field(text, ClOrdID.FIELD));
            }
            desk.onTextIn(text);
        }

        @Override
        public void onTextOut(final String text) {
            desk.onTextOut(text);
        }
    }
}
