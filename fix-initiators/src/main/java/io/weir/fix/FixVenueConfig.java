package io.weir.fix;

import io.weir.config.ConfigException;
import io.weir.config.Secret;
import io.weir.config.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How to reach one venue over FIX. Checks itself and names every fault; prints no secret.
 *
 * @param host         of the venue.
 * @param port         1 to 65535.
 * @param senderCompId SenderCompID(49) that the venue gave us.
 * @param targetCompId TargetCompID(56) of the venue.
 * @param username     Username(553), "" if the venue wants none.
 * @param password     Password(554), an empty one if the venue wants none.
 * @param account      Account(1) on orders, "" if the venue wants none.
 * @param heartBtIntS  HeartBtInt(108), in s, 1 to 300.
 * @param resetOnLogon for venues that keep no messages: both numbers to 1 at each Logon. Missed fills are then only found by
 *     asking for trades.
 * @param tradeCapture whether the venue answers TradeCaptureReportRequest(AD): the way to fills that were missed.
 * @param marketData   whether this session carries market data.
 * @param depth        levels a side to subscribe to, 1 and more; 0 is the whole book.
 */
public record FixVenueConfig(
        String host,
        int port,
        String senderCompId,
        String targetCompId,
        String username,
        Secret password,
        String account,
        int heartBtIntS,
        boolean resetOnLogon,
        boolean tradeCapture,
        boolean marketData,
        int depth) {
    private static final int MAX_PORT = 65_535;
    private static final int MAX_HEARTBEAT_S = 300;
    private static final int DEFAULT_HEARTBEAT_S = 10;

    /** Twice what a quote carries, so that one emptied level does not shorten it. */
    private static final int DEFAULT_DEPTH = 20;

    public FixVenueConfig {
        final List<String> faults = new ArrayList<>();
        check(faults, !host.isBlank(), "host: is missing");
        check(faults, port >= 1 && port <= MAX_PORT, "port: " + port + " is not within 1 to " + MAX_PORT);
        check(faults, isCompId(senderCompId), "sender-comp-id: '" + senderCompId + "' is no comp id");
        check(faults, isCompId(targetCompId), "target-comp-id: '" + targetCompId + "' is no comp id");
        check(
                faults,
                heartBtIntS >= 1 && heartBtIntS <= MAX_HEARTBEAT_S,
                "heart-bt-int: " + heartBtIntS + " s is not within 1 to " + MAX_HEARTBEAT_S);
        check(faults, depth >= 0, "depth: " + depth + " is below 0");
        if (!faults.isEmpty()) {
            throw new ConfigException("FIX venue " + targetCompId, faults);
        }
    }

    /**
     * A config with every default.
     *
     * @param host         of the venue.
     * @param port         of the venue.
     * @param senderCompId SenderCompID(49).
     * @param targetCompId TargetCompID(56).
     * @param password     Password(554), an empty one if the venue wants none; the username is then senderCompId.
     * @return the config.
     */
    public static FixVenueConfig of(
            final String host,
            final int port,
            final String senderCompId,
            final String targetCompId,
            final Secret password) {
        return new FixVenueConfig(
                host,
                port,
                senderCompId,
                targetCompId,
                password.reveal().isEmpty() ? "" : senderCompId,
                password,
                "",
                DEFAULT_HEARTBEAT_S,
                false,
                true,
                true,
                DEFAULT_DEPTH);
    }

    /**
     * Reads the part of one venue's section that FIX venues have. Faults are noted in the section; where there are any, the
     * answer is a harmless one that is never used, because {@link Settings#check} throws.
     *
     * @param venue      the section, the one that {@code VenueConfig.read} reads too.
     * @param allowPlain whether {@code plain:} secrets are taken (demo profile).
     * @return the config.
     */
    public static FixVenueConfig read(final Settings venue, final boolean allowPlain) {
        final Secret password = venue.has("password") ? venue.secret("password", allowPlain) : Secret.of("");
        final String host = venue.text("host");
        final int port = venue.integer("port", 1, MAX_PORT, 1);
        final String senderCompId = venue.text("sender-comp-id");
        final String targetCompId = venue.text("target-comp-id");
        final String username = venue.text("username", "");
        final String account = venue.text("account", "");
        final Duration heartBtInt = venue.duration("heart-bt-int", Duration.ofSeconds(DEFAULT_HEARTBEAT_S));
        final boolean resetOnLogon = venue.flag("reset-on-logon", false);
        final boolean tradeCapture = venue.flag("trade-capture", true);
        final boolean marketData = venue.flag("market-data", true);
        final int depth = venue.integer("depth", 0, 10_000, DEFAULT_DEPTH);
        try {
            return new FixVenueConfig(
                    host,
                    port,
                    senderCompId,
                    targetCompId,
                    username,
                    password,
                    account,
                    (int) heartBtInt.toSeconds(),
                    resetOnLogon,
                    tradeCapture,
                    marketData,
                    depth);
        } catch (final ConfigException e) {
            e.faults().forEach(fault -> {
                final int colon = fault.indexOf(": ");
                venue.fault(fault.substring(0, colon), fault.substring(colon + 2));
            });
            return of("127.0.0.1", 1, "FAULTY", "FAULTY", Secret.of(""));
        }
    }

    private static boolean isCompId(final String text) {
        return text.matches("[\\x21-\\x7E]{1,64}");
    }

    private static void check(final List<String> faults, final boolean right, final String fault) {
        if (!right) {
            faults.add(fault);
        }
    }
}
