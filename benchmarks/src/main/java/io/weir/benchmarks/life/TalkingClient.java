package io.weir.benchmarks.life;

import io.weir.benchmarks.client.LoadException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A client that speaks FIX 4.4 with all that it has of lost messages: it keeps what it has sent and sends it again when it is
 * asked, and asks itself for what it misses, once, holding what comes meanwhile. Any thread sends; one of its own reads.
 */
final class TalkingClient implements AutoCloseable {
    private static final int BUFFER = 1 << 20;
    private static final int SEND_BUFFER = 1 << 16;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(120);
    private static final long PARK_NS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private static final String[] LOST = {"", "", ""};

    private final String compId;
    private final Socket socket;
    private final OutputStream out;
    private final Consumer<byte[]> reports;
    private final Consumer<byte[]> again;
    private final List<String[]> sent = new ArrayList<>();
    private final TreeMap<Integer, byte[]> held = new TreeMap<>();
    private int nextIn = 1;
    private boolean isAsking;
    private volatile int resendRequestsIn;
    private volatile int resendRequestsOut;
    private volatile int sentAgain;
    private volatile boolean isLoggedOn;
    private volatile RuntimeException failure;

    /**
     * Connects and logs on, with numbers that begin at 1.
     *
     * @param compId  SenderCompID(49) and Username(553).
     * @param port    on loopback.
     * @param reports gets each ExecutionReport in the order of its number, once; on the reading thread.
     * @param again   gets each message with PossDupFlag(43)=Y and a number that was had before; on the reading thread.
     */
    TalkingClient(final String compId, final int port, final Consumer<byte[]> reports, final Consumer<byte[]> again) {
        this.compId = compId;
        this.reports = reports;
        this.again = again;
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            out = new BufferedOutputStream(socket.getOutputStream(), SEND_BUFFER);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        final Thread reading = new Thread(this::read, "talking-client-" + compId);
        reading.setDaemon(true);
        reading.start();
        send("A", "98=0|108=30|553=" + compId + "|554=demo|");
        flush();
        await(() -> isLoggedOn, "a Logon");
    }

    /**
     * Sends a message with the next number; it may wait for {@link #flush}.
     *
     * @param msgType MsgType(35).
     * @param fields  of the body, {@code |} for SOH.
     */
    synchronized void send(final String msgType, final String fields) {
        final String[] message = {msgType, fields.replace('|', FixText.SOH), now()};
        sent.add(message);
        write(message, sent.size(), false);
    }

    /** As {@link #send}, for a message that is never asked for again: only that it was there is kept. */
    synchronized void sendUnkept(final String msgType, final String fields) {
        sent.add(LOST);
        write(new String[] {msgType, fields.replace('|', FixText.SOH), now()}, sent.size(), false);
    }

    /** Hands on to TCP what waits. */
    synchronized void flush() {
        try {
            out.flush();
        } catch (final IOException e) {
            throw new LoadException("the connection of " + compId + " is gone", e);
        }
    }

    /**
     * Waits for something, as long as the connection is well.
     *
     * @param isDone what is waited for.
     * @param what   it is, for the message.
     */
    void await(final BooleanSupplier isDone, final String what) {
        final long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while (!isDone.getAsBoolean()) {
            check();
            if (System.nanoTime() - deadlineNs > 0) {
                throw new LoadException(compId + " has waited in vain for " + what);
            }
            LockSupport.parkNanos(PARK_NS);
        }
    }

    /** Throws what the reading thread has met. */
    void check() {
        if (failure != null) {
            throw failure;
        }
    }

    /** {@return ResendRequests that the gateway has sent} */
    int resendRequestsIn() {
        return resendRequestsIn;
    }

    /** {@return ResendRequests that this client has sent of its own accord} */
    int resendRequestsOut() {
        return resendRequestsOut;
    }

    /** {@return messages that this client has sent again} */
    int sentAgain() {
        return sentAgain;
    }

    private static String now() {
        return TIME.format(Instant.now());
    }

    private void write(final String[] message, final int number, final boolean isAgain) {
        final StringBuilder body = new StringBuilder(256);
        header(body, message[0], number);
        if (isAgain) {
            body.append("43=Y").append(FixText.SOH).append("52=").append(now()).append(FixText.SOH);
            body.append("122=").append(message[2]).append(FixText.SOH);
        } else {
            body.append("52=").append(message[2]).append(FixText.SOH);
        }
        put(body.append(message[1]));
    }

