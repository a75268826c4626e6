package io.weir.protocol.codec;

import io.weir.protocol.command.KillScope;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.event.BalanceChanged;
import io.weir.protocol.event.InstrumentDefined;
import io.weir.protocol.event.KillSwitchChanged;
import io.weir.protocol.event.VenueDefined;
import io.weir.protocol.event.VenueStateChanged;
import io.weir.protocol.sbe.BalanceChangedDecoder;
import io.weir.protocol.sbe.BalanceChangedEncoder;
import io.weir.protocol.sbe.InstrumentDefinedDecoder;
import io.weir.protocol.sbe.InstrumentDefinedEncoder;
import io.weir.protocol.sbe.KillSwitchChangedDecoder;
import io.weir.protocol.sbe.KillSwitchChangedEncoder;
import io.weir.protocol.sbe.VenueDefinedDecoder;
import io.weir.protocol.sbe.VenueDefinedEncoder;
import io.weir.protocol.sbe.VenueStateChangedDecoder;
import io.weir.protocol.sbe.VenueStateChangedEncoder;

/** Reference data, money and switches, as the core has them. */
final class ReferenceEventCodec {
    private final VenueStateChangedEncoder venueStateChangedEncoder = new VenueStateChangedEncoder();
    private final VenueStateChangedDecoder venueStateChangedDecoder = new VenueStateChangedDecoder();
    private final BalanceChangedEncoder balanceChangedEncoder = new BalanceChangedEncoder();
    private final BalanceChangedDecoder balanceChangedDecoder = new BalanceChangedDecoder();
    private final InstrumentDefinedEncoder instrumentDefinedEncoder = new InstrumentDefinedEncoder();
    private final InstrumentDefinedDecoder instrumentDefinedDecoder = new InstrumentDefinedDecoder();
    private final VenueDefinedEncoder venueDefinedEncoder = new VenueDefinedEncoder();
    private final VenueDefinedDecoder venueDefinedDecoder = new VenueDefinedDecoder();
    private final KillSwitchChangedEncoder killSwitchChangedEncoder = new KillSwitchChangedEncoder();
    private final KillSwitchChangedDecoder killSwitchChangedDecoder = new KillSwitchChangedDecoder();

    void encode(final MessageTarget out, final VenueStateChanged event) {
        final VenueStateChangedEncoder to =
                venueStateChangedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.venueId(event.venueId());
        to.state((byte) event.state().code());
        out.limit(to.limit());
        out.name("venue", event.venue());
        out.text("text", event.text());
    }

    VenueStateChanged decodeVenueStateChanged(final MessageSource in) {
        final VenueStateChangedDecoder from =
                venueStateChangedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new VenueStateChanged(from.venueId(), in.name(), VenueState.of(from.state()), in.text());
    }

    void encode(final MessageTarget out, final BalanceChanged event) {
        final BalanceChangedEncoder to =
                balanceChangedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.scale(event.scale());
        to.total(event.total());
        to.reserved(event.reserved());
        out.limit(to.limit());
        out.name("account", event.account()); // Account(1)
        out.name("venue", event.venue());
        out.name("asset", event.asset());
    }

    BalanceChanged decodeBalanceChanged(final MessageSource in) {
        final BalanceChangedDecoder from =
                balanceChangedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new BalanceChanged(
                in.name(), // Account(1)
                in.name(),
                in.name(),
                from.scale(),
                from.total(),
                from.reserved());
    }

    void encode(final MessageTarget out, final InstrumentDefined event) {
        final InstrumentDefinedEncoder to =
                instrumentDefinedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.instrumentId(event.instrumentId());
        to.priceScale(event.priceScale());
        to.qtyScale(event.qtyScale());
        to.tickSize(event.tickSize());
        to.lotSize(event.lotSize());
        to.minQty(event.minQty());
        to.maxQty(event.maxQty());
        to.minNotional(event.minNotional());
        out.limit(to.limit());
        out.name("symbol", event.symbol()); // Symbol(55)
        out.name("baseAsset", event.baseAsset());
        out.name("quoteAsset", event.quoteAsset());
    }

    InstrumentDefined decodeInstrumentDefined(final MessageSource in) {
        final InstrumentDefinedDecoder from =
                instrumentDefinedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new InstrumentDefined(
                from.instrumentId(),
                in.name(), // Symbol(55)
                in.name(),
                in.name(),
                from.priceScale(),
                from.qtyScale(),
                from.tickSize(),
                from.lotSize(),
                from.minQty(),
                from.maxQty(),
                from.minNotional());
    }

    void encode(final MessageTarget out, final VenueDefined event) {
        final VenueDefinedEncoder to =
                venueDefinedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.venueId(event.venueId());
        out.limit(to.limit());
        out.name("name", event.name());
    }

    VenueDefined decodeVenueDefined(final MessageSource in) {
        final VenueDefinedDecoder from =
                venueDefinedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new VenueDefined(from.venueId(), in.name());
    }

    void encode(final MessageTarget out, final KillSwitchChanged event) {
        final KillSwitchChangedEncoder to =
                killSwitchChangedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.scope((byte) event.scope().code());
        to.engaged(Fields.flag(event.engaged()));
        out.limit(to.limit());
        out.name("name", event.name());
        out.text("text", event.text());
    }

    KillSwitchChanged decodeKillSwitchChanged(final MessageSource in) {
        final KillSwitchChangedDecoder from =
                killSwitchChangedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new KillSwitchChanged(KillScope.of(from.scope()), in.name(), Fields.flag(from.engaged()), in.text());
    }
}
