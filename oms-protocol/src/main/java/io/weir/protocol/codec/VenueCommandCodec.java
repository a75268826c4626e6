package io.weir.protocol.codec;

import io.weir.protocol.command.VenueCancelRejected;
import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueFill;
import io.weir.protocol.command.VenueOrderAccepted;
import io.weir.protocol.command.VenueOrderClosed;
import io.weir.protocol.command.VenueOrderInDoubt;
import io.weir.protocol.command.VenueOrderRejected;
import io.weir.protocol.command.VenueOrderReplaced;
import io.weir.protocol.command.VenueRejectReason;
import io.weir.protocol.command.VenueReplaceRejected;
import io.weir.protocol.sbe.VenueCancelRejectedDecoder;
import io.weir.protocol.sbe.VenueCancelRejectedEncoder;
import io.weir.protocol.sbe.VenueFillDecoder;
import io.weir.protocol.sbe.VenueFillEncoder;
import io.weir.protocol.sbe.VenueOrderAcceptedDecoder;
import io.weir.protocol.sbe.VenueOrderAcceptedEncoder;
import io.weir.protocol.sbe.VenueOrderClosedDecoder;
import io.weir.protocol.sbe.VenueOrderClosedEncoder;
import io.weir.protocol.sbe.VenueOrderInDoubtDecoder;
import io.weir.protocol.sbe.VenueOrderInDoubtEncoder;
import io.weir.protocol.sbe.VenueOrderRejectedDecoder;
import io.weir.protocol.sbe.VenueOrderRejectedEncoder;
import io.weir.protocol.sbe.VenueOrderReplacedDecoder;
import io.weir.protocol.sbe.VenueOrderReplacedEncoder;
import io.weir.protocol.sbe.VenueReplaceRejectedDecoder;
import io.weir.protocol.sbe.VenueReplaceRejectedEncoder;

/** What venues say of orders. */
final class VenueCommandCodec {
    private final VenueOrderAcceptedEncoder venueOrderAcceptedEncoder = new VenueOrderAcceptedEncoder();
    private final VenueOrderAcceptedDecoder venueOrderAcceptedDecoder = new VenueOrderAcceptedDecoder();
    private final VenueOrderRejectedEncoder venueOrderRejectedEncoder = new VenueOrderRejectedEncoder();
    private final VenueOrderRejectedDecoder venueOrderRejectedDecoder = new VenueOrderRejectedDecoder();
    private final VenueFillEncoder venueFillEncoder = new VenueFillEncoder();
    private final VenueFillDecoder venueFillDecoder = new VenueFillDecoder();
    private final VenueOrderClosedEncoder venueOrderClosedEncoder = new VenueOrderClosedEncoder();
    private final VenueOrderClosedDecoder venueOrderClosedDecoder = new VenueOrderClosedDecoder();
    private final VenueCancelRejectedEncoder venueCancelRejectedEncoder = new VenueCancelRejectedEncoder();
    private final VenueCancelRejectedDecoder venueCancelRejectedDecoder = new VenueCancelRejectedDecoder();
    private final VenueOrderReplacedEncoder venueOrderReplacedEncoder = new VenueOrderReplacedEncoder();
    private final VenueOrderReplacedDecoder venueOrderReplacedDecoder = new VenueOrderReplacedDecoder();
    private final VenueReplaceRejectedEncoder venueReplaceRejectedEncoder = new VenueReplaceRejectedEncoder();
    private final VenueReplaceRejectedDecoder venueReplaceRejectedDecoder = new VenueReplaceRejectedDecoder();
    private final VenueOrderInDoubtEncoder venueOrderInDoubtEncoder = new VenueOrderInDoubtEncoder();
    private final VenueOrderInDoubtDecoder venueOrderInDoubtDecoder = new VenueOrderInDoubtDecoder();

    void encode(final MessageTarget out, final VenueOrderAccepted command) {
        final VenueOrderAcceptedEncoder to =
                venueOrderAcceptedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.venueId(command.venueId());
        to.childOrderId(command.childOrderId());
        out.limit(to.limit());
        out.id("venueOrderId", command.venueOrderId());
    }

    VenueOrderAccepted decodeVenueOrderAccepted(final MessageSource in) {
        final VenueOrderAcceptedDecoder from =
                venueOrderAcceptedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new VenueOrderAccepted(from.venueId(), from.childOrderId(), in.text());
    }

    void encode(final MessageTarget out, final VenueOrderRejected command) {
        final VenueOrderRejectedEncoder to =
                venueOrderRejectedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.venueId(command.venueId());
        to.childOrderId(command.childOrderId());
        to.reason((byte) command.reason().code());
        out.limit(to.limit());
        out.text("text", command.text());
    }

