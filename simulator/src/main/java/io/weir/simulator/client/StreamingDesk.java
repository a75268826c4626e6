package io.weir.simulator.client;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import quickfix.Message;
import quickfix.field.ClOrdID;
import quickfix.field.CumQty;
import quickfix.field.ExecID;
import quickfix.field.ExecType;
import quickfix.field.LastMkt;
import quickfix.field.LastPx;
import quickfix.field.LastQty;
import quickfix.field.LeavesQty;
import quickfix.field.MsgType;
import quickfix.field.OrdStatus;
import quickfix.field.OrderID;
import quickfix.field.OrigClOrdID;
import quickfix.field.PossResend;
import quickfix.field.Side;
import quickfix.field.Symbol;

/**
 * A client that streams orders, cancels and replaces whether the gateway is there or not, and keeps its own books: every
 * ClOrdID it used, every report it got, what is missing and what is wrong. Its choices come from a seed. Methods may be
 * called from any thread.
 */
public final class StreamingDesk implements FixClientListener {
    private static final String TRADE = "F";
    private static final String STATUS = "I";
    private static final int CANDIDATES = 16;

    private final String prefix;
    private final Random random;
    private final OrderMix mix;
    private final SeenReports seen = new SeenReports();
    private final Map<String, OrderChain> chainByClOrdId = new HashMap<>();
    private final Map<String, OrderChain> chains = new LinkedHashMap<>();
    private final Map<String, Message> unanswered = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final Map<String, Execution> executions = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private int count;

    /**
     * Makes a desk.
     *
     * @param prefix of its ClOrdIDs.
     * @param seed   of its choices.
     */
    public StreamingDesk(final String prefix, final long seed) {
        this.prefix = prefix;
        this.random = new Random(seed);
        this.mix = new OrderMix(random);
    }

    /**
     * Makes the next message of the stream: mostly new orders, now and then a cancel or a replace of one that is open, and
     * rarely a cancel of one that never was.
     *
     * @return to be sent by the caller, at once and in this order.
     */
    public synchronized Message next() {
        final int dice = random.nextInt(100);
        if (dice >= 65 && dice < 99 && !open.isEmpty()) {
            final String target = someOpen();
            return dice >= 82 ? replace(target) : cancel(target);
        }
        return dice == 99 ? cancelOfNothing() : newOrder();
    }

    /** {@return cancels of all that is open; sent until there is none} */
    public synchronized List<Message> cancelAll() {
        final List<Message> cancels = new ArrayList<>();
        List.copyOf(open).forEach(target -> cancels.add(cancel(target)));
        return cancels;
    }

    /**
     * For a client whose numbers start anew with each Logon: what it sent before may never have arrived, and nobody asks.
     *
     * @return each request without an answer once more, with PossResend(97)=Y, oldest first.
     */
    public synchronized List<Message> saidAgain() {
        final List<Message> again = new ArrayList<>();
        unanswered.forEach((clOrdId, message) -> {
            final Message copy = (Message) message.clone();
            copy.getHeader().setBoolean(PossResend.FIELD, true);
            chainByClOrdId.get(clOrdId).sayAgain();
            again.add(copy);
        });
        return again;
    }

    /** {@return a question for the status of each order; {@link #unknownStatuses} has what is not answered yet} */
    public synchronized List<Message> statusRequests() {
        final List<Message> questions = new ArrayList<>();
        for (final OrderChain chain : chains.values()) {
            if (chain.isOrder()) {
                asked.add(chain.orderId());
                questions.add(Orders.status(chain.clOrdId(), chain.side(), chain.symbol()));
            }
        }
        return questions;
    }

    /** {@return orders whose status was asked for and not answered, by OrderID(37)} */
    public synchronized Set<String> unknownStatuses() {
        return Set.copyOf(asked);
    }

    private String someOpen() {
        int skip = random.nextInt(Math.min(open.size(), CANDIDATES));
        for (final String clOrdId : open) {
            if (skip-- == 0) {
                return clOrdId;
            }
        }
        throw new IllegalStateException("fewer open orders than counted");
    }

    private Message newOrder() {
        final String clOrdId = nextId();
        final Message order = mix.order(clOrdId);
        begin(clOrdId, Orders.text(order, Side.FIELD).charAt(0), Orders.text(order, Symbol.FIELD));
        unanswered.put(clOrdId, order);
        return order;
    }

