package io.weir.protocol.codec;

import io.weir.protocol.command.SetHold;
import io.weir.protocol.event.HoldChanged;
import io.weir.protocol.event.NumbersRaised;
import io.weir.protocol.event.VenueHold;
import io.weir.protocol.sbe.HoldChangedDecoder;
import io.weir.protocol.sbe.HoldChangedEncoder;
import io.weir.protocol.sbe.NumbersRaisedDecoder;
import io.weir.protocol.sbe.NumbersRaisedEncoder;
import io.weir.protocol.sbe.SetHoldDecoder;
import io.weir.protocol.sbe.SetHoldEncoder;
import io.weir.protocol.sbe.VenueHoldDecoder;
import io.weir.protocol.sbe.VenueHoldEncoder;

/** The hold after a loss of power, and how it ends. */
final class HoldCodec {
    private final SetHoldEncoder setHoldEncoder = new SetHoldEncoder();
    private final SetHoldDecoder setHoldDecoder = new SetHoldDecoder();
    private final HoldChangedEncoder holdChangedEncoder = new HoldChangedEncoder();
    private final HoldChangedDecoder holdChangedDecoder = new HoldChangedDecoder();
    private final NumbersRaisedEncoder numbersRaisedEncoder = new NumbersRaisedEncoder();
    private final NumbersRaisedDecoder numbersRaisedDecoder = new NumbersRaisedDecoder();
    private final VenueHoldEncoder venueHoldEncoder = new VenueHoldEncoder();
    private final VenueHoldDecoder venueHoldDecoder = new VenueHoldDecoder();

    void encode(final MessageTarget out, final SetHold command) {
        final SetHoldEncoder to = setHoldEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.held(Fields.flag(command.held()));
        to.raiseNumbersBy(command.raiseNumbersBy());
        out.limit(to.limit());
        out.text("text", command.text());
    }

    SetHold decodeSetHold(final MessageSource in) {
        final SetHoldDecoder from = setHoldDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new SetHold(Fields.flag(from.held()), from.raiseNumbersBy(), in.text());
    }

    void encode(final MessageTarget out, final HoldChanged event) {
        final HoldChangedEncoder to =
                holdChangedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.held(Fields.flag(event.held()));
        out.limit(to.limit());
        out.text("text", event.text());
    }

    HoldChanged decodeHoldChanged(final MessageSource in) {
        final HoldChangedDecoder from = holdChangedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new HoldChanged(Fields.flag(from.held()), in.text());
    }

    void encode(final MessageTarget out, final NumbersRaised event) {
        final NumbersRaisedEncoder to =
                numbersRaisedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.ofSessionId(event.ofSessionId());
        to.fromSeqNum(event.fromSeqNum()); // MsgSeqNum(34)
        to.toSeqNum(event.toSeqNum()); // MsgSeqNum(34)
        out.limit(to.limit());
        out.name("compId", event.compId()); // TargetCompID(56)
    }

    NumbersRaised decodeNumbersRaised(final MessageSource in) {
        final NumbersRaisedDecoder from =
                numbersRaisedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new NumbersRaised(
                from.ofSessionId(),
                in.name(), // TargetCompID(56)
                from.fromSeqNum(), // MsgSeqNum(34)
                from.toSeqNum()); // MsgSeqNum(34)
    }

    void encode(final MessageTarget out, final VenueHold event) {
        final VenueHoldEncoder to =
                venueHoldEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.venueId(event.venueId());
        to.held(Fields.flag(event.held()));
        out.limit(to.limit());
    }

    VenueHold decodeVenueHold(final MessageSource in) {
        final VenueHoldDecoder from = venueHoldDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new VenueHold(from.venueId(), Fields.flag(from.held()));
    }
}
