package io.weir.rest.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.weir.config.Secret;
import io.weir.rest.clock.VenueClock;
import io.weir.rest.http.Params;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class BinanceSignerTest {
    private static final String SECRET = "the secret of a test";

    private final BinanceConfig config = BinanceConfig.of(
            "https://127.0.0.1", "wss://127.0.0.1", "wss://127.0.0.1", Secret.of("the-key"), Secret.of(SECRET));
    private final VenueClock clock = new VenueClock(() -> 1_700_000_000_000L);
    private final BinanceSigner signer = new BinanceSigner(config, clock);

    @Test
    void shouldSignThePayloadExactlyAsItIsSent() throws Exception {
        final String payload =
                signer.payload(new Params().add("symbol", "币USDT").add("quantity", "1.5"));
        final String unsigned = "symbol=%E5%B8%81USDT&quantity=1.5&recvWindow=2000&timestamp=1700000000000";
        assertEquals(unsigned + "&signature=" + macOf(unsigned), payload);
    }

    @Test
    void shouldSendTheTimeOfTheVenue() {
        clock.onServerTime(1_700_000_005_000L, 1_700_000_000_000L, 1_700_000_000_000L);
        final String payload = signer.payload(new Params().add("a", 1));
        assertEquals(
                "a=1&recvWindow=2000&timestamp=1700000005000", payload.substring(0, payload.indexOf("&signature")));
    }

    @Test
    void shouldSignTheSocketsParametersSortedByName() throws Exception {
        final SortedMap<String, Object> params = signer.socketParams();
        assertEquals(List.of("apiKey", "recvWindow", "signature", "timestamp"), List.copyOf(params.keySet()));
        assertEquals(macOf("apiKey=the-key&recvWindow=2000&timestamp=1700000000000"), params.get("signature"));
    }

    @Test
    void shouldNameTheKeyInItsHeaderOnly() {
        assertEquals(Map.of("X-MBX-APIKEY", "the-key"), signer.keyHeader());
        assertFalse(config.toString().contains("the-key"), config.toString());
        assertFalse(config.toString().contains(SECRET), config.toString());
    }

    private static String macOf(final String text) throws Exception {
        final Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
