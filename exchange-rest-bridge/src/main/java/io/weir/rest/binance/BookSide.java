package io.weir.rest.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.protocol.command.PriceLevel;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.decimal.Decimals;
import io.weir.rest.json.Json;
import io.weir.rest.json.JsonFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** One side of a book, best price first. Event loop only. */
final class BookSide {
    /** The venue writes prices with at most this many digits behind the point. */
    private static final int PRICE_SCALE = 8;

    private final TreeMap<Long, PriceLevel> levels;

    private BookSide(final Comparator<Long> bestFirst) {
        levels = new TreeMap<>(bestFirst);
    }

    static BookSide bids() {
        return new BookSide(Comparator.reverseOrder());
    }

    static BookSide asks() {
        return new BookSide(Comparator.naturalOrder());
    }

    void clear() {
        levels.clear();
    }

    /** Takes a list of {@code [price, quantity]}: quantities are absolute, zero removes the level. */
    void apply(final JsonNode updates) {
        for (final JsonNode update : updates) {
            if (update.size() < 2) {
                throw new JsonFault("a level without price and quantity");
            }
            set(Json.decimal(update.get(0)), Json.decimal(update.get(1)));
        }
    }

    private void set(final Decimal price, final Decimal qty) {
        final long key = Decimals.rescale(price, PRICE_SCALE);
        if (key <= 0 || qty.mantissa() < 0) {
            throw new JsonFault("level " + price + " " + qty + " is out of range");
        }
        if (qty.mantissa() == 0) {
            levels.remove(key);
        } else {
            levels.put(key, new PriceLevel(price, qty));
        }
    }

    /** {@return the best levels, at most so many} */
    List<PriceLevel> top(final int count) {
        final List<PriceLevel> top = new ArrayList<>(count);
        for (final PriceLevel level : levels.values()) {
            if (top.size() == count) {
                break;
            }
            top.add(level);
        }
        return top;
    }

    /** {@return the best price at a fixed scale, or the other value if there is none} */
    long best(final long otherwise) {
        return levels.isEmpty() ? otherwise : levels.firstKey();
    }
}
