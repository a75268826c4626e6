package io.weir.benchmarks.simulation.client;

import static io.weir.benchmarks.simulation.client.FixLine.field;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What a client says: numbered, kept, said again when it is asked for. Some of it never leaves, or garbled. */
final class ClientOutbox {
    private final Party party;
    private final ClientLine line;
    private final Consumer<String> givenUp;
    private final TreeMap<Long, Sent> sent = new TreeMap<>();
    private long next = 1;
    private boolean calm;

    /**
     * One message; one that is no request is not said again.
     *
     * @param msgType     MsgType(35).
     * @param body        all fields behind the header.
     * @param clOrdId     ClOrdID(11) of a request, "" for any other message.
     * @param sendingTime SendingTime(52).
     */
    private record Sent(String msgType, String body, String clOrdId, String sendingTime) {
        boolean isRequest() {
            return !clOrdId.isEmpty();
        }
    }

    /**
     * An outbox whose next number is 1.
     *
     * @param party   who speaks.
     * @param line    to speak on; what is said while it is closed is kept.
     * @param givenUp gets the ClOrdID(11) of each request whose number is given up, by a reset or a gap fill.
     */
    ClientOutbox(final Party party, final ClientLine line, final Consumer<String> givenUp) {
        this.party = party;
        this.line = line;
        this.givenUp = givenUp;
    }

    /** From now on all leaves, as it is. */
    void calmDown() {
        calm = true;
    }

    /** {@return MsgSeqNum(34) of the next message} */
    long next() {
        return next;
    }

    /** Begins at 1 again; all requests so far are given up. */
    void reset() {
        sent.values().forEach(this::giveUp);
        sent.clear();
        next = 1;
    }

    /** Says a message that is not said again. */
    void say(final String msgType, final String body) {
        write(msgType, keep(msgType, body, ""), "", body);
    }

    /** Says a request. */
    void request(final String msgType, final String clOrdId, final String body) {
        final long number = keep(msgType, body, clOrdId);
        final int fate = calm ? 99 : party.random().nextInt(100);
        if (fate < 2) {
            party.note("loses its message " + number + " " + clOrdId);
        } else if (fate < 4) {
            party.note("garbles its message " + number + " " + clOrdId);
            final String garbled = "8=FIX.4.4" + FixLine.SOH + field(9, "20") + field(35, "D")
                    + field(34, Long.toString(number)) + field(10, "000");
            line.send(garbled.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            write(msgType, number, "", body);
        }
    }

    private long keep(final String msgType, final String body, final String clOrdId) {
        sent.put(next, new Sent(msgType, body, clOrdId, party.utcNow()));
        return next++;
    }

    private void write(final String msgType, final long number, final String more, final String body) {
        line.send(FixLine.write(
                msgType,
                field(49, party.compId())
                        + field(56, party.targetCompId())
                        + field(34, Long.toString(number))
                        + more
                        + field(52, party.utcNow()),
                body));
    }

    /**
     * Answers a ResendRequest(2): requests go out again but for some that are withdrawn, and gap fills stand for all else.
     *
     * @param from BeginSeqNo(7); the end is what was said last.
     */
    void sayAgain(final long from) {
        long gapFrom = 0;
        for (final Map.Entry<Long, Sent> entry : new TreeMap<>(sent.tailMap(from, true)).entrySet()) {
            final long number = entry.getKey();
            final Sent message = entry.getValue();
            final boolean isWithdrawn = !calm && party.random().nextInt(25) == 0;
            if (!message.isRequest() || isWithdrawn) {
                gapFrom = gapFrom == 0 ? number : gapFrom;
                giveUp(message);
                continue;
            }
            fillGap(gapFrom, number);
            gapFrom = 0;
            write(message.msgType(), number, possDup(message.sendingTime()), message.body());
        }
        fillGap(gapFrom, next);
    }

    private void giveUp(final Sent message) {
        if (message.isRequest()) {
            givenUp.accept(message.clOrdId());
        }
    }

    private void fillGap(final long from, final long newSeqNo) {
        if (from != 0) {
            write("4", from, possDup(party.utcNow()), field(123, "Y") + field(36, Long.toString(newSeqNo)));
        }
    }

    private static String possDup(final String origSendingTime) {
        return field(43, "Y") + field(122, origSendingTime);
    }
}
