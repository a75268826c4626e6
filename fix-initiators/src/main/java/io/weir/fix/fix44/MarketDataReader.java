package io.weir.fix.fix44;

import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.fix.Side;
import io.weir.venue.VenueSymbols;
import io.weir.venue.book.OrderBook;
import java.util.Map;
import quickfix.FieldNotFound;
import quickfix.Group;
import quickfix.Message;

/**
 * Snapshot (W) and incremental refresh (X) into the books. A level is known by side and price; the session's own numbers
 * rule a gap out while a connection lasts.
 */
final class MarketDataReader {
    private static final char DELETE = '2';

    private final VenueSymbols symbols;
    private final Map<String, OrderBook> books;

    MarketDataReader(final VenueSymbols symbols, final Map<String, OrderBook> books) {
        this.symbols = symbols;
        this.books = books;
    }

    void onSnapshot(final Message fix, final long nowNs) {
        final OrderBook book = book(FieldReader.text(fix, Tags.SYMBOL));
        if (book == null) {
            return;
        }
        book.onSnapshotBegin();
        for (int i = 1; i <= FieldReader.number(fix, Tags.NO_MD_ENTRIES, 0); i++) {
            final Group entry = group(fix, i);
            set(book, entry, FieldReader.neededDecimal(entry, Tags.MD_ENTRY_SIZE));
        }
        book.onSnapshotEnd(nowNs);
    }

    void onChanges(final Message fix, final long nowNs) {
        String symbol = FieldReader.optional(fix, Tags.SYMBOL);
        for (int i = 1; i <= FieldReader.number(fix, Tags.NO_MD_ENTRIES, 0); i++) {
            final Group entry = group(fix, i);
            // an entry without a symbol is of the one before it
            symbol = entry.isSetField(Tags.SYMBOL) ? FieldReader.text(entry, Tags.SYMBOL) : symbol;
            final OrderBook book = book(symbol);
            if (book != null) {
                final boolean delete = FieldReader.code(entry, Tags.MD_UPDATE_ACTION) == DELETE;
                set(book, entry, delete ? Decimal.ZERO : FieldReader.neededDecimal(entry, Tags.MD_ENTRY_SIZE));
                book.onHeard(nowNs);
            }
        }
    }

    private OrderBook book(final String theirs) {
        final String ours = symbols.ours(theirs);
        return ours == null ? null : books.get(ours);
    }

    private static void set(final OrderBook book, final Group entry, final Decimal qty) {
        final char type = FieldReader.code(entry, Tags.MD_ENTRY_TYPE);
        if (type == '0' || type == '1') {
            book.set(type == '0' ? Side.BUY : Side.SELL, FieldReader.neededDecimal(entry, Tags.MD_ENTRY_PX), qty);
        }
    }

    private static Group group(final Message fix, final int index) {
        try {
            return fix.getGroup(index, Tags.NO_MD_ENTRIES);
        } catch (final FieldNotFound e) {
            throw new IllegalArgumentException("entry " + index + " of NoMDEntries(268) is missing", e);
        }
    }
}
