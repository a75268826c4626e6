package io.weir.protocol.codec;

import io.weir.protocol.event.VenueCancelRequested;
import io.weir.protocol.event.VenueOrderOpen;
import io.weir.protocol.event.VenueOrderRequested;
import io.weir.protocol.event.VenueReplaceRequested;
import io.weir.protocol.event.VenueStandingTold;
import io.weir.protocol.sbe.VenueCancelRequestedDecoder;
import io.weir.protocol.sbe.VenueCancelRequestedEncoder;
import io.weir.protocol.sbe.VenueOrderOpenDecoder;
import io.weir.protocol.sbe.VenueOrderOpenEncoder;
import io.weir.protocol.sbe.VenueOrderRequestedDecoder;
import io.weir.protocol.sbe.VenueOrderRequestedEncoder;
import io.weir.protocol.sbe.VenueReplaceRequestedDecoder;
import io.weir.protocol.sbe.VenueReplaceRequestedEncoder;
import io.weir.protocol.sbe.VenueStandingToldDecoder;
import io.weir.protocol.sbe.VenueStandingToldEncoder;

/** What venue edges are to do. */
final class VenueEventCodec {
    private final VenueOrderRequestedEncoder venueOrderRequestedEncoder = new VenueOrderRequestedEncoder();
    private final VenueOrderRequestedDecoder venueOrderRequestedDecoder = new VenueOrderRequestedDecoder();
    private final VenueReplaceRequestedEncoder venueReplaceRequestedEncoder = new VenueReplaceRequestedEncoder();
    private final VenueReplaceRequestedDecoder venueReplaceRequestedDecoder = new VenueReplaceRequestedDecoder();
    private final VenueCancelRequestedEncoder venueCancelRequestedEncoder = new VenueCancelRequestedEncoder();
    private final VenueCancelRequestedDecoder venueCancelRequestedDecoder = new VenueCancelRequestedDecoder();
    private final VenueOrderOpenEncoder venueOrderOpenEncoder = new VenueOrderOpenEncoder();
    private final VenueOrderOpenDecoder venueOrderOpenDecoder = new VenueOrderOpenDecoder();
    private final VenueStandingToldEncoder venueStandingToldEncoder = new VenueStandingToldEncoder();
    private final VenueStandingToldDecoder venueStandingToldDecoder = new VenueStandingToldDecoder();

    void encode(final MessageTarget out, final VenueOrderRequested event) {
        final VenueOrderRequestedEncoder to =
                venueOrderRequestedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.venueId(event.venueId());
        to.childOrderId(event.childOrderId());
        to.orderId(event.orderId()); // OrderID(37)
        to.priceScale(event.priceScale());
        to.qtyScale(event.qtyScale());
        to.side((byte) event.side().code()); // Side(54)
        to.ordType((byte) event.ordType().code()); // OrdType(40)
        to.timeInForce((byte) event.timeInForce().code()); // TimeInForce(59)
        to.orderQty(event.orderQty()); // OrderQty(38)
        to.price(event.price()); // Price(44)
        to.again(Fields.flag(event.again()));
        out.limit(to.limit());
        out.id("venueClOrdId", event.venueClOrdId());
        out.name("account", event.account()); // Account(1)
        out.name("symbol", event.symbol()); // Symbol(55)
    }

    VenueOrderRequested decodeVenueOrderRequested(final MessageSource in) {
        final VenueOrderRequestedDecoder from =
                venueOrderRequestedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new VenueOrderRequested(
                from.venueId(),
                from.childOrderId(),
                in.text(),
                from.orderId(), // OrderID(37)
                in.name(), // Account(1)
                in.name(), // Symbol(55)
                from.priceScale(),
                from.qtyScale(),
                Fields.side(from.side()), // Side(54)
                Fields.ordType(from.ordType()), // OrdType(40)
                Fields.timeInForce(from.timeInForce()), // TimeInForce(59)
                from.orderQty(), // OrderQty(38)
                from.price(), // Price(44)
                Fields.flag(from.again()));
    }

    void encode(final MessageTarget out, final VenueReplaceRequested event) {
        final VenueReplaceRequestedEncoder to =
                venueReplaceRequestedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.venueId(event.venueId());
        to.childOrderId(event.childOrderId());
        to.revision(event.revision());
        to.orderId(event.orderId()); // OrderID(37)
        to.priceScale(event.priceScale());
        to.qtyScale(event.qtyScale());
        to.side((byte) event.side().code()); // Side(54)
        to.ordType((byte) event.ordType().code()); // OrdType(40)
        to.timeInForce((byte) event.timeInForce().code()); // TimeInForce(59)
        to.orderQty(event.orderQty()); // OrderQty(38)
        to.price(event.price()); // Price(44)
        to.again(Fields.flag(event.again()));
        out.limit(to.limit());
        out.id("venueClOrdId", event.venueClOrdId());
        out.id("origVenueClOrdId", event.origVenueClOrdId());
        out.id("venueOrderId", event.venueOrderId());
        out.name("account", event.account()); // Account(1)
        out.name("symbol", event.symbol()); // Symbol(55)
    }

