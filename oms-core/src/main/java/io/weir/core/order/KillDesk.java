package io.weir.core.order;

import io.weir.core.Outbox;
import io.weir.core.Standstill;
import io.weir.core.refdata.Account;
import io.weir.core.refdata.Accounts;
import io.weir.core.refdata.Instrument;
import io.weir.core.refdata.Instruments;
import io.weir.core.risk.KillSwitches;
import io.weir.core.venue.Venue;
import io.weir.core.venue.Venues;
import io.weir.protocol.Bounds;
import io.weir.protocol.command.KillScope;
import io.weir.protocol.command.SetKillSwitch;
import io.weir.protocol.event.CommandRefused;
import io.weir.protocol.event.KillSwitchChanged;
import java.util.ArrayList;
import java.util.List;

/** Takes kill switches from ops; canceling what is open is a work list. */
final class KillDesk {
    /** The most work lists at once; a repeated switch waits for the ones before. */
    static final int MAX_SWEEPS = 64;

    private static final int UNKNOWN = -1;

    private final Outbox outbox;
    private final KillSwitches switches;
    private final Accounts accounts;
    private final Instruments instruments;
    private final Venues venues;
    private final Orders orders;
    private List<String> engaged;
    private long engagedVersion;

    KillDesk(
            final Outbox outbox,
            final KillSwitches switches,
            final Accounts accounts,
            final Instruments instruments,
            final Venues venues,
            final Orders orders) {
        this.outbox = outbox;
        this.switches = switches;
        this.accounts = accounts;
        this.instruments = instruments;
        this.venues = venues;
        this.orders = orders;
    }

    /** {@return what is engaged, in words; the same list until a switch is set} */
    List<String> engaged() {
        if (engaged == null || engagedVersion != switches.version()) {
            engagedVersion = switches.version();
            engaged = describe();
        }
        return engaged;
    }

    private List<String> describe() {
        final List<String> words = new ArrayList<>();
        int more = 0;
        for (final KillScope scope : KillScope.values()) {
            for (int id = switches.next(scope, 0); id >= 0; id = switches.next(scope, id + 1)) {
                if (words.size() < Standstill.MAX_KILL_SWITCHES) {
                    words.add(scope == KillScope.ALL ? "ALL" : scope + " " + name(scope, id));
                } else {
                    more++;
                }
            }
        }
        if (more > 0) {
            words.add(more + " more");
        }
        return List.copyOf(words);
    }

    private String name(final KillScope scope, final int id) {
        return switch (scope) {
            case ACCOUNT -> accounts.get(id).name();
            case VENUE -> venues.find(id).name();
            default -> instruments.get(id).symbol();
        };
    }

    void onSetKillSwitch(final SetKillSwitch command) {
        final int id = id(command.scope(), command.name());
        final boolean sweeps = command.engaged() && command.cancelOpenOrders();
        if (id == UNKNOWN) {
            refuse("name '" + command.name() + "' is no " + command.scope() + " that is defined");
        } else if (sweeps && orders.sweeps.size() + orders.children.sweeps.size() >= MAX_SWEEPS) {
            refuse("cancelOpenOrders: " + MAX_SWEEPS + " work lists are under way, the most");
        } else {
            set(command, id, sweeps);
        }
    }

    private void set(final SetKillSwitch command, final int id, final boolean sweeps) {
        final String text = Bounds.cutText(command.text());
        if (switches.set(command.scope(), id, command.engaged())) {
            outbox.say(new KillSwitchChanged(command.scope(), command.name(), command.engaged(), text));
        }
        if (sweeps && command.scope() == KillScope.VENUE) {
            orders.children.sweeps.add(ChildSweep.ofKillSwitch(id, orders.children));
        } else if (sweeps) {
            final String why = Bounds.cutText("kill switch: " + text);
            orders.sweeps.add(OrderSweep.ofKillSwitch(command.scope(), id, why, orders));
        }
    }

    private int id(final KillScope scope, final String name) {
        switch (scope) {
            case ALL:
                return 0;
            case ACCOUNT:
                final Account account = accounts.find(name);
                return account == null ? UNKNOWN : account.accountId();
            case VENUE:
                final Venue venue = venues.find(name);
                return venue == null ? UNKNOWN : venue.venueId();
            default:
                final Instrument instrument = instruments.find(name);
                return instrument == null ? UNKNOWN : instrument.instrumentId();
        }
    }

    private void refuse(final String text) {
        outbox.say(new CommandRefused(outbox.causeEdgeId(), outbox.causeSeq(), Bounds.cutText(text)));
    }
}
