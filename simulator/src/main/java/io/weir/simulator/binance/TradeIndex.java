package io.weir.simulator.binance;

import io.weir.simulator.matching.Account;
import io.weir.simulator.matching.Exchange;
import io.weir.simulator.matching.Order;
import io.weir.simulator.matching.OrderBook;
import io.weir.simulator.matching.Trade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each account's trades by symbol in the order of their ids, a bounded number; the oldest are forgotten by halves. */
final class TradeIndex {
    private static final int MAX_PER_LIST = 1_000_000;

    private final Map<Account, Map<OrderBook, List<Entry>>> lists = new HashMap<>();

    /** Takes in what the exchange knows already. */
    TradeIndex(final Exchange exchange) {
        exchange.forEachOrder(0, order -> {
            for (int fill = 0; fill < order.fills().size(); fill++) {
                list(order).add(new Entry(order, fill));
            }
            return true;
        });
        lists.values()
                .forEach(byBook -> byBook.values().forEach(l -> l.sort(Comparator.comparingLong(Entry::tradeId))));
    }

    void onTrade(final Trade trade) {
        add(trade.maker());
        add(trade.taker());
    }

    private void add(final Order order) {
        if (!order.account().isHouse()) {
            final List<Entry> list = list(order);
            if (list.size() >= MAX_PER_LIST) {
                list.subList(0, MAX_PER_LIST / 2).clear();
            }
            list.add(new Entry(order, order.fills().size() - 1));
        }
    }

    private List<Entry> list(final Order order) {
        return lists.computeIfAbsent(order.account(), a -> new HashMap<>())
                .computeIfAbsent(order.book(), b -> new ArrayList<>());
    }

    /** All known trades of the account in the book, oldest first. */
    List<Entry> trades(final Account account, final OrderBook book) {
        return lists.getOrDefault(account, Map.of()).getOrDefault(book, List.of());
    }

    /** The first place in {@code trades} with an id of at least {@code fromId}. */
    static int indexFrom(final List<Entry> trades, final long fromId) {
        int low = 0;
        int high = trades.size();
        while (low < high) {
            final int middle = low + high >>> 1;
            if (trades.get(middle).tradeId() < fromId) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * One fill of one order.
     *
     * @param fill its place among the order's fills.
     */
    record Entry(Order order, int fill) {
        long tradeId() {
            return order.fills().tradeId(fill);
        }
    }
}
