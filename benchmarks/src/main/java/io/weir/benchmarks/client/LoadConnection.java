package io.weir.benchmarks.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One TCP connection of a {@link LoadSession}. The thread that made it sends and waits; a thread of its own reads, checks
 * MsgSeqNum(34) of each message and hands reports to the round's {@link Orders}. TestRequests are answered and heartbeats sent
 * by the first one, between orders.
 */
public final class LoadConnection implements AutoCloseable {
    private static final int OUT_BYTES = 1 << 16;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);
    private static final long HEART_BEAT_NS = TimeUnit.SECONDS.toNanos(LoadSession.HEART_BT_INT_S);
    private static final long PARK_NS = 200_000;

    private final LoadSession session;
    private final SocketChannel channel;
    private final FixWriter writer;
    private final byte[] out = new byte[OUT_BYTES];
    private final ByteBuffer outBuffer = ByteBuffer.wrap(out);
    private final Queue<String> testRequests = new ConcurrentLinkedQueue<>();
    private final Thread reading;
    private final Thread owner = Thread.currentThread();
    private volatile Orders orders;
    private volatile boolean loggedOn;
    private volatile boolean loggedOut;
    private volatile String answeredTest = "";
    private volatile RuntimeException failure;
    private int outEnd;
    private long lastWriteNs;
    private long nowMs;

    private LoadConnection(final LoadSession session, final SocketChannel channel) {
        this.session = session;
        this.channel = channel;
        this.writer = new FixWriter(session);
        this.reading = new Thread(this::read, "load-reader");
        this.reading.setDaemon(true);
    }

    /**
     * Connects and logs on; the calling thread is the one that sends from now on.
     *
     * @param session whose numbers go on.
     * @param port    on 127.0.0.1.
     * @return the connection, logged on.
     * @throws LoadException if there is no Logon in answer within 30 s.
     */
    public static LoadConnection logOn(final LoadSession session, final int port) {
        try {
            final SocketChannel channel =
                    SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            final LoadConnection connection = new LoadConnection(session, channel);
            connection.logOn();
            return connection;
        } catch (final IOException e) {
            throw new LoadException("nobody takes connections on port " + port, e);
        }
    }

    private void logOn() {
        reading.start();
        begin("A");
        writer.put(FixWriter.fields("98=0|108=" + LoadSession.HEART_BT_INT_S + "|553=" + session.senderCompId()
                + "|554=" + session.password() + "|"));
        end();
        flush();
        final long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while (!loggedOn) {
            await(deadlineNs, "a Logon");
        }
    }

    /**
     * Reports go to these orders from now on.
     *
     * @param round its orders.
     */
    public void begin(final Orders round) {
        orders = round;
        nowMs = System.currentTimeMillis();
    }

    /**
     * Adds one order to what leaves with the next {@link #flush}, or before if there is no more room.
     *
     * @param index     of the order in the round.
     * @param plannedNs when it was to leave, of {@link System#nanoTime}.
     * @param nowNs     when it does.
     */
    public void order(final int index, final long plannedNs, final long nowNs) {
        if (outEnd + FixWriter.MAX_MESSAGE > OUT_BYTES) {
            flush();
        }
        begin("D");
        orders.put(writer, index, plannedNs, nowNs, nowMs);
        end();
    }

    private void begin(final String msgType) {
        writer.begin(msgType, nowMs == 0 ? System.currentTimeMillis() : nowMs);
    }

    private void end() {
        outEnd = writer.finish(out, outEnd);
    }

    /** Writes what was added; waits while TCP takes nothing. */
    public void flush() {
        try {
            outBuffer.limit(outEnd).position(0);
            while (outBuffer.hasRemaining()) {
                channel.write(outBuffer);
            }
            outEnd = 0;
            lastWriteNs = System.nanoTime();
            nowMs = System.currentTimeMillis();
        } catch (final IOException e) {
            awaitReader(); // which may have read why
            check();
            throw new LoadException("the connection of " + session + " takes nothing more", e);
        }
    }

    /** Does what a session owes: answers TestRequests, sends a Heartbeat when it is time; throws what the reader has met. */
    public void pump() {
        check();
        for (String id = testRequests.poll(); id != null; id = testRequests.poll()) {
            nowMs = System.currentTimeMillis();
            begin("0");
            writer.put(FixWriter.fields("112=" + id + "|"));
            end();
            flush();
        }
        if (System.nanoTime() - lastWriteNs > HEART_BEAT_NS) {
            nowMs = System.currentTimeMillis();
            begin("0");
            end();
            flush();
        }
    }

    private void check() {
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * Sends a TestRequest and waits for its answer: then all that the server has said before is read.
     *
     * @param id of the TestRequest.
     */
    public void awaitQuiet(final String id) {
        nowMs = System.currentTimeMillis();
        begin("1");
        writer.put(FixWriter.fields("112=" + id + "|"));
        end();
        flush();
        final long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while (!answeredTest.equals(id)) {
            await(deadlineNs, "the answer to a TestRequest");
        }
    }

    /**
     * Logs out, waits for the answer and for the server to close, which it does once it has let go of the session: a next
     * Logon may follow at once.
     */
    public void logOut() {
        nowMs = System.currentTimeMillis();
        begin("5");
        end();
        flush();
        final long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while (!loggedOut) {
            check(); // nothing is said behind a Logout, no Heartbeat either
            park(deadlineNs, "a Logout");
        }
        awaitReader();
        close();
    }

    private void await(final long deadlineNs, final String what) {
        pump();
        park(deadlineNs, what);
    }

    private static void park(final long deadlineNs, final String what) {
        if (System.nanoTime() - deadlineNs > 0) {
            throw new LoadException(what + " has not come within 30 s");
        }
        LockSupport.parkNanos(PARK_NS);
    }

    private void read() {
        final FixReader reader = new FixReader(channel, this::onMessage);
        try {
            while (reader.read()) {
                // each message has been handed on
            }
            fail(loggedOut ? null : new LoadException("the server has closed the connection of " + session));
        } catch (final IOException e) {
            fail(loggedOut ? null : new LoadException("the connection of " + session + " is broken", e));
        } catch (final LoadException e) {
            fail(e);
        }
    }

    private void fail(final RuntimeException reason) {
        failure = reason;
        LockSupport.unpark(owner);
    }

    private void onMessage(final Inbound message) {
        if (message.msgSeqNum() != session.nextIn()) {
            throw new LoadException("MsgSeqNum(34) is not the expected " + session.nextIn() + ": " + message);
        }
        session.countIn(message.msgSeqNum());
        switch (message.msgType()) {
            case '8' -> orders.onReport(message, System.nanoTime());
            case '0' -> answeredTest = message.testReqId();
            case '1' -> testRequests.add(message.testReqId());
            case 'A' -> loggedOn = true;
            case '5' -> onLogout(message);
            default -> throw new LoadException("not what a load test has earned: " + message);
        }
        if (message.msgType() != '8') {
            LockSupport.unpark(owner);
        }
    }

    private void onLogout(final Inbound message) {
        if (!message.text().isEmpty()) {
            throw new LoadException("logged out: " + message);
        }
        loggedOut = true;
    }

    @Override
    public void close() {
        try {
            channel.close();
            awaitReader();
        } catch (final IOException e) {
            throw new LoadException("the socket does not close", e);
        }
    }

    private void awaitReader() {
        try {
            reading.join(TimeUnit.NANOSECONDS.toMillis(PATIENCE_NS));
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
