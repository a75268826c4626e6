package io.weir.core.refdata;

import io.weir.core.Outbox;
import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import io.weir.protocol.Bounds;
import io.weir.protocol.command.DefineAccount;
import io.weir.protocol.command.DefineInstrument;
import io.weir.protocol.command.SetRoutingPolicy;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.CommandRefused;
import io.weir.sor.Costs;
import io.weir.sor.RoutingPolicy;

/**
 * Takes definitions of instruments, accounts and the routing policy. The same definition again changes nothing and says
 * nothing; a wrong one is refused with field, value and bound.
 */
public final class ReferenceDesk implements Snapshotable {
    /** The most rounds that one order may be routed. */
    public static final int MAX_ROUNDS = 16;

    /** The widest collar: a price of zero is never within it. */
    private static final int MAX_COLLAR_BPS = 9_999;

    private static final int MAX_SCALE = 9;

    private final Outbox outbox;
    private final Assets assets;
    private final Instruments instruments;
    private final Accounts accounts;
    private final Holdings holdings;
    private RoutingPolicy policy = RoutingPolicy.INITIAL;

    public ReferenceDesk(
            final Outbox outbox,
            final Assets assets,
            final Instruments instruments,
            final Accounts accounts,
            final Holdings holdings) {
        this.outbox = outbox;
        this.assets = assets;
        this.instruments = instruments;
        this.accounts = accounts;
        this.holdings = holdings;
    }

    /** {@return the routing policy as last set} */
    public RoutingPolicy policy() {
        return policy;
    }

    /** Takes an instrument; says {@code InstrumentDefined} if anything changed. */
    public void onDefineInstrument(final DefineInstrument command) {
        final DefinitionCheck check = new DefinitionCheck();
        check.name("symbol", command.symbol());
        check.name("baseAsset", command.baseAsset());
        check.name("quoteAsset", command.quoteAsset());
        if (command.baseAsset().equals(command.quoteAsset())) {
            check.fault("quoteAsset " + command.quoteAsset() + " is the baseAsset too");
        }
        final int priceScale = check.within("priceScale", command.priceScale(), 0, MAX_SCALE);
        final int qtyScale = check.within("qtyScale", command.qtyScale(), 0, MAX_SCALE);
        final InstrumentRules rules = rules(command, check, priceScale, qtyScale);
        final Instrument known = instruments.find(command.symbol());
        if (known != null) {
            checkUnchanged(command, known, check);
        } else if (instruments.size() == Instruments.MAX_INSTRUMENTS) {
            check.fault("symbol " + command.symbol() + " would be one more than " + Instruments.MAX_INSTRUMENTS);
        }
        if (refused(check)) {
            return;
        }
        if (known == null) {
            add(command, rules);
        } else if (!known.rules().equals(rules)) {
            known.rules(rules);
            outbox.say(known.toEvent());
        }
    }

    private static InstrumentRules rules(
            final DefineInstrument command, final DefinitionCheck check, final int priceScale, final int qtyScale) {
        final long most = Costs.MAX_AMOUNT;
        final long tickSize = check.scaled("tickSize", command.tickSize(), priceScale, 1, most);
        final long lotSize = check.scaled("lotSize", command.lotSize(), qtyScale, 1, most);
        final long minQty = check.scaled("minQty", command.minQty(), qtyScale, 0, most);
        final long maxQty = check.scaled("maxQty", command.maxQty(), qtyScale, Math.max(1, minQty), most);
        final long minNotional = check.scaled("minNotional", command.minNotional(), priceScale + qtyScale, 0, most);
        final int collarBps = check.within("collarBps", command.collarBps(), 0, MAX_COLLAR_BPS);
        return new InstrumentRules(tickSize, lotSize, minQty, maxQty, minNotional, collarBps);
    }

    private static void checkUnchanged(
            final DefineInstrument command, final Instrument known, final DefinitionCheck check) {
        final String symbol = "of " + known.symbol() + " never changes: it is ";
        if (!known.base().name().equals(command.baseAsset())) {
            check.fault("baseAsset " + command.baseAsset() + ' ' + symbol
                    + known.base().name());
        }
        if (!known.quote().name().equals(command.quoteAsset())) {
            check.fault("quoteAsset " + command.quoteAsset() + ' ' + symbol
                    + known.quote().name());
        }
        if (known.priceScale() != command.priceScale()) {
            check.fault("priceScale " + command.priceScale() + ' ' + symbol + known.priceScale());
        }
        if (known.qtyScale() != command.qtyScale()) {
            check.fault("qtyScale " + command.qtyScale() + ' ' + symbol + known.qtyScale());
        }
    }

