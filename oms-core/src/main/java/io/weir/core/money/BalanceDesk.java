package io.weir.core.money;

import io.weir.core.Outbox;
import io.weir.core.refdata.Account;
import io.weir.core.refdata.Accounts;
import io.weir.core.refdata.Asset;
import io.weir.core.refdata.Assets;
import io.weir.core.refdata.DefinitionCheck;
import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import io.weir.core.venue.Venue;
import io.weir.core.venue.Venues;
import io.weir.protocol.Bounds;
import io.weir.protocol.command.AdjustBalance;
import io.weir.protocol.decimal.Decimals;
import io.weir.protocol.event.CommandRefused;
import io.weir.sor.Costs;

/** Takes transfers of money to and from accounts, each reference once. */
public final class BalanceDesk implements Snapshotable {
    private final Outbox outbox;
    private final Ledger ledger;
    private final Accounts accounts;
    private final Assets assets;
    private final Venues venues;
    private final References references = new References();

    public BalanceDesk(
            final Outbox outbox,
            final Ledger ledger,
            final Accounts accounts,
            final Assets assets,
            final Venues venues) {
        this.outbox = outbox;
        this.ledger = ledger;
        this.accounts = accounts;
        this.assets = assets;
        this.venues = venues;
    }

    /** Books a transfer; a reference seen before changes nothing and says nothing. */
    public void onAdjustBalance(final AdjustBalance command) {
        if (references.contains(command.reference())) {
            return;
        }
        final DefinitionCheck check = new DefinitionCheck();
        final Account account = accounts.find(command.account());
        final Venue venue = venues.find(command.venue());
        check.name("asset", command.asset());
        if (account == null) {
            check.fault("account " + command.account() + " is not defined");
        }
        if (venue == null) {
            check.fault("venue " + command.venue() + " is not defined");
        }
        if (command.reference().isEmpty() || command.reference().length() > Bounds.MAX_ID_LENGTH) {
            check.fault("reference '" + command.reference() + "' is not 1 to " + Bounds.MAX_ID_LENGTH + " characters");
        }
        if (check.isSound()) {
            book(command, account, venue, check);
        }
        if (check.isSound()) {
            references.add(command.reference());
        } else {
            outbox.say(new CommandRefused(outbox.causeEdgeId(), outbox.causeSeq(), Bounds.cutText(check.fault())));
        }
    }

    private void book(
            final AdjustBalance command, final Account account, final Venue venue, final DefinitionCheck check) {
        final Asset known = assets.find(command.asset());
        final int scale = known == null ? Asset.MIN_SCALE : known.scale();
        final long most = Costs.MAX_AMOUNT;
        final long amount = check.scaled("amount", command.amount(), scale, -most, most);
        final Balance before = known == null ? null : ledger.find(account, venue.venueId(), known);
        final long available = before == null ? 0 : before.available();
        if (check.isSound() && amount < 0 && -amount > available) {
            check.fault("amount " + command.amount() + " takes more than the " + Decimals.toText(available, scale)
                    + " available to " + account.name() + " at " + venue.name());
        }
        if (check.isSound() && before != null && !ledger.canHold(before, amount)) {
            check.fault("amount " + command.amount() + " makes the balance of " + account.name() + " at " + venue.name()
                    + " more than " + Decimals.toText(most, scale));
        }
        final Asset asset = check.isSound() ? assets.findOrAdd(command.asset()) : null;
        final Balance balance = asset == null ? null : ledger.balance(account, venue.venueId(), venue.name(), asset);
        if (balance != null) {
            ledger.post(balance, amount, Posting.TRANSFER);
        } else {
            check.fault("asset " + command.asset() + " would be one more than " + Assets.MAX_ASSETS + " assets or "
                    + Ledger.MAX_BALANCES + " balances");
        }
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        references.writeTo(snapshot);
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        references.readFrom(snapshot);
    }
}
