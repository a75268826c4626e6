package io.weir.ops;

import io.weir.config.ConfigException;
import io.weir.config.Settings;
import java.util.ArrayList;
import java.util.List;

/**
 * Settings of the HTTP server.
 *
 * @param host           address or name to listen on; loopback unless told otherwise.
 * @param port           to listen on, 0 for any free one.
 * @param maxConnections at a time, 1 to {@value #MAX_CONNECTIONS}; one more is closed at once.
 */
public record OpsConfig(String host, int port, int maxConnections) {
    public static final String DEFAULT_HOST = "127.0.0.1";

    public static final int DEFAULT_PORT = 8080;

    /** A few people, a few programs, and Prometheus. */
    public static final int DEFAULT_MAX_CONNECTIONS = 256;

    static final int MAX_CONNECTIONS = 65_536;

    private static final int MAX_PORT = 65_535;

    /**
     * Checks itself whole.
     *
     * @throws ConfigException with every fault.
     */
    public OpsConfig {
        final List<String> faults = new ArrayList<>();
        if (host.isBlank()) {
            faults.add("host: is empty");
        }
        if (port < 0 || port > MAX_PORT) {
            faults.add("port: " + port + " is not within 0 to " + MAX_PORT);
        }
        if (maxConnections < 1 || maxConnections > MAX_CONNECTIONS) {
            faults.add("max-connections: " + maxConnections + " is not within 1 to " + MAX_CONNECTIONS);
        }
        if (!faults.isEmpty()) {
            throw new ConfigException("http", faults);
        }
    }

    /**
     * The defaults on another port.
     *
     * @param port to listen on, 0 for any free one.
     * @return the settings.
     */
    public static OpsConfig loopback(final int port) {
        return new OpsConfig(DEFAULT_HOST, port, DEFAULT_MAX_CONNECTIONS);
    }

    /**
     * Reads the section {@code http} of the settings file; faults are noted there.
     *
     * @param settings the section.
     * @return the settings; the defaults where the file is wrong.
     */
    public static OpsConfig read(final Settings settings) {
        return new OpsConfig(
                settings.text("host", DEFAULT_HOST),
                settings.integer("port", 0, MAX_PORT, DEFAULT_PORT),
                settings.integer("max-connections", 1, MAX_CONNECTIONS, DEFAULT_MAX_CONNECTIONS));
    }
}
