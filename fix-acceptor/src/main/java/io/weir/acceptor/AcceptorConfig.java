package io.weir.acceptor;

import io.weir.acceptor.logon.ClientConfig;
import io.weir.config.ConfigException;
import io.weir.protocol.Bounds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Settings of the clients' side. Checks itself whole when made.
 *
 * @param host         address to listen on; loopback unless told otherwise.
 * @param port         TCP port to listen on; 0 takes a free one.
 * @param targetCompId our comp id: TargetCompID(56) of what clients send.
 * @param clients      who may log on.
 * @param bounds       how much of everything is taken.
 */
public record AcceptorConfig(
        String host, int port, String targetCompId, List<ClientConfig> clients, AcceptorBounds bounds) {
    public AcceptorConfig {
        clients = List.copyOf(clients);
        final List<String> faults = new ArrayList<>();
        if (host.isBlank()) {
            faults.add("host: is empty");
        }
        if (port < 0 || port > 65_535) {
            faults.add("port: " + port + " is not within 0 to 65535");
        }
        checkCompId(faults, "target-comp-id", targetCompId);
        final Set<String> seen = new HashSet<>();
        for (final ClientConfig client : clients) {
            checkCompId(faults, "sessions.comp-id", client.compId());
            if (!seen.add(client.compId())) {
                faults.add("sessions.comp-id: " + client.compId() + " appears more than once");
            }
        }
        bounds.check(faults);
        if (!faults.isEmpty()) {
            throw new ConfigException("fix", faults);
        }
    }

    private static void checkCompId(final List<String> faults, final String key, final String compId) {
        final boolean printable = compId.chars().allMatch(c -> c > ' ' && c < 0x7F);
        if (compId.isEmpty() || compId.length() > Bounds.MAX_NAME_LENGTH || !printable) {
            faults.add(key + ": \"" + compId + "\" is not 1 to " + Bounds.MAX_NAME_LENGTH
                    + " printable characters without blanks");
        }
    }
}
