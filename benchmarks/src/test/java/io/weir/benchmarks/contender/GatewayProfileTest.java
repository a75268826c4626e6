package io.weir.benchmarks.contender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayProfileTest {
    @ParameterizedTest
    @CsvSource({"SIMFIX, BINANCE", "BINANCE, SIMFIX"})
    void shouldNameOnlyTheVenuesThatItTradesAt(final String venue, final String other) {
        final ObjectNode settings = settings(List.of(venue));

        assertEquals(1, settings.get("venues").size());
        assertTrue(settings.toString().contains(venue));
        assertFalse(settings.toString().contains(other), settings.toString());
    }

    @Test
    void shouldKeepBothVenuesAndTheFundsAtThem() {
        final ObjectNode settings = settings(List.of(GatewayOptions.FIX_VENUE, GatewayOptions.REST_VENUE));

        assertEquals(2, settings.get("venues").size());
        settings.get("accounts")
                .get(0)
                .get("funds")
                .forEach(fund -> assertEquals(2, fund.get("venues").size()));
    }

    private static ObjectNode settings(final List<String> venues) {
        return GatewayProfile.of(
                        Path.of("data"), 0, 1, 2, new GatewayOptions("compact", "process", "nice", venues, List.of()))
                .root();
    }
}