    private void add(final DefineInstrument command, final InstrumentRules rules) {
        final DefinitionCheck check = new DefinitionCheck();
        final int notionalScale = command.priceScale() + command.qtyScale();
        checkAsset("baseAsset", command.baseAsset(), command.qtyScale(), check);
        checkAsset("quoteAsset", command.quoteAsset(), notionalScale, check);
        if (refused(check)) {
            return;
        }
        final Asset base = assetAtScale(command.baseAsset(), command.qtyScale());
        final Asset quote = assetAtScale(command.quoteAsset(), notionalScale);
        outbox.say(instruments
                .add(command.symbol(), base, quote, command.priceScale(), command.qtyScale(), rules)
                .toEvent());
    }

    /** A new asset needs a place; a known one may become finer only if what is held fits. */
    private void checkAsset(final String field, final String name, final int scale, final DefinitionCheck check) {
        final Asset asset = assets.find(name);
        if (asset == null && assets.size() > Assets.MAX_ASSETS - 2) {
            check.fault(field + ' ' + name + " would be one more than " + Assets.MAX_ASSETS);
        }
        if (asset != null && asset.scale() < scale && !holdings.mayRescale(asset, scale)) {
            check.fault(field + ' ' + name + " needs " + scale + " digits behind the point: it has " + asset.scale()
                    + ", which can grow only while nothing of it is reserved and all balances fit");
        }
    }

    private Asset assetAtScale(final String name, final int scale) {
        final Asset asset = assets.findOrAdd(name);
        if (asset.scale() < scale) {
            holdings.rescale(asset, scale);
            asset.scale(scale);
        }
        return asset;
    }

    /** Takes an account and its limits. */
    public void onDefineAccount(final DefineAccount command) {
        final DefinitionCheck check = new DefinitionCheck();
        check.name("account", command.account());
        check.within("maxOpenOrders", command.maxOpenOrders(), 0, Integer.MAX_VALUE);
        final Decimal notional = command.maxOrderNotional();
        if (!notional.isPresent() || notional.mantissa() < 0) {
            check.fault("maxOrderNotional '" + notional + "' is missing or below 0");
        }
        final Account known = accounts.find(command.account());
        if (known == null && accounts.size() == Accounts.MAX_ACCOUNTS) {
            check.fault("account " + command.account() + " would be one more than " + Accounts.MAX_ACCOUNTS);
        }
        if (refused(check)) {
            return;
        }
        if (known == null) {
            accounts.add(command.account(), command.maxOpenOrders(), notional);
        } else {
            known.limits(command.maxOpenOrders(), notional);
        }
    }

    /** Takes the weights of the router. */
    public void onSetRoutingPolicy(final SetRoutingPolicy command) {
        final DefinitionCheck check = new DefinitionCheck();
        final int whole = RoutingPolicy.WHOLE;
        final int price = check.within("priceWeight", command.priceWeight(), 0, whole);
        final int latency = check.within("latencyWeight", command.latencyWeight(), 0, whole);
        final int reliability = check.within("reliabilityWeight", command.reliabilityWeight(), 0, whole);
        final int liquidity = check.within("liquidityWeight", command.liquidityWeight(), 0, whole);
        final int sum = price + latency + reliability + liquidity;
        if (sum != whole) {
            check.fault("the four weights sum to " + sum + ", not to " + whole);
        }
        final int maxVenues = check.within("maxVenues", command.maxVenues(), 1, Bounds.MAX_VENUES);
        final int maxRounds = check.within("maxRounds", command.maxRounds(), 1, MAX_ROUNDS);
        if (!refused(check)) {
            policy = new RoutingPolicy(price, latency, reliability, liquidity, maxVenues, maxRounds);
        }
    }

    private boolean refused(final DefinitionCheck check) {
        if (!check.isSound()) {
            outbox.say(new CommandRefused(outbox.causeEdgeId(), outbox.causeSeq(), Bounds.cutText(check.fault())));
        }
        return !check.isSound();
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        assets.writeTo(snapshot);
        instruments.writeTo(snapshot);
        accounts.writeTo(snapshot);
        snapshot.section("policy");
        snapshot.putInt(policy.priceWeight());
        snapshot.putInt(policy.latencyWeight());
        snapshot.putInt(policy.reliabilityWeight());
        snapshot.putInt(policy.liquidityWeight());
        snapshot.putInt(policy.maxVenues());
        snapshot.putInt(policy.maxRounds());
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        assets.readFrom(snapshot);
        instruments.readFrom(snapshot);
        accounts.readFrom(snapshot);
        snapshot.section("policy");
        policy = new RoutingPolicy(
                snapshot.getInt(),
                snapshot.getInt(),
                snapshot.getInt(),
                snapshot.getInt(),
                snapshot.getInt(),
                snapshot.getInt());
    }
}
