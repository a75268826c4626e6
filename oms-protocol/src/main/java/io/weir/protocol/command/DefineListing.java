package io.weir.protocol.command;

import io.weir.protocol.decimal.Decimal;

/**
 * Reference data: an instrument trades at a venue.
 *
 * @param venue name of the venue.
 * @param symbol Symbol(55).
 * @param tickSize prices are whole multiples.
 * @param lotSize quantities are whole multiples.
 * @param minQty least quantity.
 * @param minNotional least price times quantity, in quote asset.
 */
public record DefineListing(
        String venue, String symbol, Decimal tickSize, Decimal lotSize, Decimal minQty, Decimal minNotional)
        implements Command {
    @Override
    public void to(final CommandHandler handler) {
        handler.onDefineListing(this);
    }
}
