package io.weir.ops.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MetersTest {
    private final Meters meters = new Meters();

    @AfterEach
    void close() {
        meters.close();
    }

    @Test
    void shouldShowACountAsItIsWhenAsked() {
        final AtomicLong count = new AtomicLong(3);
        meters.counter("weir.fix.messages.in", "FIX messages read.", count::get);
        assertEquals(3.0, read("").get("weir_fix_messages_in_total"));
        count.set(1_000_000_007L);
        assertEquals(1_000_000_007.0, read("").get("weir_fix_messages_in_total"));
    }

    @Test
    void shouldTellValuesApartByTheirTags() {
        meters.gauge("weir.venue.up", "Whether it takes orders.", () -> 1, "venue", "KRAKEN");
        meters.gauge("weir.venue.up", "Whether it takes orders.", () -> 0, "venue", "say \"hi\"\\\n");
        assertEquals(1.0, read("").get("weir_venue_up{venue=\"KRAKEN\"}"));
        assertEquals(0.0, read("").get("weir_venue_up{venue=\"say \\\"hi\\\"\\\\\\n\"}"));
    }

    @Test
    void shouldShowTheProcessToo() {
        final Map<String, Double> all = read("");
        assertTrue(all.get("process_uptime_seconds") > 0);
        assertTrue(all.keySet().stream().anyMatch(name -> name.startsWith("jvm_memory_used_bytes{")));
    }

    @Test
    void shouldSpeakOpenMetricsToWhoeverAsksForIt() {
        final String accept = "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5";
        assertTrue(meters.contentType(accept).startsWith("application/openmetrics-text"));
        assertTrue(meters.scrape(accept).endsWith("# EOF\n"));
    }

    @Test
    void shouldRefuseANameThatDoesNotFitTheOthers() {
        assertThrows(IllegalArgumentException.class, () -> meters.counter("fix_messages", "", () -> 0));
        assertThrows(IllegalArgumentException.class, () -> meters.counter("weir.Fix", "", () -> 0));
    }

    @Test
    void shouldRefuseTheSameMeterTwice() {
        meters.counter("weir.fix.messages.in", "FIX messages read.", () -> 1);
        assertThrows(
                IllegalArgumentException.class,
                () -> meters.counter("weir.fix.messages.in", "FIX messages read.", () -> 2));
    }

    private Map<String, Double> read(final String accept) {
        return Exposition.parse(meters.scrape(accept));
    }
}
