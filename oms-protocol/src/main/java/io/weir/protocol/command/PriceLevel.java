package io.weir.protocol.command;

import io.weir.protocol.decimal.Decimal;

/**
 * One price level of a book.
 *
 * @param price in quote asset.
 * @param qty   in base asset.
 */
public record PriceLevel(Decimal price, Decimal qty) {}
