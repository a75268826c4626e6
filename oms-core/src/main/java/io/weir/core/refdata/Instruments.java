package io.weir.core.refdata;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All instruments by symbol and number. */
public final class Instruments implements Snapshotable {
    /** The most instruments that a node knows. */
    public static final int MAX_INSTRUMENTS = 4_096;

    private final Assets assets;
    private final List<Instrument> byId = new ArrayList<>();
    private final Map<String, Instrument> bySymbol = new HashMap<>();

    public Instruments(final Assets assets) {
        this.assets = assets;
    }

    /** {@return the instrument, or null} */
    public Instrument find(final String symbol) {
        return bySymbol.get(symbol);
    }

    /** {@return the instrument of a number that was given out} */
    public Instrument get(final int instrumentId) {
        return byId.get(instrumentId - 1);
    }

    /** {@return how many there are} */
    public int size() {
        return byId.size();
    }

    Instrument add(
            final String symbol,
            final Asset base,
            final Asset quote,
            final int priceScale,
            final int qtyScale,
            final InstrumentRules rules) {
        final Instrument instrument = new Instrument(byId.size() + 1, symbol, base, quote, priceScale, qtyScale, rules);
        byId.add(instrument);
        bySymbol.put(symbol, instrument);
        return instrument;
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.section("instruments");
        snapshot.putInt(byId.size());
        for (final Instrument instrument : byId) {
            final InstrumentRules rules = instrument.rules();
            snapshot.putText(instrument.symbol());
            snapshot.putInt(instrument.base().assetId());
            snapshot.putInt(instrument.quote().assetId());
            snapshot.putInt(instrument.priceScale());
            snapshot.putInt(instrument.qtyScale());
            snapshot.putLong(rules.tickSize());
            snapshot.putLong(rules.lotSize());
            snapshot.putLong(rules.minQty());
            snapshot.putLong(rules.maxQty());
            snapshot.putLong(rules.minNotional());
            snapshot.putInt(rules.collarBps());
        }
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        snapshot.section("instruments");
        final int size = snapshot.getInt();
        for (int i = 0; i < size; i++) {
            final String symbol = snapshot.getText();
            final Asset base = assets.get(snapshot.getInt());
            final Asset quote = assets.get(snapshot.getInt());
            final int priceScale = snapshot.getInt();
            final int qtyScale = snapshot.getInt();
            final long tickSize = snapshot.getLong();
            final long lotSize = snapshot.getLong();
            final long minQty = snapshot.getLong();
            final long maxQty = snapshot.getLong();
            final long minNotional = snapshot.getLong();
            final int collarBps = snapshot.getInt();
            add(
                    symbol,
                    base,
                    quote,
                    priceScale,
                    qtyScale,
                    new InstrumentRules(tickSize, lotSize, minQty, maxQty, minNotional, collarBps));
        }
    }
}
