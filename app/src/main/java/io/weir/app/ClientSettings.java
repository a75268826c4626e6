package io.weir.app;

import io.weir.acceptor.AcceptorBounds;
import io.weir.acceptor.AcceptorConfig;
import io.weir.acceptor.logon.ClientConfig;
import io.weir.acceptor.logon.StoredPassword;
import io.weir.config.ConfigException;
import io.weir.config.Settings;
import java.util.ArrayList;
import java.util.List;

/** Reads the section {@code fix} of the settings file: who may log on, and where. */
final class ClientSettings {
    private static final String NOBODY = "NOBODY";

    private ClientSettings() {}

    /**
     * Reads the section; faults are noted in it.
     *
     * @param fix        the section.
     * @param allowPlain whether a password may stand in the file itself (demo profile).
     * @return the settings; harmless ones where the file is wrong.
     */
    static AcceptorConfig read(final Settings fix, final boolean allowPlain) {
        final List<ClientConfig> clients = new ArrayList<>();
        for (final Settings group : fix.sections("sessions")) {
            addClients(group, allowPlain, clients);
        }
        final String host = fix.text("host", "127.0.0.1");
        final int port = fix.integer("port", 0, 65_535, 9_880);
        final String targetCompId = fix.text("target-comp-id");
        final AcceptorBounds bounds = bounds(fix);
        try {
            return new AcceptorConfig(host, port, targetCompId, clients, bounds);
        } catch (final ConfigException e) {
            e.faults().forEach(fault -> note(fix, fault));
            return new AcceptorConfig("127.0.0.1", 0, NOBODY, List.of(), AcceptorBounds.DEFAULT);
        }
    }

    private static void addClients(final Settings group, final boolean allowPlain, final List<ClientConfig> clients) {
        final StoredPassword password = password(group, allowPlain);
        final int throttle = group.integer("max-messages-per-second", 0, 10_000_000, 0);
        final List<String> addresses = group.texts("addresses");
        for (final String compId : group.texts("comp-ids")) {
            final String username = group.text("username", "{compId}").replace("{compId}", compId);
            clients.add(new ClientConfig(compId, username, password, addresses, throttle));
        }
    }

    private static StoredPassword password(final Settings group, final boolean allowPlain) {
        final String stored = group.secret("password", allowPlain).reveal();
        try {
            final StoredPassword password = StoredPassword.of(stored);
            if (!password.isHashed() && !allowPlain) {
                group.fault("password", "is no hash; `gateway hash-password` makes one");
            }
            return password;
        } catch (final IllegalArgumentException e) {
            group.fault("password", e.getMessage());
            return StoredPassword.of("");
        }
    }

    private static AcceptorBounds bounds(final Settings fix) {
        final AcceptorBounds usual = AcceptorBounds.DEFAULT;
        return new AcceptorBounds(
                fix.integer("max-connections", 1, 65_536, usual.maxConnections()),
                fix.integer("max-connections-per-address", 1, 65_536, usual.maxConnectionsPerAddress()),
                fix.duration("logon-timeout", usual.logonTimeout()),
                fix.integer("min-heart-bt-int", 1, AcceptorBounds.MAX_HEART_BT_INT_S, usual.minHeartBtIntS()),
                fix.integer("max-unacknowledged", 1, 1_000_000, usual.maxUnacknowledged()),
                fix.duration("stall-timeout", usual.stallTimeout()),
                fix.number("max-behind-bytes", 1 << 20, 1L << 50, usual.maxBehindBytes()),
                fix.integer("ring-bytes", 1 << 16, 1 << 30, usual.ringBytes()),
                fix.integer("catch-up-readers", 1, 64, usual.catchUpReaders()),
                fix.integer("catch-up-bytes-per-cycle", 8 << 10, 1 << 26, usual.catchUpBytesPerCycle()));
    }

    private static void note(final Settings fix, final String fault) {
        final int colon = fault.indexOf(": ");
        fix.fault(fault.substring(0, colon), fault.substring(colon + 2));
    }
}
