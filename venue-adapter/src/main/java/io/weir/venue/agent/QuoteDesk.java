package io.weir.venue.agent;

import io.weir.protocol.Bounds;
import io.weir.protocol.command.VenueQuote;
import io.weir.protocol.command.VenueQuotes;
import io.weir.protocol.log.EdgePort;
import io.weir.venue.VenueAdapter;
import io.weir.venue.VenueConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says the tops of the books: once an interval those that changed, once a second all. Newest wins: what the port does not
 * take is forgotten, and the next round looks at the books anew.
 */
final class QuoteDesk {
    /** Unchanged quotes are said again after this, so that the core can tell a quiet book from a dead edge. */
    private static final long REFRESH_NS = 1_000_000_000L;

    private final VenueConfig config;
    private final VenueAdapter adapter;
    private final EdgePort port;
    private final Map<String, VenueQuote> said = new HashMap<>();
    private final List<VenueQuote> batch = new ArrayList<>(Bounds.MAX_QUOTES);
    private boolean started;
    private long nextNs;
    private long refreshNs;

    QuoteDesk(final VenueConfig config, final VenueAdapter adapter, final EdgePort port) {
        this.config = config;
        this.adapter = adapter;
        this.port = port;
    }

    /** One duty cycle. {@return how many quotes were said} */
    int doWork(final int venueId, final long nowNs) {
        if (started && nowNs - nextNs < 0) {
            return 0;
        }
        final boolean refresh = !started || nowNs - refreshNs >= 0;
        started = true;
        int count = 0;
        for (final String symbol : config.symbols().ours()) {
            final VenueQuote quote = adapter.quote(symbol);
            if (refresh || !quote.equals(said.get(symbol))) {
                batch.add(quote);
                count++;
            }
            if (batch.size() == Bounds.MAX_QUOTES && !flush(venueId)) {
                return 0;
            }
        }
        if (!flush(venueId)) {
            return 0;
        }
        nextNs = nowNs + config.quoteIntervalNs();
        refreshNs = refresh ? nowNs + REFRESH_NS : refreshNs;
        return count;
    }

    private boolean flush(final int venueId) {
        if (batch.isEmpty()) {
            return true;
        }
        final boolean taken = port.trySay(new VenueQuotes(venueId, batch)) != EdgePort.BACK_PRESSURED;
        if (taken) {
            batch.forEach(quote -> said.put(quote.symbol(), quote));
        }
        batch.clear();
        return taken;
    }
}
