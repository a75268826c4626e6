package io.weir.fix.fix44;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.config.Secret;
import io.weir.fix.FixVenueConfig;
import io.weir.protocol.decimal.Decimals;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;
import io.weir.simulator.DemoVenues;
import io.weir.simulator.Simulators;
import io.weir.simulator.VenueSimulator;
import io.weir.venue.RateBudget;
import io.weir.venue.RateLimit;
import io.weir.venue.VenueAdapter;
import io.weir.venue.VenueConfig;
import io.weir.venue.contract.VenueAdapterContractTest;
import io.weir.venue.report.NeverReceived;
import io.weir.venue.report.OrderReplaced;
import io.weir.venue.report.Presence;
import io.weir.venue.report.ReplaceRefused;
import io.weir.venue.request.VenueOrder;
import io.weir.venue.request.VenueReplace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The contract of every adapter, played over plain FIX 4.4; and what only this dialect has. */
final class Fix44ContractTest extends VenueAdapterContractTest {
    private static final String VENUE = "SIMFIX";
    private static final Pattern EXEC_ID = Pattern.compile("\"execId\":\"([^\"]+)\"");

    @Override
    protected VenueSimulator newVenue(final Path dataDir) {
        return Simulators.of(DemoVenues.fix(VENUE, 0, dataDir));
    }

    @Override
    protected VenueAdapter newAdapter(final VenueSimulator running, final Path dataDir, final RateBudget budget)
            throws IOException {
        return adapterAt(running.port(), dataDir, budget);
    }

    private static Fix44Adapter adapterAt(final int port, final Path dataDir, final RateBudget budget)
            throws IOException {
        return new Fix44Adapter(
                VenueConfig.of(VENUE, "fix44", Map.of(SYMBOL, "BTC-USD")),
                FixVenueConfig.of("127.0.0.1", port, DemoVenues.COMP_ID, VENUE, Secret.of(DemoVenues.PASSWORD)),
                budget,
                dataDir,
                false,
                System::nanoTime);
    }

    @Override
    protected RateBudget wideBudget() {
        return new RateBudget(new RateLimit(1_000_000, 1_000_000_000L, 2_000), System::nanoTime);
    }

    @Override
    protected RateBudget noBudget() {
        return new RateBudget(new RateLimit(1, Long.MAX_VALUE, 9_000), () -> 0);
    }

    @Override
    protected String execIdOf(final String executionJson) {
        final Matcher matcher = EXEC_ID.matcher(executionJson);
        assertTrue(matcher.find(), executionJson);
        return matcher.group(1);
    }

    @Test
    void shouldReplaceInPlaceAndKnowTheOrderByItsNewId() {
        final VenueOrder order = order(Side.BUY, "0.5", "40000.00", TimeInForce.GOOD_TILL_CANCEL);
        send(order);
        awaitThat(() -> accepted(order) != null);
        final VenueReplace replace = replaceOf(order, "-R1", "0.7");
        awaitThat(() -> adapter.tryReplace(replace));
        awaitThat(() -> !reports.of(OrderReplaced.class, report -> true).isEmpty());
        assertEquals(
                replace.venueClOrdId(),
                reports.of(OrderReplaced.class, report -> true).get(0).venueClOrdId());
    }

    @Test
    void shouldSayThatTheOldTermsStandWhenAReplaceIsRefused() {
        final VenueOrder order = order(Side.BUY, "0.5", "40000.00", TimeInForce.GOOD_TILL_CANCEL);
        send(order);
        awaitThat(() -> accepted(order) != null);
        final VenueReplace replace = replaceOf(order, "-R1", "0.000001");
        awaitThat(() -> adapter.tryReplace(replace));
        awaitThat(() -> !reports.of(ReplaceRefused.class, report -> true).isEmpty());
        final ReplaceRefused refused =
                reports.of(ReplaceRefused.class, report -> true).get(0);
        assertEquals(replace.venueClOrdId(), refused.venueClOrdId());
        assertFalse(refused.text().isEmpty());
    }

    @Test
    void shouldFillTheGapWhereAnOrderNeverArrivedAndSaySo() throws Exception {
        adapter.close();
        try (LossyLine line = new LossyLine(venue.port())) {
            adapter = adapterAt(line.port(), directory.resolve("adapter"), wideBudget());
            adapter.open("2");
            awaitThat(() -> adapter.isConnected());
            line.lose();
            final VenueOrder order = order(Side.BUY, "0.5", "51000.00", TimeInForce.IMMEDIATE_OR_CANCEL);
            send(order);
            awaitThat(() -> line.lostBytes() > 0);
            line.cut();
            awaitThat(() -> !reports.of(NeverReceived.class, report -> true).isEmpty());
            assertEquals(
                    order.venueClOrdId(),
                    reports.of(NeverReceived.class, report -> true).get(0).venueClOrdId());
            reconcile(List.of(query(order)));
            assertEquals(Presence.ABSENT, ask(order).presence());
            assertEquals(List.of(), reports.fills(order.venueClOrdId()), "it was not sent again");
        }
    }

    @Test
    void shouldKeepThePasswordOutOfItsFiles() throws IOException {
        final Path file = directory.resolve("adapter").resolve("fix.session");
        final String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("35=A"), "the Logon is on file");
        assertFalse(text.contains("554="), "without its password");
        assertFalse(text.contains("553="), "and without its user");
    }

    private static VenueReplace replaceOf(final VenueOrder order, final String suffix, final String qty) {
        return new VenueReplace(
                order.childOrderId(),
                1,
                order.venueClOrdId() + suffix,
                order.venueClOrdId(),
                "",
                order.symbol(),
                order.side(),
                OrdType.LIMIT,
                order.timeInForce(),
                Decimals.parse(qty),
                order.price());
    }
}
