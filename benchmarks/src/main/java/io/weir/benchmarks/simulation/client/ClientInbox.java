package io.weir.benchmarks.simulation.client;

import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The numbers that a client expects. It hands on what comes in order, and throws on a number that no correct counterparty sends.
 * Some clients hold back what comes behind a gap, others leave it to the resend.
 */
final class ClientInbox {
    private final Party party;
    private final boolean holds;
    private final BooleanSupplier isOpen;
    private final Consumer<FixLine> session;
    private final TreeMap<Long, FixLine> held = new TreeMap<>();
    private long expected = 1;
    private long gapTop;

    /**
     * An inbox that expects 1.
     *
     * @param party   whose it is; draws whether it holds.
     * @param isOpen  whether the line is, still.
     * @param session gets each message in the order of its number, once; no Logon, no gap fill.
     */
    ClientInbox(final Party party, final BooleanSupplier isOpen, final Consumer<FixLine> session) {
        this.party = party;
        this.holds = party.random().nextBoolean();
        this.isOpen = isOpen;
        this.session = session;
    }

    /** {@return MsgSeqNum(34) of the next message} */
    long expected() {
        return expected;
    }

    /** {@return the highest number that was seen behind a gap, 0 for none since the line opened} */
    long gapTop() {
        return gapTop;
    }

    /** {@return whether nothing is missing} */
    boolean isWhole() {
        return gapTop < expected;
    }

    /** A line has opened. */
    void begin(final long nextExpected) {
        expected = nextExpected;
        gapTop = 0;
        held.clear();
    }

    /**
     * Judges the number of a Logon that resets nothing.
     *
     * @return whether something is missing before it.
     */
    boolean onLogon(final FixLine logon) {
        final long number = logon.number(34);
        if (number == expected) {
            expected++;
            return false;
        }
        gapTop = number;
        return true;
    }

    /**
     * Judges the number of a message.
     *
     * @return false if it was had before, and says so.
     */
    boolean isNew(final FixLine message) {
        final boolean isNew = message.number(34) >= expected;
        if (!isNew && !message.isYes(43)) {
            throw party.violation("no message has a low number, " + expected + " is expected", message);
        }
        return isNew;
    }

    /** Takes a new message that is no Logon, and what was held for it. */
    void take(final FixLine message) {
        final long number = message.number(34);
        if (number == expected) {
            handOn(message);
            takeHeld();
        } else if (gapTop >= expected) {
            gapTop = Math.max(gapTop, number);
            if (holds) {
                held.putIfAbsent(number, message);
            }
        } else {
            throw party.violation(
                    "no message has a high number where nothing was lost, " + expected + " is expected", message);
        }
    }

    /** What a message does may end the line; what was held for a dead one comes again by resend. */
    private void takeHeld() {
        while (isOpen.getAsBoolean() && !held.isEmpty() && held.firstKey() <= expected) {
            final FixLine message = held.pollFirstEntry().getValue();
            if (message.number(34) == expected) {
                handOn(message);
            }
        }
    }

    private void handOn(final FixLine message) {
        if (message.isYes(123)) {
            if (message.number(36) <= message.number(34) || !message.isYes(43)) {
                throw party.violation("a gap fill fills a gap", message);
            }
            expected = message.number(36);
            return;
        }
        expected++;
        session.accept(message);
    }
}
