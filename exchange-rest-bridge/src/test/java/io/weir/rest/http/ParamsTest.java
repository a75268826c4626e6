package io.weir.rest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ParamsTest {
    @Test
    void shouldJoinInTheOrderOfTheCalls() {
        assertEquals(
                "symbol=BTCUSDT&limit=1000",
                new Params().add("symbol", "BTCUSDT").add("limit", 1_000).toString());
    }

    @Test
    void shouldLeaveUnreservedCharactersAlone() {
        assertEquals("id=A-z_0.9~", new Params().add("id", "A-z_0.9~").toString());
    }

    @Test
    void shouldEncodeEverythingElseByItsBytes() {
        assertEquals(
                "a=%5B%22X%22%5D%20%2B%26%3D%2F",
                new Params().add("a", "[\"X\"] +&=/").toString());
        assertEquals("a=x%E5%B8%81y", new Params().add("a", "x币y").toString());
        assertEquals("a=%F0%9F%98%80", new Params().add("a", "\uD83D\uDE00").toString());
    }
}