    private Message cancelOfNothing() {
        final String clOrdId = nextId();
        begin(clOrdId, Side.BUY, "BTC-USD").takeNothing();
        final Message request = Orders.cancel(clOrdId, prefix + "-nothing", Side.BUY, "BTC-USD", "1");
        unanswered.put(clOrdId, request);
        return request;
    }

    private OrderChain begin(final String clOrdId, final char side, final String symbol) {
        final OrderChain chain = new OrderChain(clOrdId, side, symbol);
        chains.put(clOrdId, chain);
        chainByClOrdId.put(clOrdId, chain);
        return chain;
    }

    private Message cancel(final String target) {
        final OrderChain chain = chainByClOrdId.get(target);
        final String clOrdId = request(target, chain);
        final Message request = Orders.cancel(clOrdId, target, chain.side(), chain.symbol(), "1");
        unanswered.put(clOrdId, request);
        return request;
    }

    private Message replace(final String target) {
        final OrderChain chain = chainByClOrdId.get(target);
        final String clOrdId = request(target, chain);
        final Message request = mix.replace(clOrdId, chain, target);
        unanswered.put(clOrdId, request);
        return request;
    }

    /** The target is left alone until the answer tells by which ClOrdID it goes on. */
    private String request(final String target, final OrderChain chain) {
        final String clOrdId = nextId();
        chainByClOrdId.put(clOrdId, chain);
        open.remove(target);
        return clOrdId;
    }

    private String nextId() {
        count++;
        return prefix + "-" + count;
    }

    @Override
    public synchronized void onTextIn(final String text) {
        final boolean first = seen.take(text, faults, doubled);
        final OrderChain chain = chainByClOrdId.get(FixText.field(text, ClOrdID.FIELD));
        if (chain != null && first) {
            chain.note("< " + FixText.readable(text));
        }
    }

    @Override
    public synchronized void onTextOut(final String text) {
        seen.judgeOut(text, faults);
        final OrderChain chain = chainByClOrdId.get(FixText.field(text, ClOrdID.FIELD));
        if (chain != null) {
            chain.note("> " + FixText.readable(text));
        }
    }

    @Override
    public synchronized void onMessage(final Message message) {
        final String type = Reports.msgType(message);
        final String clOrdId = Orders.text(message, ClOrdID.FIELD);
        final OrderChain chain = chainByClOrdId.get(clOrdId);
        if (chain == null) {
            faults.add("a message for no ClOrdID of ours: " + Reports.line(message));
        } else if (MsgType.EXECUTION_REPORT.equals(type)) {
            onReport(message, clOrdId, chain);
        } else if (MsgType.ORDER_CANCEL_REJECT.equals(type)) {
            onCancelReject(message, clOrdId, chain);
        } else {
            faults.add("an unlooked-for message: " + Reports.line(message));
        }
    }

    private void onReport(final Message report, final String clOrdId, final OrderChain chain) {
        final String execType = Orders.text(report, ExecType.FIELD);
        if (STATUS.equals(execType)) {
            chain.takeStatus(report);
            asked.remove(Orders.text(report, OrderID.FIELD));
            return;
        }
        final String execId = Orders.text(report, ExecID.FIELD);
        if (executions.containsKey(execId)) {
            if (!isSaidAgain(report)) {
                doubled.add("ExecID " + execId + " came twice, the second time for " + clOrdId);
            }
            return; // that it says the same as the first time is judged by its text
        }
        executions.put(execId, execution(report, clOrdId, execType));
        chain.take(report);
        if (!"6".equals(execType) && !"E".equals(execType)) {
            unanswered.remove(clOrdId);
        }
        if (chain.isEnded()) {
            open.remove(clOrdId);
            open.remove(Orders.text(report, OrigClOrdID.FIELD));
        } else if ("0".equals(execType) || "5".equals(execType)) {
            open.add(clOrdId);
        }
    }

    private static Execution execution(final Message report, final String clOrdId, final String execType) {
        return new Execution(
                clOrdId,
                Orders.text(report, OrderID.FIELD),
                execType,
                Orders.text(report, OrdStatus.FIELD),
                Orders.decimal(report, LastQty.FIELD),
                Orders.decimal(report, LastPx.FIELD),
                Orders.text(report, LastMkt.FIELD),
                Orders.decimal(report, CumQty.FIELD),
                Orders.decimal(report, LeavesQty.FIELD));
    }

