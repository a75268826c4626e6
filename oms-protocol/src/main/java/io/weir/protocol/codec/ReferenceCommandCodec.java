package io.weir.protocol.codec;

import io.weir.protocol.Bounds;
import io.weir.protocol.command.AdjustBalance;
import io.weir.protocol.command.DefineAccount;
import io.weir.protocol.command.DefineFixSession;
import io.weir.protocol.command.DefineInstrument;
import io.weir.protocol.command.DefineListing;
import io.weir.protocol.command.DefineVenue;
import io.weir.protocol.command.KillScope;
import io.weir.protocol.command.SetKillSwitch;
import io.weir.protocol.command.SetRoutingPolicy;
import io.weir.protocol.sbe.AdjustBalanceDecoder;
import io.weir.protocol.sbe.AdjustBalanceEncoder;
import io.weir.protocol.sbe.DefineAccountDecoder;
import io.weir.protocol.sbe.DefineAccountEncoder;
import io.weir.protocol.sbe.DefineFixSessionDecoder;
import io.weir.protocol.sbe.DefineFixSessionEncoder;
import io.weir.protocol.sbe.DefineInstrumentDecoder;
import io.weir.protocol.sbe.DefineInstrumentEncoder;
import io.weir.protocol.sbe.DefineListingDecoder;
import io.weir.protocol.sbe.DefineListingEncoder;
import io.weir.protocol.sbe.DefineVenueDecoder;
import io.weir.protocol.sbe.DefineVenueEncoder;
import io.weir.protocol.sbe.SetKillSwitchDecoder;
import io.weir.protocol.sbe.SetKillSwitchEncoder;
import io.weir.protocol.sbe.SetRoutingPolicyDecoder;
import io.weir.protocol.sbe.SetRoutingPolicyEncoder;
import java.util.List;

/** Reference data, money and switches, as operators give them. */
final class ReferenceCommandCodec {
    private final DefineInstrumentEncoder defineInstrumentEncoder = new DefineInstrumentEncoder();
    private final DefineInstrumentDecoder defineInstrumentDecoder = new DefineInstrumentDecoder();
    private final DefineVenueEncoder defineVenueEncoder = new DefineVenueEncoder();
    private final DefineVenueDecoder defineVenueDecoder = new DefineVenueDecoder();
    private final DefineListingEncoder defineListingEncoder = new DefineListingEncoder();
    private final DefineListingDecoder defineListingDecoder = new DefineListingDecoder();
    private final DefineAccountEncoder defineAccountEncoder = new DefineAccountEncoder();
    private final DefineAccountDecoder defineAccountDecoder = new DefineAccountDecoder();
    private final DefineFixSessionEncoder defineFixSessionEncoder = new DefineFixSessionEncoder();
    private final DefineFixSessionDecoder defineFixSessionDecoder = new DefineFixSessionDecoder();
    private final AdjustBalanceEncoder adjustBalanceEncoder = new AdjustBalanceEncoder();
    private final AdjustBalanceDecoder adjustBalanceDecoder = new AdjustBalanceDecoder();
    private final SetRoutingPolicyEncoder setRoutingPolicyEncoder = new SetRoutingPolicyEncoder();
    private final SetRoutingPolicyDecoder setRoutingPolicyDecoder = new SetRoutingPolicyDecoder();
    private final SetKillSwitchEncoder setKillSwitchEncoder = new SetKillSwitchEncoder();
    private final SetKillSwitchDecoder setKillSwitchDecoder = new SetKillSwitchDecoder();

    void encode(final MessageTarget out, final DefineInstrument command) {
        final DefineInstrumentEncoder to =
                defineInstrumentEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.priceScale(command.priceScale());
        to.qtyScale(command.qtyScale());
        Fields.decimal(to.tickSize(), command.tickSize());
        Fields.decimal(to.lotSize(), command.lotSize());
        Fields.decimal(to.minQty(), command.minQty());
        Fields.decimal(to.maxQty(), command.maxQty());
        Fields.decimal(to.minNotional(), command.minNotional());
        to.collarBps(command.collarBps());
        out.limit(to.limit());
        out.name("symbol", command.symbol()); // Symbol(55)
        out.name("baseAsset", command.baseAsset());
        out.name("quoteAsset", command.quoteAsset());
    }

    DefineInstrument decodeDefineInstrument(final MessageSource in) {
        final DefineInstrumentDecoder from =
                defineInstrumentDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new DefineInstrument(
                in.name(), // Symbol(55)
                in.name(),
                in.name(),
                from.priceScale(),
                from.qtyScale(),
                Fields.decimal(from.tickSize()),
                Fields.decimal(from.lotSize()),
                Fields.decimal(from.minQty()),
                Fields.decimal(from.maxQty()),
                Fields.decimal(from.minNotional()),
                from.collarBps());
    }

    void encode(final MessageTarget out, final DefineVenue command) {
        final DefineVenueEncoder to =
                defineVenueEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.supportsReplace(Fields.flag(command.supportsReplace()));
        to.makerFeePpm(command.makerFeePpm());
        to.takerFeePpm(command.takerFeePpm());
        to.maxOpenOrders(command.maxOpenOrders());
        out.limit(to.limit());
        out.name("name", command.name());
    }

    DefineVenue decodeDefineVenue(final MessageSource in) {
        final DefineVenueDecoder from = defineVenueDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new DefineVenue(
                in.name(),
                Fields.flag(from.supportsReplace()),
                from.makerFeePpm(),
                from.takerFeePpm(),
                from.maxOpenOrders());
    }

