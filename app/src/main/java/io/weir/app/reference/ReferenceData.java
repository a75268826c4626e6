package io.weir.app.reference;

import io.weir.config.Settings;
import io.weir.protocol.Bounds;
import io.weir.protocol.command.AdjustBalance;
import io.weir.protocol.command.Command;
import io.weir.protocol.command.DefineAccount;
import io.weir.protocol.command.DefineFixSession;
import io.weir.protocol.command.DefineInstrument;
import io.weir.protocol.command.DefineListing;
import io.weir.protocol.command.DefineVenue;
import io.weir.protocol.command.SetRoutingPolicy;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.decimal.Decimals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads reference data from the settings as the commands that say it. Each may be said at every start: the core takes what
 * is new and leaves what is as it was; money is taken once for each reference.
 */
public final class ReferenceData {
    private static final Duration MAX_ORDER_AGE = Duration.ofSeconds(10);

    private final List<Command> commands = new ArrayList<>();

    private ReferenceData() {}

    /**
     * Reads all of it; faults are noted in the settings.
     *
     * @param settings of the whole file.
     * @return commands in an order in which each finds what it names.
     */
    public static List<Command> read(final Settings settings) {
        final ReferenceData data = new ReferenceData();
        settings.sections("instruments").forEach(data::instrument);
        settings.sections("venues").forEach(data::venue);
        settings.sections("accounts").forEach(data::accounts);
        settings.section("fix").sections("sessions").forEach(data::sessions);
        data.routing(settings.section("routing"));
        return List.copyOf(data.commands);
    }

    private void instrument(final Settings instrument) {
        commands.add(new DefineInstrument(
                name(instrument, "symbol"),
                name(instrument, "base"),
                name(instrument, "quote"),
                instrument.integer("price-scale", 0, 9, 2),
                instrument.integer("qty-scale", 0, 9, 6),
                decimal(instrument, "tick", "0.01"),
                decimal(instrument, "lot", "0.00001"),
                decimal(instrument, "min-qty", "0.00001"),
                decimal(instrument, "max-qty", "100"),
                decimal(instrument, "min-notional", "1"),
                instrument.integer("collar-bps", 0, 10_000, 1_000)));
    }

    private void venue(final Settings venue) {
        final String name = name(venue, "name");
        commands.add(new DefineVenue(
                name,
                venue.flag("supports-replace", false),
                venue.integer("maker-fee-ppm", 0, 100_000, 1_000),
                venue.integer("taker-fee-ppm", 0, 100_000, 1_000),
                venue.integer("max-open-orders", 1, 10_000_000, 1_000_000)));
        for (final Settings listing : venue.sections("symbols")) {
            commands.add(new DefineListing(
                    name,
                    name(listing, "symbol"),
                    decimal(listing, "tick", "0.01"),
                    decimal(listing, "lot", "0.00001"),
                    decimal(listing, "min-qty", "0.00001"),
                    decimal(listing, "min-notional", "5")));
        }
    }

    private void accounts(final Settings group) {
        final int maxOpenOrders = group.integer("max-open-orders", 1, 10_000_000, 1_000);
        final Decimal maxOrderNotional = decimal(group, "max-order-notional", "1000000");
        final List<Settings> funds = group.sections("funds");
        for (final String account : group.texts("names")) {
            commands.add(new DefineAccount(account, maxOpenOrders, maxOrderNotional));
            for (final Settings fund : funds) {
                fund(account, fund);
            }
        }
    }

    private void fund(final String account, final Settings fund) {
        final String asset = name(fund, "asset");
        final Decimal amount = decimal(fund, "amount", "0");
        for (final String venue : fund.texts("venues")) {
            commands.add(
                    new AdjustBalance(account, venue, asset, amount, "opening:" + account + ":" + venue + ":" + asset));
        }
    }

    private void sessions(final Settings group) {
        for (final String compId : group.texts("comp-ids")) {
            final String account = group.text("account").replace("{compId}", compId);
            final List<String> others = group.texts("other-accounts");
            final List<String> accounts = new ArrayList<>(others);
            accounts.add(0, account);
            commands.add(new DefineFixSession(
                    compId,
                    account,
                    accounts,
                    group.integer("max-messages-per-second", 0, 10_000_000, 0),
                    group.duration("max-order-age", MAX_ORDER_AGE).toNanos()));
        }
    }

    private void routing(final Settings routing) {
        commands.add(new SetRoutingPolicy(
                routing.integer("price-weight", 0, 10_000, 4_000),
                routing.integer("latency-weight", 0, 10_000, 2_000),
                routing.integer("reliability-weight", 0, 10_000, 3_000),
                routing.integer("liquidity-weight", 0, 10_000, 1_000),
                routing.integer("max-venues", 1, Bounds.MAX_VENUES, 2),
                routing.integer("max-rounds", 1, 100, 3)));
    }

    private static String name(final Settings settings, final String key) {
        final String name = settings.text(key);
        if (name.length() > Bounds.MAX_NAME_LENGTH) {
            settings.fault(key, "'" + name + "' has more than " + Bounds.MAX_NAME_LENGTH + " characters");
        }
        return name;
    }

    private static Decimal decimal(final Settings settings, final String key, final String absent) {
        return Decimals.parse(settings.decimal(key, absent));
    }
}
