package io.weir.simulator.floor;

import io.weir.simulator.SimulatorConfig;
import io.weir.simulator.SymbolConfig;
import io.weir.simulator.ledger.LedgerHandler;
import io.weir.simulator.ledger.LedgerReader;
import io.weir.simulator.ledger.RecordedTrade;
import io.weir.simulator.ledger.RecordedTrade.Party;
import io.weir.simulator.matching.Account;
import io.weir.simulator.matching.Exchange;
import io.weir.simulator.matching.Instrument;
import io.weir.simulator.matching.NewOrder;
import io.weir.simulator.matching.OrdStatus;
import io.weir.simulator.matching.Order;
import io.weir.simulator.matching.Side;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a venue has on record, as JSON lines, for whoever compares it with a customer's books. Orders and balances come from the
 * running venue, executions from its ledger, so none is ever missing. Any thread; the lines come on the caller's.
 */
public final class VenueAudit {
    private static final int PAGE = 1_000;
    private static final int LINE = 512;

    private final SimulatorConfig config;
    private final VenueThread thread;
    private final Supplier<Exchange> exchange;
    private final Map<String, Instrument> instruments = new HashMap<>();

    /** @param exchange the venue's, looked up on its thread; it is another one after a restart. */
    public VenueAudit(final SimulatorConfig config, final VenueThread thread, final Supplier<Exchange> exchange) {
        this.config = config;
        this.thread = thread;
        this.exchange = exchange;
        for (final SymbolConfig symbol : config.symbols()) {
            instruments.put(symbol.instrument().symbol(), symbol.instrument());
        }
    }

    /**
     * Says each known order, oldest first, as one JSON line. Closed orders beyond the venue's bound are no longer known.
     *
     * @param account only this account's; null for all.
     */
    public void orders(final String account, final Consumer<String> lines) {
        long from = 0;
        while (from >= 0) {
            from = ordersPage(account, from, lines);
        }
    }

    private long ordersPage(final String account, final long from, final Consumer<String> lines) {
        final StringBuilder page = new StringBuilder();
        final long next = thread.call(() -> {
            final Page visited = new Page();
            exchange.get().forEachOrder(from, order -> {
                visited.lastOrderId = order.orderId();
                if (account == null || order.account().name().equals(account)) {
                    page.append(orderLine(order)).append('\n');
                }
                return ++visited.count < PAGE;
            });
            return visited.count < PAGE ? -1 : visited.lastOrderId + 1;
        });
        page.toString().lines().forEach(lines);
        return next;
    }

    private static final class Page {
        private int count;
        private long lastOrderId;
    }

    private static String orderLine(final Order order) {
        final Instrument i = order.instrument();
        return new JsonText(LINE)
                .open('{')
                .put("orderId", order.orderId())
                .put("clOrdId", order.clOrdId())
                .put("account", order.account().name())
                .put("symbol", i.symbol())
                .put("side", order.side().name())
                .put("ordType", order.ordType().name())
                .put("timeInForce", order.timeInForce().name())
                .putDecimal("price", order.price(), i.priceScale(), i.priceScale())
                .putDecimal("orderQty", order.orderQty(), i.qtyScale(), i.qtyScale())
                .putDecimal("cumQty", order.cumQty(), i.qtyScale(), i.qtyScale())
                .putDecimal("cumNotional", order.cumNotional(), Account.SCALE, Account.SCALE)
                .put("ordStatus", order.ordStatus().name())
                .put("createdMs", order.createdMs())
                .put("updatedMs", order.updatedMs())
                .close('}')
                .toString();
    }

    /**
     * Says each execution of each customer's order, oldest first, as one JSON line; a trade between two customers is two lines.
     *
     * @param account only this account's; null for all.
     */
    public void executions(final String account, final Consumer<String> lines) {
        final Path file = config.dataDir().resolve(TradingFloor.LEDGER_FILE);
        LedgerReader.read(file, new ExecutionLines(account, lines));
    }

    /** Says each asset of each account as one JSON line. */
    public void balances(final Consumer<String> lines) {
        final String all = thread.call(() -> {
            final StringBuilder page = new StringBuilder();
            final Exchange venue = exchange.get();
            for (final Account account : venue.accounts()) {
                for (int asset = 0; asset < venue.assets().names().size(); asset++) {
                    page.append(balanceLine(venue, account, asset)).append('\n');
                }
            }
            return page.toString();
        });
        all.lines().forEach(lines);
    }

    private static String balanceLine(final Exchange venue, final Account account, final int asset) {
        return new JsonText(LINE)
                .open('{')
                .put("account", account.name())
                .put("asset", venue.assets().names().get(asset))
                .putDecimal("free", account.free(asset), Account.SCALE, Account.SCALE)
                .putDecimal("locked", account.locked(asset), Account.SCALE, Account.SCALE)
                .close('}')
                .toString();
    }

    private final class ExecutionLines implements LedgerHandler {
        private final String account;
        private final Consumer<String> lines;

        ExecutionLines(final String account, final Consumer<String> lines) {
            this.account = account;
            this.lines = lines;
        }

        @Override
        public void onTraded(final RecordedTrade trade) {
            say(trade, trade.maker(), trade.takerSide().opposite(), true);
            say(trade, trade.taker(), trade.takerSide(), false);
        }

        private void say(final RecordedTrade trade, final Party party, final Side side, final boolean maker) {
            if (party.orderId() == Order.HOUSE_ORDER_ID || account != null && !account.equals(party.account())) {
                return;
            }
            final Instrument i = instruments.get(trade.symbol());
            lines.accept(new JsonText(LINE)
                    .open('{')
                    .put("execId", ExecIds.ofTrade(trade.symbol(), trade.tradeId(), side))
                    .put("tradeId", trade.tradeId())
                    .put("orderId", party.orderId())
                    .put("clOrdId", party.clOrdId())
                    .put("account", party.account())
                    .put("symbol", trade.symbol())
                    .put("side", side.name())
                    .putDecimal("lastPx", trade.lastPx(), i.priceScale(), i.priceScale())
                    .putDecimal("lastQty", trade.lastQty(), i.qtyScale(), i.qtyScale())
                    .putDecimal("fee", party.fee(), Account.SCALE, Account.SCALE)
                    .put("feeAsset", side == Side.BUY ? i.base() : i.quote())
                    .put("maker", maker)
                    .put("timeMs", trade.timeMs())
                    .close('}')
                    .toString());
        }

        @Override
        public void onAccepted(final long orderId, final String name, final NewOrder request, final long timeMs) {
            // Not an execution.
        }

        @Override
        public void onClosed(final long orderId, final OrdStatus as, final long timeMs) {
            // Not an execution.
        }

        @Override
        public void onReplaced(
                final long orderId, final String newClOrdId, final long price, final long qty, final long timeMs) {
            // Not an execution.
        }
    }
}
