package io.weir.store.projection;

import io.weir.protocol.Bounds;
import io.weir.protocol.event.InstrumentDefined;
import io.weir.protocol.event.KillSwitchChanged;
import io.weir.protocol.event.VenueDefined;
import io.weir.protocol.event.VenueStateChanged;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes {@code instruments}, {@code venues} and {@code kill_switches}: small tables that change seldom. */
final class ReferenceWriter implements AutoCloseable {
    /** A kill switch may be named by any name that a command can carry. */
    private static final int MAX_SWITCH_NAME = 64;

    private final Upsert<Said<InstrumentDefined>> instruments;
    private final Upsert<Said<VenueDefined>> venues;
    private final Upsert<Said<VenueStateChanged>> venueStates;
    private final Upsert<Said<KillSwitchChanged>> killSwitches;

    ReferenceWriter(final Connection connection) throws SQLException {
        instruments = new Upsert<>(
                connection,
                "update instruments set instrument_id = ?, base_asset = ?, quote_asset = ?, price_scale = ?, qty_scale = ?,"
                        + " tick_size = ?, lot_size = ?, min_qty = ?, max_qty = ?, min_notional = ?, event_seq = ?"
                        + " where symbol = ?",
                ReferenceWriter::setInstrument,
                "insert into instruments (instrument_id, base_asset, quote_asset, price_scale, qty_scale, tick_size,"
                        + " lot_size, min_qty, max_qty, min_notional, event_seq, symbol)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ReferenceWriter::setInstrument);
        venues = new Upsert<>(
                connection,
                "update venues set name = ?, event_seq = ?, updated_at = ? where venue_id = ?",
                ReferenceWriter::setVenue,
                "insert into venues (name, event_seq, updated_at, venue_id, state, text) values (?, ?, ?, ?, 'DOWN', '')",
                ReferenceWriter::setVenue);
        venueStates = new Upsert<>(
                connection,
                "update venues set name = ?, state = ?, text = ?, event_seq = ?, updated_at = ? where venue_id = ?",
                ReferenceWriter::setVenueState,
                "insert into venues (name, state, text, event_seq, updated_at, venue_id) values (?, ?, ?, ?, ?, ?)",
                ReferenceWriter::setVenueState);
        killSwitches = new Upsert<>(
                connection,
                "update kill_switches set engaged = ?, text = ?, event_seq = ?, updated_at = ?"
                        + " where scope = ? and name = ?",
                ReferenceWriter::setKillSwitch,
                "insert into kill_switches (engaged, text, event_seq, updated_at, scope, name) values (?, ?, ?, ?, ?, ?)",
                ReferenceWriter::setKillSwitch);
    }

    void write(final ProjectionBatch batch) throws SQLException {
        // One at a time where a batch may hold two of the same key.
        for (final Said<InstrumentDefined> instrument : batch.instruments()) {
            instruments.write(List.of(instrument));
        }
        for (final Said<VenueDefined> venue : batch.venues()) {
            venues.write(List.of(venue));
        }
        venueStates.write(batch.venueStates());
        killSwitches.write(batch.killSwitches());
    }

    private static void setInstrument(final Columns columns, final Said<InstrumentDefined> row) throws SQLException {
        final InstrumentDefined event = row.event();
        columns.integer(event.instrumentId())
                .text(event.baseAsset(), Bounds.MAX_NAME_LENGTH)
                .text(event.quoteAsset(), Bounds.MAX_NAME_LENGTH)
                .integer(event.priceScale())
                .integer(event.qtyScale())
                .decimal(event.tickSize(), event.priceScale())
                .decimal(event.lotSize(), event.qtyScale())
                .decimal(event.minQty(), event.qtyScale())
                .decimal(event.maxQty(), event.qtyScale())
                .decimal(event.minNotional(), event.priceScale() + event.qtyScale())
                .number(row.eventSeq())
                .text(event.symbol(), Bounds.MAX_NAME_LENGTH);
    }

    private static void setVenue(final Columns columns, final Said<VenueDefined> row) throws SQLException {
        columns.text(row.event().name(), Bounds.MAX_NAME_LENGTH)
                .number(row.eventSeq())
                .time(row.timeNs())
                .integer(row.event().venueId());
    }

    private static void setVenueState(final Columns columns, final Said<VenueStateChanged> row) throws SQLException {
        columns.text(row.event().venue(), Bounds.MAX_NAME_LENGTH)
                .name(row.event().state())
                .text(row.event().text(), Bounds.MAX_TEXT_LENGTH)
                .number(row.eventSeq())
                .time(row.timeNs())
                .integer(row.event().venueId());
    }

    private static void setKillSwitch(final Columns columns, final Said<KillSwitchChanged> row) throws SQLException {
        columns.flag(row.event().engaged())
                .text(row.event().text(), Bounds.MAX_TEXT_LENGTH)
                .number(row.eventSeq())
                .time(row.timeNs())
                .name(row.event().scope())
                .text(row.event().name(), MAX_SWITCH_NAME);
    }

    @Override
    public void close() throws SQLException {
        try (instruments;
                venues;
                venueStates) {
            killSwitches.close();
        }
    }
}