    VenueReplaceRequested decodeVenueReplaceRequested(final MessageSource in) {
        final VenueReplaceRequestedDecoder from =
                venueReplaceRequestedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new VenueReplaceRequested(
                from.venueId(),
                from.childOrderId(),
                from.revision(),
                in.text(),
                in.text(),
                in.text(),
                from.orderId(), // OrderID(37)
                in.name(), // Account(1)
                in.name(), // Symbol(55)
                from.priceScale(),
                from.qtyScale(),
                Fields.side(from.side()), // Side(54)
                Fields.ordType(from.ordType()), // OrdType(40)
                Fields.timeInForce(from.timeInForce()), // TimeInForce(59)
                from.orderQty(), // OrderQty(38)
                from.price(), // Price(44)
                Fields.flag(from.again()));
    }

    void encode(final MessageTarget out, final VenueCancelRequested event) {
        final VenueCancelRequestedEncoder to =
                venueCancelRequestedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.venueId(event.venueId());
        to.childOrderId(event.childOrderId());
        to.attempt(event.attempt());
        to.side((byte) event.side().code()); // Side(54)
        to.qtyScale(event.qtyScale());
        to.orderQty(event.orderQty()); // OrderQty(38)
        out.limit(to.limit());
        out.id("venueClOrdId", event.venueClOrdId());
        out.id("venueOrderId", event.venueOrderId());
        out.name("symbol", event.symbol()); // Symbol(55)
    }

    VenueCancelRequested decodeVenueCancelRequested(final MessageSource in) {
        final VenueCancelRequestedDecoder from =
                venueCancelRequestedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new VenueCancelRequested(
                from.venueId(),
                from.childOrderId(),
                from.attempt(),
                in.text(),
                in.text(),
                in.name(), // Symbol(55)
                Fields.side(from.side()), // Side(54)
                from.qtyScale(),
                from.orderQty()); // OrderQty(38)
    }

    void encode(final MessageTarget out, final VenueOrderOpen event) {
        final VenueOrderOpenEncoder to =
                venueOrderOpenEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.venueId(event.venueId());
        to.childOrderId(event.childOrderId());
        to.orderId(event.orderId()); // OrderID(37)
        to.priceScale(event.priceScale());
        to.qtyScale(event.qtyScale());
        to.side((byte) event.side().code()); // Side(54)
        to.ordType((byte) event.ordType().code()); // OrdType(40)
        to.timeInForce((byte) event.timeInForce().code()); // TimeInForce(59)
        to.orderQty(event.orderQty()); // OrderQty(38)
        to.price(event.price()); // Price(44)
        to.cumQty(event.cumQty());
        out.limit(to.limit());
        out.id("venueClOrdId", event.venueClOrdId());
        out.id("venueOrderId", event.venueOrderId());
        out.name("account", event.account()); // Account(1)
        out.name("symbol", event.symbol()); // Symbol(55)
    }

    VenueOrderOpen decodeVenueOrderOpen(final MessageSource in) {
        final VenueOrderOpenDecoder from =
                venueOrderOpenDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new VenueOrderOpen(
                from.venueId(),
                from.childOrderId(),
                in.text(),
                in.text(),
                from.orderId(), // OrderID(37)
                in.name(), // Account(1)
                in.name(), // Symbol(55)
                from.priceScale(),
                from.qtyScale(),
                Fields.side(from.side()), // Side(54)
                Fields.ordType(from.ordType()), // OrdType(40)
                Fields.timeInForce(from.timeInForce()), // TimeInForce(59)
                from.orderQty(), // OrderQty(38)
                from.price(), // Price(44)
                from.cumQty());
    }

    void encode(final MessageTarget out, final VenueStandingTold event) {
        final VenueStandingToldEncoder to =
                venueStandingToldEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.venueId(event.venueId());
        to.epoch(event.epoch());
        out.limit(to.limit());
        out.name("venueClOrdIdPrefix", event.venueClOrdIdPrefix());
    }

    VenueStandingTold decodeVenueStandingTold(final MessageSource in) {
        final VenueStandingToldDecoder from =
                venueStandingToldDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new VenueStandingTold(from.venueId(), from.epoch(), in.name());
    }
}
