package io.weir.benchmarks.contender;

import io.weir.benchmarks.process.ChildJvm;
import io.weir.simulator.DemoVenues;
import io.weir.simulator.Simulators;
import io.weir.simulator.VenueSimulator;
import io.weir.simulator.fault.ControlServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/**
 * The demo's two venues in a process of their own: one that speaks FIX, one that speaks Binance's REST and WebSocket.
 * {@code SimulatedVenues DIR FIX-PORT REST-PORT}; prints the port where it tells what it has on record.
 */
public final class SimulatedVenues {
    static final String FIX_VENUE = "SIMFIX";
    static final String REST_VENUE = "BINANCE";

    private static final Pattern CONTROL = Pattern.compile("(?m)^control (\\d+)$");

    /** Exchanges have machines of their own; here theirs must not be taken from the gateway's. Heeded as in {@code ./gateway}. */
    private static final List<String> ELSEWHERE =
            List.of("-XX:JavaPriority5_To_OSPriority=10", "-XX:CompilerThreadPriority=10");

    private SimulatedVenues() {}

    /**
     * Makes the process of the venues.
     *
     * @param directory for what they keep and print.
     * @param fixPort   of the FIX venue.
     * @param restPort  of the REST venue.
     * @return not yet started; {@link #awaitStarted} waits for what it says.
     */
    public static ChildJvm process(final Path directory, final int fixPort, final int restPort) {
        return new ChildJvm(
                "venues",
                directory,
                ELSEWHERE,
                SimulatedVenues.class,
                List.of(directory.resolve("simulators").toString(), String.valueOf(fixPort), String.valueOf(restPort)));
    }

    /**
     * Waits until the venues are there.
     *
     * @param venues   started.
     * @param patience how long at most.
     * @return the port where they tell what they have on record.
     */
    public static int awaitStarted(final ChildJvm venues, final Duration patience) {
        return Integer.parseInt(venues.awaitOutput(CONTROL, patience).group(1));
    }

    /**
     * Runs until the process is ended.
     *
     * @param args directory, port of the FIX venue, port of the REST venue.
     * @throws InterruptedException never meant.
     */
    public static void main(final String[] args) throws InterruptedException {
        final Path directory = Path.of(args[0]);
        final List<VenueSimulator> venues = List.of(
                Simulators.of(DemoVenues.fix(FIX_VENUE, Integer.parseInt(args[1]), directory.resolve(FIX_VENUE))
                        .lenient()),
                Simulators.of(
                        DemoVenues.binance(REST_VENUE, Integer.parseInt(args[2]), directory.resolve(REST_VENUE))));
        venues.forEach(VenueSimulator::start);
        final ControlServer control = new ControlServer(venues, 0);
        control.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            control.close();
            venues.forEach(VenueSimulator::close);
        }));
        System.out.println("control " + control.port());
        new CountDownLatch(1).await();
    }
}