    private void header(final StringBuilder body, final String msgType, final int number) {
        body.append("35=").append(msgType).append(FixText.SOH);
        body.append("49=").append(compId).append(FixText.SOH);
        body.append("56=GATEWAY").append(FixText.SOH);
        body.append("34=").append(number).append(FixText.SOH);
    }

    private void put(final StringBuilder body) {
        try {
            out.write(FixText.whole(body));
        } catch (final IOException e) {
            throw new LoadException("the connection of " + compId + " is gone", e);
        }
    }

    private void read() {
        final byte[] bytes = new byte[BUFFER];
        int length = 0;
        try {
            final InputStream in = socket.getInputStream();
            for (int read = in.read(bytes, 0, BUFFER); read >= 0; read = in.read(bytes, length, BUFFER - length)) {
                length += read;
                int from = 0;
                for (int end = FixText.end(bytes, from, length); end > 0; end = FixText.end(bytes, from, length)) {
                    onMessage(Arrays.copyOfRange(bytes, from, end));
                    from = end;
                }
                System.arraycopy(bytes, from, bytes, 0, length - from);
                length -= from;
            }
            failure = new LoadException("the gateway has closed the connection of " + compId);
        } catch (final IOException e) {
            failure = new LoadException("the connection of " + compId + " is broken", e);
        } catch (final RuntimeException e) {
            failure = e;
        }
    }

    private void onMessage(final byte[] message) {
        final int number = FixText.number(message, 34);
        if (number < nextIn) {
            if (!"Y".equals(FixText.field(message, 43))) {
                throw new LoadException("MsgSeqNum(34) " + number + " again without PossDupFlag(43): "
                        + new String(message, StandardCharsets.US_ASCII));
            }
            again.accept(message);
        } else if (number > nextIn) {
            hold(number, message);
        } else {
            take(message);
            while (!held.isEmpty() && held.firstKey() <= nextIn) {
                final byte[] next = held.pollFirstEntry().getValue();
                if (FixText.number(next, 34) == nextIn) {
                    take(next);
                }
            }
            isAsking &= !held.isEmpty();
        }
    }

    /** A ResendRequest is answered at once even then: two sides that wait for each other would wait for ever. */
    private void hold(final int number, final byte[] message) {
        held.put(number, message);
        if ("2".equals(FixText.field(message, 35))) {
            sendAgain(message);
        }
        if (!isAsking) {
            isAsking = true;
            resendRequestsOut++;
            send("2", "7=" + nextIn + "|16=0|");
            flush();
        }
    }

    private void take(final byte[] message) {
        nextIn++;
        switch (FixText.field(message, 35)) {
            case "8" -> reports.accept(message);
            case "A" -> isLoggedOn = true;
            case "1" -> {
                send("0", "112=" + FixText.field(message, 112) + "|");
                flush();
            }
            case "2" -> sendAgain(message);
            case "4" -> nextIn = FixText.number(message, 36);
            case "0" -> {
                // a sign of life
            }
            default ->
                throw new LoadException(
                        "not what this client has earned: " + new String(message, StandardCharsets.US_ASCII));
        }
    }

    private synchronized void sendAgain(final byte[] request) {
        resendRequestsIn++;
        final int begin = FixText.number(request, 7);
        final int asked = FixText.number(request, 16);
        final int end = asked == 0 ? sent.size() : Math.min(asked, sent.size());
        int fillFrom = 0;
        for (int number = begin; number <= end; number++) {
            final String[] message = sent.get(number - 1);
            final boolean isOrder = "D".equals(message[0]);
            if (isOrder) {
                fill(fillFrom, number);
                fillFrom = 0;
                write(message, number, true);
                sentAgain++;
            } else if (fillFrom == 0) {
                fillFrom = number;
            }
        }
        fill(fillFrom, end + 1);
        flush();
    }

    private void fill(final int from, final int newSeqNo) {
        if (from > 0) {
            final StringBuilder body = new StringBuilder();
            header(body, "4", from);
            final String time = now();
            body.append("43=Y").append(FixText.SOH).append("52=").append(time).append(FixText.SOH);
            body.append("122=").append(time).append(FixText.SOH);
            put(body.append("123=Y")
                    .append(FixText.SOH)
                    .append("36=")
                    .append(newSeqNo)
                    .append(FixText.SOH));
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
