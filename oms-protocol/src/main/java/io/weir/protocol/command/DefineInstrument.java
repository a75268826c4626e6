package io.weir.protocol.command;

import io.weir.protocol.decimal.Decimal;

/**
 * Reference data: an instrument. Symbol, assets and scales never change once defined; the rest may.
 *
 * @param symbol Symbol(55).
 * @param baseAsset what is bought and sold.
 * @param quoteAsset what it is paid in.
 * @param priceScale digits of a price, 0 to 9.
 * @param qtyScale digits of a quantity, 0 to 9.
 * @param tickSize prices are whole multiples.
 * @param lotSize quantities are whole multiples.
 * @param minQty least quantity.
 * @param maxQty most quantity.
 * @param minNotional least price times quantity, in quote asset.
 * @param collarBps how far a limit price may lie beyond the best opposite quote, in 1/10,000; 0 switches it off.
 */
public record DefineInstrument(
        String symbol,
        String baseAsset,
        String quoteAsset,
        int priceScale,
        int qtyScale,
        Decimal tickSize,
        Decimal lotSize,
        Decimal minQty,
        Decimal maxQty,
        Decimal minNotional,
        int collarBps)
        implements Command {
    @Override
    public void to(final CommandHandler handler) {
        handler.onDefineInstrument(this);
    }
}
