package io.weir.simulator.fix;

import io.weir.simulator.matching.Decimals;
import io.weir.simulator.matching.Exchange;
import io.weir.simulator.matching.Instrument;
import io.weir.simulator.matching.OrderBook;
import io.weir.simulator.matching.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import quickfix.FieldNotFound;
import quickfix.Group;
import quickfix.Message;
import quickfix.fix44.MarketDataIncrementalRefresh;
import quickfix.fix44.MarketDataRequestReject;
import quickfix.fix44.MarketDataSnapshotFullRefresh;

/**
 * MarketDataRequest(V): bids and offers as a snapshot (W), then every 100 ms what has changed (X), or the whole again (W) if asked so.
 * A level is known by side and price. Subscriptions end with the connection. Called under the venue's lock.
 */
final class MarketDataDesk {
    private static final int MAX_SUBSCRIPTIONS = 200;
    private static final int MAX_DEPTH = 5_000;
    private static final char SNAPSHOT = '0';
    private static final char SUBSCRIBE = '1';
    private static final char UNSUBSCRIBE = '2';
    private static final char UNKNOWN_SYMBOL = '0';
    private static final char DUPLICATE_REQUEST = '1';
    private static final char INSUFFICIENT_BANDWIDTH = '2';
    private static final char UNSUPPORTED_SUBSCRIPTION = '4';
    private static final char UNSUPPORTED_ENTRY_TYPE = '8';

    private final Exchange exchange;
    private final Map<OrderBook, Long> versions = new HashMap<>();
    private final List<Subscription> subscriptions = new ArrayList<>();

    MarketDataDesk(final Exchange exchange) {
        this.exchange = exchange;
        for (final OrderBook book : exchange.books()) {
            versions.put(book, 0L);
            book.listen((side, price) -> versions.merge(book, 1L, Long::sum));
        }
    }

    void onRequest(final Customer customer, final Message fix) throws FieldNotFound {
        final String requestId = fix.getString(262);
        final char type = fix.getChar(263);
        if (type == UNSUBSCRIBE) {
            subscriptions.removeIf(s -> s.customer == customer && s.requestId.equals(requestId));
            return;
        }
        if (type != SNAPSHOT && type != SUBSCRIBE) {
            reject(customer, requestId, UNSUPPORTED_SUBSCRIPTION, "SubscriptionRequestType(263) must be 0, 1 or 2");
            return;
        }
        if (subscriptions.stream().anyMatch(s -> s.customer == customer && s.requestId.equals(requestId))) {
            reject(customer, requestId, DUPLICATE_REQUEST, "MDReqID(262) " + requestId + " is in use");
            return;
        }
        final List<Side> sides = sides(fix);
        if (sides == null) {
            reject(customer, requestId, UNSUPPORTED_ENTRY_TYPE, "MDEntryType(269) must be 0 or 1");
            return;
        }
        subscribe(customer, fix, requestId, sides);
    }

    private void subscribe(final Customer customer, final Message fix, final String requestId, final List<Side> sides)
            throws FieldNotFound {
        final int asked = fix.getInt(264);
        final int depth = asked <= 0 || asked > MAX_DEPTH ? MAX_DEPTH : asked;
        final boolean whole = fix.isSetField(265) && fix.getInt(265) == 0;
        final List<Subscription> wanted = new ArrayList<>();
        for (int n = 1; n <= fix.getInt(146); n++) {
            final String symbol = fix.getGroup(n, 146).getString(55);
            final OrderBook book = exchange.book(symbol);
            if (book == null) {
                reject(customer, requestId, UNKNOWN_SYMBOL, "Symbol(55) " + symbol + " is unknown");
                return;
            }
            wanted.add(new Subscription(customer, requestId, book, sides, depth, whole));
        }
        if (subscriptions.size() + wanted.size() > MAX_SUBSCRIPTIONS) {
            reject(customer, requestId, INSUFFICIENT_BANDWIDTH, "more than " + MAX_SUBSCRIPTIONS + " subscriptions");
            return;
        }
        wanted.forEach(Subscription::sendWhole);
        if (fix.getChar(263) == SUBSCRIBE) {
            subscriptions.addAll(wanted);
        }
    }

    private static List<Side> sides(final Message fix) throws FieldNotFound {
        final List<Side> sides = new ArrayList<>();
        for (int n = 1; n <= fix.getInt(267); n++) {
            final char type = fix.getGroup(n, 267).getChar(269);
            if (type != '0' && type != '1') {
                return null;
            }
            sides.add(type == '0' ? Side.BUY : Side.SELL);
        }
        return sides;
    }

    private static void reject(final Customer customer, final String requestId, final char reason, final String text) {
        final MarketDataRequestReject reject = new MarketDataRequestReject();
        reject.setString(262, requestId);
        reject.setChar(281, reason);
        reject.setString(58, text);
        customer.send(reject);
    }

    /** Sends each subscriber what has changed since the last call. */
    void publish() {
        for (final Subscription subscription : subscriptions) {
            subscription.publish();
        }
    }

    void onDisconnect(final Customer customer) {
        subscriptions.removeIf(s -> s.customer == customer);
    }

    private final class Subscription {
        private final Customer customer;
        private final String requestId;
        private final OrderBook book;
        private final List<Side> sides;
        private final boolean whole;
        private final int depth;
        private final Map<Side, DepthView> views = new HashMap<>();
        private long version;

        Subscription(
                final Customer customer,
                final String requestId,
                final OrderBook book,
                final List<Side> sides,
                final int depth,
                final boolean whole) {
            this.customer = customer;
            this.requestId = requestId;
            this.book = book;
            this.sides = sides;
            this.depth = depth;
            this.whole = whole;
        }

        void publish() {
            if (version == versions.get(book)) {
                return;
            }
            if (whole) {
                sendWhole();
            } else {
                sendChanges();
            }
        }

        void sendWhole() {
            version = versions.get(book);
            final MarketDataSnapshotFullRefresh refresh = new MarketDataSnapshotFullRefresh();
            refresh.setString(262, requestId);
            refresh.setString(55, book.instrument().symbol());
            for (final Side side : sides) {
                final DepthView view = new DepthView(depth);
                views.put(side, view);
                view.update(book.side(side), (action, price, qty) -> {
                    final Group entry = new MarketDataSnapshotFullRefresh.NoMDEntries();
                    putEntry(entry, side, price, qty);
                    refresh.addGroupRef(entry);
                });
            }
            if (!refresh.isSetField(268)) {
                refresh.setInt(268, 0);
            }
            customer.send(refresh);
        }

        private void sendChanges() {
            version = versions.get(book);
            final MarketDataIncrementalRefresh refresh = new MarketDataIncrementalRefresh();
            refresh.setString(262, requestId);
            for (final Side side : sides) {
                views.get(side).update(book.side(side), (action, price, qty) -> {
                    final Group entry = new MarketDataIncrementalRefresh.NoMDEntries();
                    entry.setChar(279, action);
                    putEntry(entry, side, price, qty);
                    entry.setString(55, book.instrument().symbol());
                    refresh.addGroupRef(entry);
                });
            }
            if (refresh.hasGroup(268)) {
                customer.send(refresh);
            }
        }

        private void putEntry(final Group entry, final Side side, final long price, final long qty) {
            final Instrument i = book.instrument();
            entry.setChar(269, side == Side.BUY ? '0' : '1');
            entry.setString(270, Decimals.format(price, i.priceScale()));
            entry.setString(271, Decimals.format(qty, i.qtyScale()));
        }
    }
}
