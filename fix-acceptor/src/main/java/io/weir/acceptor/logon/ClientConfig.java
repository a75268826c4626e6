package io.weir.acceptor.logon;

import java.util.List;

/**
 * One client that may log on.
 *
 * @param compId               SenderCompID(49).
 * @param username             Username(553); "" if the session asks for neither user name nor password.
 * @param password             what is kept of Password(554); null with an empty user name.
 * @param allowedAddresses     source addresses, as text of an IP address; empty allows all.
 * @param maxMessagesPerSecond the core's throttle, 0 for none; at ten times as many the socket is not read.
 */
public record ClientConfig(
        String compId,
        String username,
        StoredPassword password,
        List<String> allowedAddresses,
        int maxMessagesPerSecond) {
    public ClientConfig {
        allowedAddresses = List.copyOf(allowedAddresses);
        if (!username.isEmpty() && password == null) {
            throw new IllegalArgumentException("session " + compId + " has a user name and no password");
        }
    }
}