    private static boolean isSaidAgain(final Message message) {
        return message.getHeader().isSetField(PossResend.FIELD);
    }

    private void onCancelReject(final Message reject, final String clOrdId, final OrderChain chain) {
        chain.takeReject(reject);
        final boolean isNew = unanswered.remove(clOrdId) != null;
        if (isNew && !chain.isEnded() && chain.isOrder()) {
            open.add(Orders.text(reject, OrigClOrdID.FIELD));
        }
    }

    /** {@return how many messages the desk has made} */
    public synchronized int count() {
        return count;
    }

    /** {@return requests without an answer} */
    public synchronized int unanswered() {
        return unanswered.size();
    }

    /** {@return some requests without an answer, for a person to look at} */
    public synchronized List<String> unansweredIds() {
        return unanswered.keySet().stream().limit(20).toList();
    }

    /** {@return orders that are neither filled, canceled nor rejected, by the ClOrdID that they began with} */
    public synchronized List<String> notEnded() {
        return chains.values().stream()
                .filter(chain -> !chain.isEnded())
                .map(OrderChain::clOrdId)
                .toList();
    }

    /** {@return ExecID(17) of every Trade reported} */
    public synchronized Set<String> execIds() {
        final Set<String> trades = new TreeSet<>();
        executions.forEach((execId, execution) -> {
            if (TRADE.equals(execution.execType())) {
                trades.add(execId);
            }
        });
        return trades;
    }

    /** {@return every report that said something new, by ExecID(17)} */
    public synchronized Map<String, Execution> executions() {
        return new TreeMap<>(executions);
    }

    /** {@return orders that the gateway has taken or refused as such} */
    public synchronized int orders() {
        return chains.size();
    }

    /** {@return messages that came again with PossDupFlag(43)=Y} */
    public synchronized long possDups() {
        return seen.possDups();
    }

    /** {@return reports that came again under a new number, with PossResend(97)=Y} */
    public synchronized long possResends() {
        return seen.possResends();
    }

    /** {@return ResendRequests of the gateway} */
    public synchronized long resendRequests() {
        return seen.resendRequests();
    }

    /** {@return sum of LastQty times LastPx over all executions reported} */
    public synchronized BigDecimal notional() {
        return chains.values().stream().map(OrderChain::notional).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Judges all that was seen.
     *
     * @return what is wrong, with the history of the order concerned; empty if all is well.
     */
    public synchronized List<String> faults() {
        final List<String> all = new ArrayList<>(faults);
        chains.values().forEach(chain -> chain.faults().forEach(fault -> all.add(fault + story(chain))));
        return all;
    }

    /** {@return ExecIDs and OrderIDs that stand for two things, with the history of the order concerned} */
    public synchronized List<String> doubled() {
        final List<String> all = new ArrayList<>(doubled);
        final Map<String, String> clOrdIdByOrderId = new HashMap<>();
        for (final OrderChain chain : chains.values()) {
            chain.doubled().forEach(fault -> all.add(fault + story(chain)));
            final String other = chain.isOrder() ? clOrdIdByOrderId.put(chain.orderId(), chain.clOrdId()) : null;
            if (other != null) {
                all.add("OrderID " + chain.orderId() + " stands for " + other + " and " + chain.clOrdId());
            }
        }
        return all;
    }

    private static String story(final OrderChain chain) {
        return "\n    " + String.join("\n    ", chain.history());
    }

    /** {@return the ClOrdID that an order began with, by its OrderID(37); empty if it is none of this desk's} */
    public synchronized Optional<String> clOrdIdOf(final String orderId) {
        return chains.values().stream()
                .filter(chain -> chain.orderId().equals(orderId))
                .map(OrderChain::clOrdId)
                .findFirst();
    }

    /** {@return OrderID(37) of the order that a ClOrdID stands for; empty if there is none} */
    public synchronized Optional<String> orderIdOf(final String clOrdId) {
        return Optional.ofNullable(chainByClOrdId.get(clOrdId))
                .filter(OrderChain::isOrder)
                .map(OrderChain::orderId);
    }

    /**
     * The story of one order, for a person to look at.
     *
     * @param clOrdId of the order or of a request about it.
     * @return one line a message, as FIX text.
     */
    public synchronized List<String> history(final String clOrdId) {
        final OrderChain chain = chainByClOrdId.get(clOrdId);
        return chain == null ? List.of() : List.copyOf(chain.history());
    }
}
