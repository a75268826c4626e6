package io.weir.core.session;

import io.weir.core.Outbox;
import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import io.weir.protocol.Bounds;
import io.weir.protocol.command.SetHold;
import io.weir.protocol.event.HoldChanged;
import io.weir.protocol.event.NumbersRaised;

/**
 * Standing still after a loss of power, and the way out of it. While it is held no client gets its session. To go on, our
 * number of every session is raised beyond whatever the client may have seen: the client then finds a gap, asks for it, and
 * gets a gap fill. What a client sent before its first Logon behind that may have been worked by the past that is lost, so it
 * is refused and never worked a second time. Source: docs/fix-sessions.md, power.
 */
public final class Hold implements Snapshotable {
    private final FixSessions sessions;
    private final Outbox outbox;
    private boolean held;
    private String text = "";
    private long raiseBy;
    private String releaseText = "";

    Hold(final FixSessions sessions, final Outbox outbox) {
        this.sessions = sessions;
        this.outbox = outbox;
    }

    /** {@return whether the gateway stands still} */
    public boolean isHeld() {
        return held;
    }

    /** {@return why it does, "" if it does not} */
    public String text() {
        return text;
    }

    /** {@return what every counter of ours is being raised by, 0 if nobody has let it go on} */
    public long raiseBy() {
        return raiseBy;
    }

    /**
     * Begins to stand still; changes nothing if it does already.
     *
     * @param why for the journal.
     */
    public void begin(final String why) {
        if (!held) {
            held = true;
            text = Bounds.cutText(why);
            outbox.say(new HoldChanged(true, text));
        }
    }

    /**
     * Begins to let it go on; {@link #raise} has to follow.
     *
     * @param command with {@code held} false.
     * @return what is wrong with it, naming field, value and bound; "" if it was taken.
     */
    public String beginRelease(final SetHold command) {
        final String fault = faultOf(command);
        if (fault.isEmpty()) {
            raiseBy = command.raiseNumbersBy();
            releaseText = Bounds.cutText(command.text());
        }
        return fault;
    }

    private String faultOf(final SetHold command) {
        if (!held) {
            return "the gateway is not held: there is nothing to recover";
        }
        if (raiseBy > 0) {
            return "the gateway is on its way already: numbers are being raised by " + raiseBy;
        }
        final long by = command.raiseNumbersBy();
        if (by < 1 || by > Bounds.MAX_RAISE) {
            return "raiseNumbersBy " + by + " is not from 1 to " + Bounds.MAX_RAISE;
        }
        for (int id = 1; id <= sessions.size(); id++) {
            final FixSession session = sessions.get(id);
            if (session.nextOut + by >= Bounds.MAX_SEQ_NUM) {
                return "raiseNumbersBy " + by + " brings MsgSeqNum(34) of " + session.compId + " from "
                        + session.nextOut + " to " + Bounds.MAX_SEQ_NUM + " or more";
            }
        }
        return "";
    }

    /**
     * Raises our numbers of the next sessions.
     *
     * @param from  id of the session to begin with, 1 and more.
     * @param limit the most sessions, and so events.
     * @return id of the session to go on with, 0 if all are raised.
     */
    public int raise(final int from, final int limit) {
        final int end = Math.min(sessions.size(), from + limit - 1);
        for (int id = from; id <= end; id++) {
            raise(sessions.get(id));
        }
        return end == sessions.size() ? 0 : end + 1;
    }

    private void raise(final FixSession session) {
        final long before = session.nextOut;
        session.nextOut = before + raiseBy;
        session.isPastInDoubt = true;
        outbox.say(new NumbersRaised(session.sessionId, session.compId, before, session.nextOut));
    }

    /** All is raised: the gateway goes on. */
    public void end() {
        held = false;
        raiseBy = 0;
        text = "";
        outbox.say(new HoldChanged(false, releaseText));
        releaseText = "";
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.section("hold");
        snapshot.putBoolean(held);
        snapshot.putText(text);
        snapshot.putLong(raiseBy);
        snapshot.putText(releaseText);
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        snapshot.section("hold");
        held = snapshot.getBoolean();
        text = snapshot.getText();
        raiseBy = snapshot.getLong();
        releaseText = snapshot.getText();
    }
}