    VenueOrderRejected decodeVenueOrderRejected(final MessageSource in) {
        final VenueOrderRejectedDecoder from =
                venueOrderRejectedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new VenueOrderRejected(
                from.venueId(), from.childOrderId(), VenueRejectReason.of(from.reason()), in.text());
    }

    void encode(final MessageTarget out, final VenueFill command) {
        final VenueFillEncoder to =
                venueFillEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.venueId(command.venueId());
        to.childOrderId(command.childOrderId());
        to.side((byte) command.side().code()); // Side(54)
        Fields.decimal(to.lastQty(), command.lastQty()); // LastQty(32)
        Fields.decimal(to.lastPx(), command.lastPx()); // LastPx(31)
        Fields.decimal(to.commission(), command.commission());
        to.tradeTimeNs(command.tradeTimeNs());
        out.limit(to.limit());
        out.id("venueClOrdId", command.venueClOrdId());
        out.id("venueExecId", command.venueExecId());
        out.name("symbol", command.symbol());
        out.name("commCurrency", command.commCurrency());
    }

    VenueFill decodeVenueFill(final MessageSource in) {
        final VenueFillDecoder from = venueFillDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new VenueFill(
                from.venueId(),
                from.childOrderId(),
                in.text(),
                in.text(),
                in.name(),
                Fields.side(from.side()), // Side(54)
                Fields.decimal(from.lastQty()), // LastQty(32)
                Fields.decimal(from.lastPx()), // LastPx(31)
                Fields.decimal(from.commission()),
                in.name(),
                from.tradeTimeNs());
    }

    void encode(final MessageTarget out, final VenueOrderClosed command) {
        final VenueOrderClosedEncoder to =
                venueOrderClosedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.venueId(command.venueId());
        to.childOrderId(command.childOrderId());
        to.closedAs((byte) command.closedAs().code());
        Fields.decimal(to.cumQty(), command.cumQty());
        out.limit(to.limit());
        out.text("text", command.text());
    }

    VenueOrderClosed decodeVenueOrderClosed(final MessageSource in) {
        final VenueOrderClosedDecoder from =
                venueOrderClosedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new VenueOrderClosed(
                from.venueId(),
                from.childOrderId(),
                VenueClosedAs.of(from.closedAs()),
                Fields.decimal(from.cumQty()),
                in.text());
    }

    void encode(final MessageTarget out, final VenueCancelRejected command) {
        final VenueCancelRejectedEncoder to =
                venueCancelRejectedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.venueId(command.venueId());
        to.childOrderId(command.childOrderId());
        to.orderUnknown(Fields.flag(command.orderUnknown()));
        out.limit(to.limit());
        out.text("text", command.text());
    }

    VenueCancelRejected decodeVenueCancelRejected(final MessageSource in) {
        final VenueCancelRejectedDecoder from =
                venueCancelRejectedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new VenueCancelRejected(
                from.venueId(), from.childOrderId(), Fields.flag(from.orderUnknown()), in.text());
    }

    void encode(final MessageTarget out, final VenueOrderReplaced command) {
        final VenueOrderReplacedEncoder to =
                venueOrderReplacedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.venueId(command.venueId());
        to.childOrderId(command.childOrderId());
        to.revision(command.revision());
        out.limit(to.limit());
        out.id("venueOrderId", command.venueOrderId());
    }

    VenueOrderReplaced decodeVenueOrderReplaced(final MessageSource in) {
        final VenueOrderReplacedDecoder from =
                venueOrderReplacedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new VenueOrderReplaced(from.venueId(), from.childOrderId(), from.revision(), in.text());
    }

    void encode(final MessageTarget out, final VenueReplaceRejected command) {
        final VenueReplaceRejectedEncoder to =
                venueReplaceRejectedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.venueId(command.venueId());
        to.childOrderId(command.childOrderId());
        to.revision(command.revision());
        out.limit(to.limit());
        out.text("text", command.text());
    }

    VenueReplaceRejected decodeVenueReplaceRejected(final MessageSource in) {
        final VenueReplaceRejectedDecoder from =
                venueReplaceRejectedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new VenueReplaceRejected(from.venueId(), from.childOrderId(), from.revision(), in.text());
    }

    void encode(final MessageTarget out, final VenueOrderInDoubt command) {
        final VenueOrderInDoubtEncoder to =
                venueOrderInDoubtEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.venueId(command.venueId());
        to.childOrderId(command.childOrderId());
        out.limit(to.limit());
        out.text("text", command.text());
    }

    VenueOrderInDoubt decodeVenueOrderInDoubt(final MessageSource in) {
        final VenueOrderInDoubtDecoder from =
                venueOrderInDoubtDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new VenueOrderInDoubt(from.venueId(), from.childOrderId(), in.text());
    }
}
