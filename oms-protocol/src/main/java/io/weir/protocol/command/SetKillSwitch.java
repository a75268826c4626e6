package io.weir.protocol.command;

/**
 * Ops stop or allow new orders. An engaged switch refuses new orders and replaces; cancels always pass.
 *
 * @param scope what it covers.
 * @param name account, venue or symbol; "" for ALL.
 * @param engaged true stops, false allows.
 * @param cancelOpenOrders when engaging: also cancel what is open.
 * @param text who and why.
 */
public record SetKillSwitch(KillScope scope, String name, boolean engaged, boolean cancelOpenOrders, String text)
        implements Command {
    @Override
    public void to(final CommandHandler handler) {
        handler.onSetKillSwitch(this);
    }
}
