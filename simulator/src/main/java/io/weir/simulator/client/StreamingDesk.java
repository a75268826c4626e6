package io.weir.simulator.client;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import quickfix.Message;
import quickfix.field.ClOrdID;
import quickfix.field.ExecType;
import quickfix.field.MsgType;
import quickfix.field.OrigClOrdID;
import quickfix.field.Side;

/**
 * A client that streams orders, cancels and replaces whether the gateway is there or not, and keeps its own books: every
 * ClOrdID it used, every report it got, what is missing and what is wrong. Its choices come from a seed. Methods may be
 * called from any thread.
 */
public final class StreamingDesk implements FixClientListener {
    /** What a desk is made to trade: a resting, a crossing and a far price keep every kind of order in play. */
    private static final String SYMBOL = "BTC-USD";

    private final String prefix;
    private final Random random;
    private final Map<String, OrderChain> chainByClOrdId = new HashMap<>();
    private final Map<String, OrderChain> chains = new LinkedHashMap<>();
    private final Set<String> unanswered = new LinkedHashSet<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final Map<String, Character> sideByClOrdId = new HashMap<>();
    private final Set<String> execIds = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
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
    }

    /**
     * Makes the next message of the stream: mostly new orders, now and then a cancel or a replace of one that is open.
     *
     * @return to be sent by the caller, at once and in this order.
     */
    public synchronized Message next() {
        final int dice = random.nextInt(10);
        if (dice >= 7 && !open.isEmpty()) {
            final String target = someOpen();
            return dice == 9 ? replace(target) : cancel(target);
        }
        return newOrder();
    }

    /** {@return cancels of all that is open; sent until there is none} */
    public synchronized List<Message> cancelAll() {
        final List<Message> cancels = new ArrayList<>();
        List.copyOf(open).forEach(target -> cancels.add(cancel(target)));
        return cancels;
    }

    private String someOpen() {
        int skip = random.nextInt(Math.min(open.size(), 16));
        for (final String clOrdId : open) {
            if (skip-- == 0) {
                return clOrdId;
            }
        }
        throw new IllegalStateException("fewer open orders than counted");
    }

    private Message newOrder() {
        final String clOrdId = nextId();
        final char side = random.nextBoolean() ? Side.BUY : Side.SELL;
        final boolean crossing = random.nextInt(3) > 0;
        final int distance = random.nextInt(1_000);
        final boolean above = (side == Side.BUY) == crossing;
        final String price = String.valueOf(above ? 50_200 + distance : 49_800 - distance);
        final String qty = "0.0" + (1 + random.nextInt(9));
        final OrderChain chain = new OrderChain(clOrdId);
        chains.put(clOrdId, chain);
        chainByClOrdId.put(clOrdId, chain);
        sideByClOrdId.put(clOrdId, side);
        unanswered.add(clOrdId);
        return Orders.limit(clOrdId, side, SYMBOL, qty, price);
    }

    private Message cancel(final String target) {
        final String clOrdId = request(target);
        return Orders.cancel(clOrdId, target, sideByClOrdId.get(target), SYMBOL, "1");
    }

    private Message replace(final String target) {
        final String clOrdId = request(target);
        final char side = sideByClOrdId.get(target);
        final String price = String.valueOf((side == Side.BUY ? 49_000 : 51_000) + random.nextInt(100));
        return Orders.replace(clOrdId, target, side, SYMBOL, "0.1" + random.nextInt(9), price);
    }

    /** The target is left alone until the answer tells by which ClOrdID it goes on. */
    private String request(final String target) {
        final String clOrdId = nextId();
        chainByClOrdId.put(clOrdId, chainByClOrdId.get(target));
        sideByClOrdId.put(clOrdId, sideByClOrdId.get(target));
        unanswered.add(clOrdId);
        open.remove(target);
        return clOrdId;
    }

    private String nextId() {
        count++;
        return prefix + "-" + count;
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
        final String execId = chain.take(report);
        if (!execId.isEmpty() && !execIds.add(execId)) {
            faults.add("ExecID " + execId + " came twice, the second time for " + clOrdId);
        }
        final String execType = Orders.text(report, ExecType.FIELD);
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

    private void onCancelReject(final Message reject, final String clOrdId, final OrderChain chain) {
        chain.takeReject(reject);
        unanswered.remove(clOrdId);
        if (!chain.isEnded()) {
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
        return unanswered.stream().limit(20).toList();
    }

    /** {@return orders that are neither filled, canceled nor rejected, by the ClOrdID that they began with} */
    public synchronized List<String> notEnded() {
        return chains.values().stream()
                .filter(chain -> !chain.isEnded())
                .map(OrderChain::clOrdId)
                .toList();
    }

    /** {@return ExecID(17) of every execution reported} */
    public synchronized Set<String> execIds() {
        return new TreeSet<>(execIds);
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
        final Map<String, String> clOrdIdByOrderId = new HashMap<>();
        for (final OrderChain chain : chains.values()) {
            for (final String fault : chain.faults()) {
                all.add(fault + "\n    " + String.join("\n    ", chain.history()));
            }
            final String other = clOrdIdByOrderId.put(chain.orderId(), chain.clOrdId());
            if (!chain.orderId().isEmpty() && other != null) {
                all.add("OrderID " + chain.orderId() + " stands for " + other + " and " + chain.clOrdId());
            }
        }
        return all;
    }

    /**
     * The story of one order, for a person to look at.
     *
     * @param clOrdId of the order or of a request about it.
     * @return one line a message.
     */
    public synchronized List<String> history(final String clOrdId) {
        final OrderChain chain = chainByClOrdId.get(clOrdId);
        return chain == null ? List.of() : List.copyOf(chain.history());
    }
}
