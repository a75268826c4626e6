package io.weir.benchmarks.simulation.law;

import io.weir.benchmarks.simulation.Violation;
import io.weir.benchmarks.simulation.venue.SimulatedVenue;
import io.weir.protocol.event.Alert;
import io.weir.protocol.event.BalanceChanged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The laws of money: nothing reserved beyond what is there, and in the end what each exchange says. */
final class MoneyLaws {
    private static final int SCALE = 8;

    private final Map<String, BalanceChanged> balances = new TreeMap<>();

    void onBalanceChanged(final BalanceChanged balance) {
        if (balance.reserved() < 0 || balance.reserved() > balance.total() || balance.scale() != SCALE) {
            throw new Violation("what is reserved is there", balance.account(), balance.toString());
        }
        balances.put(balance.account() + "/" + balance.venue() + "/" + balance.asset(), balance);
    }

    void onAlert(final Alert alert) {
        if (alert.text().startsWith("overdrawn")) {
            throw new Violation("no balance is overdrawn", alert.subject(), alert.toString());
        }
    }

    /** All has come to rest and nothing is open. */
    void checkRest(final List<SimulatedVenue> venues) {
        final Map<String, Long> sums = new HashMap<>();
        for (final BalanceChanged balance : balances.values()) {
            if (balance.reserved() != 0) {
                throw new Violation("nothing is reserved when nothing is open", balance.account(), balance.toString());
            }
            sums.merge(balance.venue() + "/" + balance.asset(), balance.total(), Long::sum);
        }
        for (final SimulatedVenue venue : venues) {
            for (final String asset : List.of("USD", "BTC", "ETH")) {
                final long ours = sums.getOrDefault(venue.name() + "/" + asset, 0L);
                if (ours != venue.balance(asset)) {
                    throw new Violation(
                            "our money is what the exchange says",
                            "",
                            asset + " at " + venue.name() + " is " + venue.balance(asset) + ", ours is " + ours);
                }
            }
        }
    }
}
