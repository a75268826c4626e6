package io.weir.venue;

import io.weir.protocol.command.VenueQuote;
import io.weir.venue.report.VenueReportHandler;
import io.weir.venue.request.VenueCancel;
import io.weir.venue.request.VenueOrder;
import io.weir.venue.request.VenueQuery;
import io.weir.venue.request.VenueReplace;
import java.util.List;

/**
 * One account at one exchange. An adapter translates and decides nothing: it keeps the ids it needs to translate, no order
 * state, repeats nothing by itself, and concludes nothing from silence.
 *
 * <p>Called on one thread, the agent's own; nothing here blocks. An adapter may have threads of its own behind it (a FIX
 * engine, an event loop): what they hear waits in a bounded place until {@link #poll} hands it on, in the order in which
 * the venue said it.
 *
 * <p><b>A send has three outcomes:</b> accepted, refused, unknown. {@code false} of a {@code try…} is none of them: nothing
 * has left, and the agent comes again. {@code true} means that bytes may have left; from then on only the venue's word
 * counts. Ids in reports are those the request gave.
 *
 * <p><b>Connections.</b> An adapter connects and reconnects by itself once opened, at least once a second. Its state is
 * what the last {@link io.weir.venue.report.ConnectionChanged} said that {@link #poll} has handed on: a connection made
 * since then does not count yet, and {@code try…} answers {@code false} on it. So the agent never sends on a connection
 * it has not reconciled.
 */
public interface VenueAdapter extends AutoCloseable {
    /**
     * Takes what to run whenever there may be something new for {@link #poll} or {@link #quote}, behind what is new. Called
     * before {@link #open} or not at all. Where this does nothing, nobody may sleep long for it.
     *
     * @param wake for any thread, never blocks.
     */
    default void onNews(final Runnable wake) {}

    /**
     * Begins to connect and returns at once. Called once, before anything else.
     *
     * @param start names this start of the edge, 1 to 20 of {@code [a-z0-9-]}; no other start of it ever had the name. Where a
     *     venue may say an answer again to a later start (a FIX session), the ids of questions carry it: else an answer to the
     *     third question of the last start would be taken for one to the third of this.
     */
    void open(String start);

    /**
     * Sends a new order.
     *
     * @param order its {@code venueClOrdId} was never used before.
     * @return false if throttled or not connected: nothing has left.
     */
    boolean trySend(VenueOrder order);

    /**
     * Asks the venue to cancel. May be repeated, each time under a new {@code cancelClOrdId}. Says nothing where the venue
     * gave no clear answer: the agent asks again.
     *
     * @param cancel what to cancel.
     * @return false if throttled or not connected: nothing has left.
     */
    boolean tryCancel(VenueCancel cancel);

    /**
     * Asks the venue to change an order. Only called where the venue is defined as able to.
     *
     * @param replace its {@code venueClOrdId} was never used before.
     * @return false if throttled or not connected: nothing has left.
     */
    boolean tryReplace(VenueReplace replace);

    /**
     * After each connection: asks how our open orders stand and for the fills that we may have missed. What is found comes
     * by {@link #poll}, fills of an order before its {@link io.weir.venue.report.QueryAnswered}, each fill with the same
     * {@code venueExecId} as if it had come live; then one {@link io.weir.venue.report.Reconciled}. For orders that the
     * venue can only be asked for one by one, no answer is needed here: the agent asks for what stays unanswered by
     * {@link #tryQuery}.
     *
     * @param open every order of ours that may be open there; valid during the call only.
     * @return false if throttled or not connected: nothing has left.
     */
    boolean tryReconcile(List<VenueQuery> open);

    /**
     * Asks for one order or replace by our id. The answer is one {@link io.weir.venue.report.QueryAnswered}, missed fills
     * before it; answers to questions for the same order come in the order of the questions.
     *
     * @param query what to ask for.
     * @return false if throttled or not connected: nothing has left.
     */
    boolean tryQuery(VenueQuery query);

    /**
     * Lets what the {@code try…} calls took leave now, where it does not leave by itself; called once behind them all.
     */
    default void flush() {}

    /**
     * One duty cycle: hands on what has arrived.
     *
     * @param handler gets each report once, in the venue's order.
     * @param limit   the most reports to hand on; the rest waits.
     * @return how many were handed on.
     */
    int poll(VenueReportHandler handler, int limit);

    /**
     * Tells that the log holds what the first {@code reportCount} reports led to. An adapter whose venue can say reports
     * again (a FIX session) may forget them now, and not before: what is not in the log when the process dies has to be
     * said again by the venue.
     *
     * @param reportCount counted from the first that {@link #poll} ever handed on; never falling.
     */
    default void onTaken(final long reportCount) {}

    /**
     * The top of one book as it is now.
     *
     * @param symbol ours, one of the configured ones.
     * @return at most {@link io.weir.protocol.Bounds#MAX_QUOTE_LEVELS} levels a side; not live, and without levels, unless
     *     the book is connected, without a gap and fresh.
     */
    VenueQuote quote(String symbol);

    /** {@return about how many orders it would take now: 0 while not connected or throttled} */
    int sendable();

    /** {@return whether a connection is up, as the last report handed on says} */
    boolean isConnected();

    /** Disconnects; orders at the venue stay as they are. */
    @Override
    void close();
}
