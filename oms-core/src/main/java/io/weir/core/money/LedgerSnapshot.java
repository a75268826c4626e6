package io.weir.core.money;

import io.weir.core.refdata.Account;
import io.weir.core.refdata.Accounts;
import io.weir.core.refdata.Asset;
import io.weir.core.refdata.Assets;
import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import java.util.List;

/** The ledger as a snapshot holds it: contra entries and balances in the order in which they were opened. */
public final class LedgerSnapshot implements Snapshotable {
    private final Ledger ledger;
    private final Accounts accounts;
    private final Assets assets;

    public LedgerSnapshot(final Ledger ledger, final Accounts accounts, final Assets assets) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.assets = assets;
    }

    /** Audits all sums first: a snapshot of wrong money must never be. */
    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        ledger.auditAll();
        snapshot.section("ledger");
        snapshot.putInt(ledger.contras.size());
        for (final Contra contra : ledger.contras) {
            snapshot.putInt(contra.venueId());
            snapshot.putText(contra.venueName());
            snapshot.putInt(contra.asset().assetId());
            contra.transferred.writeTo(snapshot);
            contra.traded.writeTo(snapshot);
            contra.fees.writeTo(snapshot);
        }
        snapshot.putInt(ledger.balances.size());
        for (final Balance balance : ledger.balances) {
            putKey(snapshot, balance);
            snapshot.putLong(balance.total);
            snapshot.putLong(balance.reserved);
            snapshot.putBoolean(balance.overdrawn);
        }
        final List<Balance> untold = ledger.untoldBalances();
        snapshot.putInt(untold.size());
        for (final Balance balance : untold) {
            putKey(snapshot, balance);
        }
    }

    private static void putKey(final SnapshotWriter snapshot, final Balance balance) {
        snapshot.putInt(balance.account().accountId());
        snapshot.putInt(balance.venueId());
        snapshot.putInt(balance.asset().assetId());
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        snapshot.section("ledger");
        for (int i = snapshot.getInt(); i > 0; i--) {
            final int venueId = snapshot.getInt();
            final String venueName = snapshot.getText();
            final Contra contra = ledger.contra(venueId, venueName, assets.get(snapshot.getInt()));
            contra.transferred.readFrom(snapshot);
            contra.traded.readFrom(snapshot);
            contra.fees.readFrom(snapshot);
        }
        for (int i = snapshot.getInt(); i > 0; i--) {
            final Account account = accounts.get(snapshot.getInt());
            final int venueId = snapshot.getInt();
            final Asset asset = assets.get(snapshot.getInt());
            final Balance balance = ledger.open(account, venueId, "", asset);
            balance.total = snapshot.getLong();
            balance.reserved = snapshot.getLong();
            balance.overdrawn = snapshot.getBoolean();
        }
        for (int i = snapshot.getInt(); i > 0; i--) {
            final Account account = accounts.get(snapshot.getInt());
            final int venueId = snapshot.getInt();
            ledger.touch(ledger.find(account, venueId, assets.get(snapshot.getInt())));
        }
        ledger.auditAll();
    }
}
