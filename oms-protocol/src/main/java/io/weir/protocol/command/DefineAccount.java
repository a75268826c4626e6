package io.weir.protocol.command;

import io.weir.protocol.decimal.Decimal;

/**
 * Reference data: an account and its limits.
 *
 * @param account Account(1).
 * @param maxOpenOrders open orders at once.
 * @param maxOrderNotional in the quote asset of the order.
 */
public record DefineAccount(String account, int maxOpenOrders, Decimal maxOrderNotional) implements Command {
    @Override
    public void to(final CommandHandler handler) {
        handler.onDefineAccount(this);
    }
}