    void encode(final MessageTarget out, final DefineListing command) {
        final DefineListingEncoder to =
                defineListingEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.decimal(to.tickSize(), command.tickSize());
        Fields.decimal(to.lotSize(), command.lotSize());
        Fields.decimal(to.minQty(), command.minQty());
        Fields.decimal(to.minNotional(), command.minNotional());
        out.limit(to.limit());
        out.name("venue", command.venue());
        out.name("symbol", command.symbol()); // Symbol(55)
    }

    DefineListing decodeDefineListing(final MessageSource in) {
        final DefineListingDecoder from =
                defineListingDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new DefineListing(
                in.name(),
                in.name(), // Symbol(55)
                Fields.decimal(from.tickSize()),
                Fields.decimal(from.lotSize()),
                Fields.decimal(from.minQty()),
                Fields.decimal(from.minNotional()));
    }

    void encode(final MessageTarget out, final DefineAccount command) {
        final DefineAccountEncoder to =
                defineAccountEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.maxOpenOrders(command.maxOpenOrders());
        Fields.decimal(to.maxOrderNotional(), command.maxOrderNotional());
        out.limit(to.limit());
        out.name("account", command.account()); // Account(1)
    }

    DefineAccount decodeDefineAccount(final MessageSource in) {
        final DefineAccountDecoder from =
                defineAccountDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new DefineAccount(
                in.name(), // Account(1)
                from.maxOpenOrders(),
                Fields.decimal(from.maxOrderNotional()));
    }

    void encode(final MessageTarget out, final DefineFixSession command) {
        final DefineFixSessionEncoder to =
                defineFixSessionEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.maxMessagesPerSecond(command.maxMessagesPerSecond());
        to.maxOrderAgeNs(command.maxOrderAgeNs());
        out.limit(to.limit());
        encodeAccounts(out, to, command.accounts());
        out.name("compId", command.compId()); // SenderCompID(49)
        out.name("defaultAccount", command.defaultAccount()); // Account(1)
    }

    DefineFixSession decodeDefineFixSession(final MessageSource in) {
        final DefineFixSessionDecoder from =
                defineFixSessionDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        final List<String> accounts = decodeAccounts(in, from);
        return new DefineFixSession(
                in.name(), // SenderCompID(49)
                in.name(), // Account(1)
                accounts,
                from.maxMessagesPerSecond(),
                from.maxOrderAgeNs());
    }

    private static void encodeAccounts(
            final MessageTarget out, final DefineFixSessionEncoder to, final List<String> accounts) {
        final DefineFixSessionEncoder.AccountsEncoder group =
                to.accountsCount(Fields.count("accounts", accounts.size(), Bounds.MAX_SESSION_ACCOUNTS));
        for (int i = 0; i < accounts.size(); i++) {
            group.next();
            out.limit(to.limit());
            out.name("accounts", accounts.get(i)); // Account(1)
            to.limit(out.limit());
        }
        out.limit(to.limit());
    }

    private static List<String> decodeAccounts(final MessageSource in, final DefineFixSessionDecoder from) {
        final DefineFixSessionDecoder.AccountsDecoder group = from.accounts();
        final String[] accounts = new String[group.count()];
        for (int i = 0; i < accounts.length; i++) {
            group.next();
            in.limit(from.limit());
            accounts[i] = in.name(); // Account(1)
            from.limit(in.limit());
        }
        in.limit(from.limit());
        return List.of(accounts);
    }

    void encode(final MessageTarget out, final AdjustBalance command) {
        final AdjustBalanceEncoder to =
                adjustBalanceEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.decimal(to.amount(), command.amount());
        out.limit(to.limit());
        out.name("account", command.account()); // Account(1)
        out.name("venue", command.venue());
        out.name("asset", command.asset());
        out.id("reference", command.reference());
    }

    AdjustBalance decodeAdjustBalance(final MessageSource in) {
        final AdjustBalanceDecoder from =
                adjustBalanceDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new AdjustBalance(
                in.name(), // Account(1)
                in.name(),
                in.name(),
                Fields.decimal(from.amount()),
                in.text());
    }

    void encode(final MessageTarget out, final SetRoutingPolicy command) {
        final SetRoutingPolicyEncoder to =
                setRoutingPolicyEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.priceWeight(command.priceWeight());
        to.latencyWeight(command.latencyWeight());
        to.reliabilityWeight(command.reliabilityWeight());
        to.liquidityWeight(command.liquidityWeight());
        to.maxVenues(command.maxVenues());
        to.maxRounds(command.maxRounds());
        out.limit(to.limit());
    }

    SetRoutingPolicy decodeSetRoutingPolicy(final MessageSource in) {
        final SetRoutingPolicyDecoder from =
                setRoutingPolicyDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new SetRoutingPolicy(
                from.priceWeight(),
                from.latencyWeight(),
                from.reliabilityWeight(),
                from.liquidityWeight(),
                from.maxVenues(),
                from.maxRounds());
    }

    void encode(final MessageTarget out, final SetKillSwitch command) {
        final SetKillSwitchEncoder to =
                setKillSwitchEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.scope((byte) command.scope().code());
        to.engaged(Fields.flag(command.engaged()));
        to.cancelOpenOrders(Fields.flag(command.cancelOpenOrders()));
        out.limit(to.limit());
        out.name("name", command.name());
        out.text("text", command.text());
    }

    SetKillSwitch decodeSetKillSwitch(final MessageSource in) {
        final SetKillSwitchDecoder from =
                setKillSwitchDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new SetKillSwitch(
                KillScope.of(from.scope()),
                in.name(),
                Fields.flag(from.engaged()),
                Fields.flag(from.cancelOpenOrders()),
                in.text());
    }
}
