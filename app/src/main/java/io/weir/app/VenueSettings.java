package io.weir.app;

import io.weir.config.Settings;
import io.weir.fix.FixVenueConfig;
import io.weir.fix.fix44.Fix44Adapter;
import io.weir.rest.VenueLoop;
import io.weir.rest.binance.BinanceConfig;
import io.weir.venue.RateBudget;
import io.weir.venue.VenueAdapter;
import io.weir.venue.VenueConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One venue of the settings file.
 *
 * @param config  what every kind of venue has.
 * @param adapter makes the adapter of its kind.
 */
record VenueSettings(VenueConfig config, AdapterMaker adapter) {
    /** Makes an adapter that is not yet opened. */
    @FunctionalInterface
    interface AdapterMaker {
        /**
         * Makes it.
         *
         * @param loop      that REST venues share.
         * @param directory of the venue's own, for what has to survive a restart.
         * @param forced    whether writes are forced to the disk before bytes leave.
         * @return the adapter; its user closes it.
         * @throws IOException if the directory cannot be used.
         */
        VenueAdapter create(VenueLoop loop, Path directory, boolean forced) throws IOException;
    }

    /**
     * Reads the list {@code venues}; faults are noted in its sections.
     *
     * @param venues     the sections.
     * @param allowPlain whether a secret may stand in the file itself (demo profile).
     * @return one for each; of no use if there are faults.
     */
    static List<VenueSettings> read(final List<Settings> venues, final boolean allowPlain) {
        final List<VenueSettings> all = new ArrayList<>();
        for (final Settings venue : venues) {
            final VenueConfig config = VenueConfig.read(venue);
            all.add(new VenueSettings(config, maker(venue, config, allowPlain)));
        }
        return all;
    }

    private static AdapterMaker maker(final Settings venue, final VenueConfig config, final boolean allowPlain) {
        final String kind = venue.text("kind");
        switch (kind) {
            case "fix44":
                final FixVenueConfig fix = FixVenueConfig.read(venue, allowPlain);
                return (loop, directory, forced) -> new Fix44Adapter(
                        config,
                        fix,
                        new RateBudget(config.rateLimit(), System::nanoTime),
                        directory,
                        forced,
                        System::nanoTime);
            case "binance":
                final BinanceConfig binance = BinanceConfig.read(venue, allowPlain);
                return (loop, directory, forced) -> loop.binance(config, binance);
            default:
                venue.fault("kind", "'" + kind + "' is none of [fix44, binance]");
                return (loop, directory, forced) -> {
                    throw new IllegalStateException("a venue of kind '" + kind + "'");
                };
        }
    }
}
