package io.weir.protocol.command;

/**
 * Reference data: a venue.
 *
 * @param name its name.
 * @param supportsReplace it can change an order in one step; else the core cancels and sends anew.
 * @param makerFeePpm in 1/1,000,000 of the notional.
 * @param takerFeePpm in 1/1,000,000 of the notional.
 * @param maxOpenOrders child orders at once.
 */
public record DefineVenue(String name, boolean supportsReplace, int makerFeePpm, int takerFeePpm, int maxOpenOrders)
        implements Command {
    @Override
    public void to(final CommandHandler handler) {
        handler.onDefineVenue(this);
    }
}
