package io.weir.benchmarks.simulation;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who and what trades in a simulation. */
final class Reference {
    private static final long MAX_ORDER_AGE_NS = 10_000_000_000L;
    private static final long UNIT = 100_000_000L;
    private static final Map<String, Long> FUNDS = new TreeMap<>(Map.of("USD", 2_000_000L, "BTC", 40L, "ETH", 800L));

    private Reference() {}

    /** {@return what our account has at each exchange, by asset, at scale 8} */
    static Map<String, Long> exchangeFunds() {
        final Map<String, Long> funds = new TreeMap<>();
        FUNDS.forEach((asset, amount) -> funds.put(asset, amount * UNIT * Simulation.CLIENTS.size()));
        return funds;
    }

    /** {@return the reference data, in an order in which each finds what it names} */
    static List<Command> commands() {
        final List<Command> commands = new ArrayList<>();
        commands.add(instrument("BTC-USD", "BTC"));
        commands.add(instrument("ETH-USD", "ETH"));
        for (final String venue : Simulation.VENUES) {
            commands.add(new DefineVenue(venue, venue.equals("ALPHA"), 200, 700, 10_000));
            commands.add(listing(venue, "BTC-USD"));
            commands.add(listing(venue, "ETH-USD"));
        }
        for (final String client : Simulation.CLIENTS) {
            final String account = "ACC-" + client;
            commands.add(new DefineAccount(account, 500, decimal("900000")));
            for (final String venue : Simulation.VENUES) {
                FUNDS.forEach((asset, amount) -> commands.add(new AdjustBalance(
                        account, venue, asset, new Decimal(amount, 0), "opening:" + account + venue + asset)));
            }
            commands.add(new DefineFixSession(client, account, List.of(account), 0, MAX_ORDER_AGE_NS));
        }
        commands.add(new SetRoutingPolicy(4_000, 2_000, 3_000, 1_000, 2, 3));
        return commands;
    }

    private static DefineInstrument instrument(final String symbol, final String base) {
        return new DefineInstrument(
                symbol,
                base,
                "USD",
                2,
                6,
                decimal("0.01"),
                decimal("0.00001"),
                decimal("0.00001"),
                decimal("100"),
                decimal("1"),
                1_000);
    }

    private static DefineListing listing(final String venue, final String symbol) {
        return new DefineListing(venue, symbol, decimal("0.01"), decimal("0.00001"), decimal("0.00001"), decimal("5"));
    }

    private static Decimal decimal(final String text) {
        return Decimals.parse(text);
    }
}
