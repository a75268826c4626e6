package io.weir.app;

import io.weir.acceptor.AcceptorConfig;
import io.weir.acceptor.logon.ClientConfig;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a person sees of a start: a line a step, and at the end one block with all that is needed to go on. */
final class Progress {
    private static final int SHOWN = 4;

    private final PrintStream out;
    private final long startNs = System.nanoTime();

    Progress(final PrintStream out) {
        this.out = out;
    }

    /**
     * Tells a step.
     *
     * @param text of it.
     */
    void step(final String text) {
        final long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs);
        out.printf("[%6.2f s] %s%n", ms / 1_000.0, text);
        out.flush();
    }

    /**
     * Tells that clients can log on.
     *
     * @param gateway that runs.
     * @param config  it runs by.
     * @param next    what to try, a line each.
     */
    void ready(final Gateway gateway, final GatewayConfig config, final String... next) {
        step("ready");
        out.println();
        config.clients()
                .ifPresent(clients -> out.println("  FIX 4.4   " + clients.host() + ":" + gateway.fixPort()
                        + "   TargetCompID " + clients.targetCompId() + "   SenderCompID " + compIds(clients)));
        out.println("  HTTP      http://" + config.ops().host() + ":" + gateway.httpPort() + "   /health  /metrics"
                + (config.store().isPresent() ? "  /orders  /executions" : ""));
        out.println("  data      " + config.dataDir());
        for (final String line : next) {
            out.println("  " + line);
        }
        out.println();
        out.flush();
    }

    private static String compIds(final AcceptorConfig clients) {
        final List<String> ids =
                clients.clients().stream().map(ClientConfig::compId).toList();
        return ids.size() <= SHOWN
                ? String.join(", ", ids)
                : String.join(", ", ids.subList(0, SHOWN)) + " and " + (ids.size() - SHOWN) + " more";
    }
}
