package io.weir.simulator.matching;

import java.util.ArrayList;
import java.util.List;

/** Writes down what an exchange says, one short line each, and the trades whole. */
final class Recorder implements ExchangeListener {
    final List<String> lines = new ArrayList<>();
    final List<Trade> trades = new ArrayList<>();

    @Override
    public void onAccepted(final Order order) {
        lines.add("accepted " + order.clOrdId());
    }

    @Override
    public void onTrade(final Trade trade) {
        trades.add(trade);
        lines.add("trade " + trade.maker().clOrdId() + " " + trade.taker().clOrdId() + " " + trade.lastQty() + "@"
                + trade.lastPx());
    }

    @Override
    public void onCanceled(final Order order, final String cancelClOrdId) {
        lines.add("canceled " + order.clOrdId() + " by " + cancelClOrdId);
    }

    @Override
    public void onExpired(final Order order) {
        lines.add("expired " + order.clOrdId());
    }

    @Override
    public void onReplaced(final Order order, final String origClOrdId) {
        lines.add("replaced " + origClOrdId + " by " + order.clOrdId());
    }

    List<String> collect() {
        final List<String> said = List.copyOf(lines);
        lines.clear();
        return said;
    }
}
