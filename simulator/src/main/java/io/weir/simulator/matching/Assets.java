package io.weir.simulator.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The assets of a venue, each with a small number by which balances are held. Fixed at start. */
public final class Assets {
    private final List<String> names = new ArrayList<>();

    Assets(final List<Instrument> instruments) {
        for (final Instrument instrument : instruments) {
            add(instrument.base());
            add(instrument.quote());
        }
    }

    private void add(final String asset) {
        if (!names.contains(asset)) {
            names.add(asset);
        }
    }

    /** All names; the index in this list is the asset's number. */
    public List<String> names() {
        return Collections.unmodifiableList(names);
    }

    /** The number of {@code asset}, or -1 if no instrument has it. */
    public int indexOf(final String asset) {
        return names.indexOf(asset);
    }
}
