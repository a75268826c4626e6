package io.weir.simulator;

import java.util.Map;

/**
 * One customer of a simulated venue and how it proves who it is.
 *
 * @param name the venue's name of the account.
 * @param login FIX: the customer's SenderCompID(49). Binance: the API key.
 * @param secret FIX: Password(554), empty if none is asked for. Binance: the key's secret. Never printed.
 * @param balances by asset, at scale 8.
 */
public record AccountConfig(String name, String login, String secret, Map<String, Long> balances) {
    private static final int MAX_LENGTH = 64;

    /** Refuses names that are empty or longer than 64 characters. */
    public AccountConfig {
        if (name.isEmpty() || name.length() > MAX_LENGTH || login.isEmpty() || login.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "account name and login must have 1 to " + MAX_LENGTH + " characters: " + name + ", " + login);
        }
        balances = Map.copyOf(balances);
    }

    @Override
    public String toString() {
        return "AccountConfig[name=" + name + ", login=" + login + ", secret=***, balances=" + balances + "]";
    }
}
