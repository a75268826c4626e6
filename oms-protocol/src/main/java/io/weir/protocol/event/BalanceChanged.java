package io.weir.protocol.event;

/**
 * An account's balance of one asset at one venue.
 *
 * @param account Account(1).
 * @param venue name of the venue.
 * @param asset name of the asset.
 * @param scale digits of both amounts.
 * @param total what the account owns there.
 * @param reserved how much of it open orders may use up.
 */
public record BalanceChanged(String account, String venue, String asset, int scale, long total, long reserved)
        implements Event {
    @Override
    public void to(final EventHandler handler) {
        handler.onBalanceChanged(this);
    }
}
