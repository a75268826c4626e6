package io.weir.core.refdata;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import io.weir.protocol.decimal.Decimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All accounts by name and number. How many orders each has open is counted again when orders are read back. */
public final class Accounts implements Snapshotable {
    /** The most accounts that a node knows. */
    public static final int MAX_ACCOUNTS = 65_536;

    private final List<Account> byId = new ArrayList<>();
    private final Map<String, Account> byName = new HashMap<>();

    /** {@return the account, or null} */
    public Account find(final String name) {
        return byName.get(name);
    }

    /** {@return the account of a number that was given out} */
    public Account get(final int accountId) {
        return byId.get(accountId - 1);
    }

    /** {@return how many there are} */
    public int size() {
        return byId.size();
    }

    Account add(final String name, final int maxOpenOrders, final Decimal maxOrderNotional) {
        final Account account = new Account(byId.size() + 1, name, maxOpenOrders, maxOrderNotional);
        byId.add(account);
        byName.put(name, account);
        return account;
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.section("accounts");
        snapshot.putInt(byId.size());
        for (final Account account : byId) {
            snapshot.putText(account.name());
            snapshot.putInt(account.maxOpenOrders());
            snapshot.putDecimal(account.maxOrderNotional());
        }
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        snapshot.section("accounts");
        final int size = snapshot.getInt();
        for (int i = 0; i < size; i++) {
            final String name = snapshot.getText();
            final int maxOpenOrders = snapshot.getInt();
            add(name, maxOpenOrders, snapshot.getDecimal());
        }
    }
}
