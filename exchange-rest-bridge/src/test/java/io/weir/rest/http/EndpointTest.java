package io.weir.rest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @Test
    void shouldKnowThePortOfAScheme() {
        assertEquals(new Endpoint("api.example.com", 443, true, ""), Endpoint.parse("https://api.example.com/"));
        assertEquals(
                new Endpoint("127.0.0.1", 9443, false, "/ws-api/v3"), Endpoint.parse("ws://127.0.0.1:9443/ws-api/v3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.com", "ftp://example.com", "https://", "https://a b", "https://h?x=1"})
    void shouldRefuseWhatIsNoAddress(final String url) {
        final Exception e = assertThrows(IllegalArgumentException.class, () -> Endpoint.parse(url));
        assertTrue(e.getMessage().contains("address"), e.getMessage());
    }

    @Test
    void shouldNotRepeatWhatMayBeAPassword() {
        final Exception e =
                assertThrows(IllegalArgumentException.class, () -> Endpoint.parse("https://me:hidden@example.com"));
        assertTrue(!e.getMessage().contains("hidden"), e.getMessage());
    }
}
