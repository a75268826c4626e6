package io.weir.benchmarks.torture;

import io.weir.store.ExecutionRow;
import io.weir.store.query.StoreAudit.AssetBalance;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Adds up each account's trades and fees at each venue, and compares the sum with the balance that the core has said. */
final class MoneyAudit {
    /** What the demo's profile gives each account at each venue. */
    private static final Map<String, BigDecimal> FUNDS =
            Map.of("USD", new BigDecimal("100000000"), "BTC", new BigDecimal("10000"), "ETH", new BigDecimal("100000"));

    private final StoreBook store;
    private final Findings findings;
    private final Map<String, BigDecimal> changes = new TreeMap<>();

    MoneyAudit(final StoreBook store, final Findings findings) {
        this.store = store;
        this.findings = findings;
    }

    void run() {
        for (final ExecutionRow row : store.executions()) {
            if (row.lastQty() != null) {
                add(row);
            }
        }
        store.balances().forEach(this::compare);
        changes.forEach(
                (key, change) -> findings.lost("no balance of " + key + " although it changed by " + change, 0, ""));
    }

    private void add(final ExecutionRow row) {
        final String[] assets = row.symbol().split("-");
        final BigDecimal signed =
                "BUY".equals(row.side()) ? row.lastQty() : row.lastQty().negate();
        change(row, assets[0], signed);
        change(row, assets[1], signed.multiply(row.lastPx()).negate());
        if (row.commission() != null && row.commission().signum() != 0) {
            change(row, row.commCurrency(), row.commission().negate());
        }
    }

    private void change(final ExecutionRow row, final String asset, final BigDecimal by) {
        changes.merge(row.account() + " " + row.lastMkt() + " " + asset, by, BigDecimal::add);
    }

    private void compare(final AssetBalance balance) {
        final String key = balance.account() + " " + balance.venue() + " " + balance.asset();
        final BigDecimal change = changes.getOrDefault(key, BigDecimal.ZERO);
        changes.remove(key);
        final BigDecimal due =
                FUNDS.getOrDefault(balance.asset(), BigDecimal.ZERO).add(change);
        if (due.compareTo(balance.total()) != 0) {
            findings.mismatched(
                    "balance of " + key + " is " + balance.total() + ", trades and fees make " + due, 0, "");
        }
        if (balance.reserved().signum() != 0) {
            findings.mismatched("balance of " + key + " has " + balance.reserved() + " reserved for no order", 0, "");
        }
    }
}
