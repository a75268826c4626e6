package io.weir.rest.binance;

import io.weir.protocol.decimal.Decimal;
import io.weir.venue.VenueSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares what our settings say of a symbol with the venue's own filters: what ours allow and the venue refuses is named. */
final class FilterCheck {
    private FilterCheck() {}

    /**
     * Compares all symbols.
     *
     * @param rules   ours.
     * @param symbols ours and the venue's.
     * @param infos   the venue's rules by its own symbols.
     * @return one line for each setting that is finer than the venue takes.
     */
    static List<String> compare(
            final List<ListingRule> rules,
            final VenueSymbols symbols,
            final Map<String, ExchangeInfo.SymbolInfo> infos) {
        final List<String> lines = new ArrayList<>();
        for (final ListingRule rule : rules) {
            final String venueSymbol = symbols.theirs(rule.symbol());
            final ExchangeInfo.SymbolInfo info = venueSymbol == null ? null : infos.get(venueSymbol);
            if (info != null) {
                lines.addAll(compare(rule, venueSymbol, info));
            }
        }
        return lines;
    }

    /** {@return which symbols are not traded now, if none is; "" while there is one} */
    static String halted(final VenueSymbols symbols, final Map<String, ExchangeInfo.SymbolInfo> infos) {
        final StringBuilder text = new StringBuilder();
        for (final String symbol : symbols.ours()) {
            final ExchangeInfo.SymbolInfo info = infos.get(symbols.theirs(symbol));
            if (info != null && info.trading()) {
                return "";
            }
            text.append(text.length() == 0 ? "" : ", ").append(symbol).append(" is ");
            text.append(info == null ? "not listed" : info.status());
        }
        return text.toString();
    }

    private static List<String> compare(
            final ListingRule rule, final String venue, final ExchangeInfo.SymbolInfo info) {
        final List<String> lines = new ArrayList<>();
        final String of = rule.symbol() + " at the venue as " + venue + ": ";
        if (isNoMultiple(rule.tick(), info.tickSize())) {
            lines.add(of + "tick " + rule.tick() + " is no multiple of tickSize " + info.tickSize());
        }
        if (isNoMultiple(rule.lot(), info.stepSize())) {
            lines.add(of + "lot " + rule.lot() + " is no multiple of stepSize " + info.stepSize());
        }
        if (isBelow(rule.minQty(), info.minQty())) {
            lines.add(of + "min-qty " + rule.minQty() + " is below minQty " + info.minQty());
        }
        if (isBelow(rule.minNotional(), info.minNotional())) {
            lines.add(of + "min-notional " + rule.minNotional() + " is below minNotional " + info.minNotional());
        }
        return lines;
    }

    private static boolean isNoMultiple(final Decimal ours, final Decimal step) {
        return ours.isPresent()
                && step.mantissa() != 0
                && Exact.of(ours).remainder(Exact.of(step)).signum() != 0;
    }

    private static boolean isBelow(final Decimal ours, final Decimal least) {
        return ours.isPresent() && Exact.of(ours).compareTo(Exact.of(least)) < 0;
    }
}
