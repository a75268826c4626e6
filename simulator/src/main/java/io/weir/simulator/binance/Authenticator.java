package io.weir.simulator.binance;

import io.weir.simulator.AccountConfig;
import io.weir.simulator.matching.Account;
import io.weir.simulator.matching.Exchange;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proves who sent a request: API key, time window, HMAC-SHA256 signature. Binance API documentation, "Signed request". */
final class Authenticator {
    private static final String HMAC = "HmacSHA256";
    private static final int DEFAULT_RECV_WINDOW_MS = 5_000;
    private static final int MAX_RECV_WINDOW_MS = 60_000;
    private static final int MAX_AHEAD_MS = 1_000;
    private static final long MICROS_FROM = 100_000_000_000_000L;
    private static final String HEX = "0123456789abcdef";

    private final Map<String, Key> keys = new HashMap<>();

    Authenticator(final List<AccountConfig> accounts, final Exchange exchange) {
        for (final AccountConfig account : accounts) {
            keys.put(account.login(), new Key(exchange.account(account.name()), mac(account.secret())));
        }
    }

    private static Mac mac(final String secret) {
        try {
            final Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return mac;
        } catch (final GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("an API secret cannot be used for " + HMAC, e);
        }
    }

    /**
     * Checks a signed request.
     *
     * @param payload what was signed.
     * @return why not, or null.
     */
    Answer check(final String apiKey, final Params params, final String payload, final long nowMs) {
        if (apiKey == null || apiKey.isEmpty()) {
            return Answer.BAD_KEY_FORMAT;
        }
        final Key key = keys.get(apiKey);
        if (key == null) {
            return Answer.BAD_KEY;
        }
        final Answer late = checkTime(params, nowMs);
        if (late != null) {
            return late;
        }
        final String signature = params.get(Params.SIGNATURE);
        if (signature == null) {
            return Answer.missing(Params.SIGNATURE);
        }
        return isSigned(key.mac, payload, signature) ? null : Answer.BAD_SIGNATURE;
    }

    private static Answer checkTime(final Params params, final long nowMs) {
        final String timestamp = params.get("timestamp");
        if (timestamp == null) {
            return Answer.missing("timestamp");
        }
        try {
            final long sent = Long.parseLong(timestamp);
            final long sentMs = sent >= MICROS_FROM ? sent / 1_000 : sent;
            final String window = params.get("recvWindow");
            final double recvWindowMs = window == null ? DEFAULT_RECV_WINDOW_MS : Double.parseDouble(window);
            if (!(recvWindowMs <= MAX_RECV_WINDOW_MS)) {
                return Answer.bad(-1131, "recvWindow must be less than " + MAX_RECV_WINDOW_MS);
            }
            if (sentMs >= nowMs + MAX_AHEAD_MS) {
                return Answer.bad(-1021, "Timestamp for this request was 1000ms ahead of the server's time.");
            }
            if (nowMs - sentMs > recvWindowMs) {
                return Answer.bad(-1021, "Timestamp for this request is outside of the recvWindow.");
            }
            return null;
        } catch (final NumberFormatException notANumber) {
            return Answer.illegal("timestamp", "^[0-9]{1,20}$");
        }
    }

    private static boolean isSigned(final Mac mac, final String payload, final String signature) {
        final byte[] expected = mac.doFinal(payload.getBytes(StandardCharsets.UTF_8));
        if (signature.length() != expected.length * 2) {
            return false;
        }
        final String given = signature.toLowerCase(Locale.ROOT);
        int difference = 0;
        for (int i = 0; i < expected.length; i++) {
            difference |= HEX.charAt(expected[i] >> 4 & 0xF) ^ given.charAt(2 * i);
            difference |= HEX.charAt(expected[i] & 0xF) ^ given.charAt(2 * i + 1);
        }
        return difference == 0;
    }

    /** The account of a key that {@link #check} accepted. */
    Account account(final String apiKey) {
        return keys.get(apiKey).account;
    }

    private record Key(Account account, Mac mac) {
        @Override
        public String toString() {
            return "Key[account=" + account.name() + ", mac=***]";
        }
    }
}
