package io.weir.app;

import io.weir.config.Settings;
import io.weir.simulator.DemoVenues;
import io.weir.simulator.SimulatorConfig;
import io.weir.simulator.Simulators;
import io.weir.simulator.SymbolConfig;
import io.weir.simulator.VenueSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.agrona.CloseHelper;

/**
 * The demo in the JVM of a test: the gateway and both simulated venues on free ports and in a directory of its own. BTC-USD
 * is the demo's steady market at both venues. ETH-USD is traded at SIMFIX only, whose book of it holds customers' orders only, so
 * that a test decides itself what trades; ETH-USDT is the steady market of BINANCE.
 */
public final class EmbeddedDemo implements AutoCloseable {
    private static final String CUSTOMERS_ONLY = "ETH-USD";

    private final Path directory;
    private final UnaryOperator<String> profile;
    private final VenueSimulator simfix;
    private final VenueSimulator binance;
    private Gateway gateway;

    /**
     * Starts all of it.
     *
     * @param directory for all files.
     * @param profile   changes the text of the demo's settings, for example for more sessions.
     */
    public EmbeddedDemo(final Path directory, final UnaryOperator<String> profile) {
        this.directory = directory;
        this.profile = profile;
        simfix = Simulators.of(withEmptyBook(DemoVenues.fix("SIMFIX", 0, directory.resolve("simfix"))));
        binance = Simulators.of(DemoVenues.binance("BINANCE", 0, directory.resolve("binance")));
        try {
            simfix.start();
            binance.start();
            gateway = startGateway();
        } catch (final RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Stops the gateway and starts it again on what it has kept; it may listen on another port then. */
    public void restartGateway() {
        gateway.close();
        gateway = startGateway();
    }

    /** Stops the gateway; the venues go on. */
    public void stopGateway() {
        gateway.close();
    }

    /** Starts the gateway that was stopped, on what its directory holds now. */
    public void startGatewayAgain() {
        gateway = startGateway();
    }

    /** {@return the gateway's data directory} */
    public Path data() {
        return directory.resolve("data");
    }

    /** {@return one line for each execution that the FIX venue has made} */
    public List<String> executionsAtSimfix() {
        final List<String> lines = new ArrayList<>();
        simfix.audit().executions(null, lines::add);
        return lines;
    }

    /** {@return the port of HTTP} */
    public int httpPort() {
        return gateway.httpPort();
    }

    /** {@return the port that FIX clients connect to} */
    public int fixPort() {
        return gateway.fixPort();
    }

    /** {@return whether both venues take orders} */
    public boolean areVenuesUp() {
        return gateway.venuesUp().size() == 2;
    }

    @Override
    public void close() {
        CloseHelper.closeAll(gateway, binance, simfix);
    }

    private Gateway startGateway() {
        return Gateway.start(GatewayConfig.read(Settings.parse("the demo profile", settings())), line -> {});
    }

    private String settings() {
        return profile.apply(resource("/etc/demo.yaml"))
                .replaceAll("(?s)( {2}- .symbol: )ETH-USD(, base: .*?}\n)", "$1ETH-USD$2$1ETH-USDT$2")
                .replace("symbol: ETH-USD, venue-symbol: ETHUSDT", "symbol: ETH-USDT, venue-symbol: ETHUSDT")
                .replace("data-dir: data", "data-dir: " + directory.resolve("data"))
                .replace("port: 9880", "port: 0")
                .replace("port: 8080", "port: 0")
                .replace("${SIMFIX.port}", String.valueOf(simfix.port()))
                .replace("${BINANCE.port}", String.valueOf(binance.port()));
    }

    private static SimulatorConfig withEmptyBook(final SimulatorConfig venue) {
        final List<SymbolConfig> symbols = venue.symbols().stream()
                .map(symbol -> CUSTOMERS_ONLY.equals(symbol.instrument().symbol())
                        ? new SymbolConfig(symbol.instrument(), 0, 0, null)
                        : symbol)
                .toList();
        return venue.withSymbols(symbols);
    }

    private static String resource(final String name) {
        try (InputStream in = EmbeddedDemo.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
