package io.weir.protocol.command;

import io.weir.protocol.decimal.Decimal;

/**
 * Money comes to or leaves an account at a venue. One reference is taken once.
 *
 * @param account Account(1).
 * @param venue name of the venue.
 * @param asset name of the asset.
 * @param amount negative to take away.
 * @param reference unique; one seen before changes nothing.
 */
public record AdjustBalance(String account, String venue, String asset, Decimal amount, String reference)
        implements Command {
    @Override
    public void to(final CommandHandler handler) {
        handler.onAdjustBalance(this);
    }
}
