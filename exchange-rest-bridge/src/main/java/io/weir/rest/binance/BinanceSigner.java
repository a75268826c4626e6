package io.weir.rest.binance;

import io.weir.rest.clock.VenueClock;
import io.weir.rest.http.Params;
import io.weir.rest.sign.HmacSha256;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Signs requests for one key. REST: over the payload exactly as it is sent, percent-encoded before; WebSocket API: over all
 * parameters sorted by name, plain. Source: binance-spot-api-docs, request security. Event loop only.
 */
final class BinanceSigner {
    private final HmacSha256 hmac;
    private final BinanceConfig config;
    private final VenueClock clock;

    BinanceSigner(final BinanceConfig config, final VenueClock clock) {
        this.hmac = new HmacSha256(config.apiSecret());
        this.config = config;
        this.clock = clock;
    }

    /** {@return the header that names our key, for every keyed call} */
    Map<String, String> keyHeader() {
        return Map.of("X-MBX-APIKEY", config.apiKey().reveal());
    }

    /** {@return the payload with the time of now and its signature at the end} */
    String payload(final Params params) {
        return payload(params, clock.nowMs());
    }

    /**
     * Signs for a time that may lie in the past: the venue refuses what is older than the window, wherever it has waited.
     *
     * @param params without time and signature.
     * @param timeMs the venue's time, ms since 1970 UTC.
     * @return the payload with time and signature at the end.
     */
    String payload(final Params params, final long timeMs) {
        final String unsigned = params.add("recvWindow", config.recvWindowMs())
                .add("timestamp", timeMs)
                .toString();
        return unsigned + "&signature=" + hmac.hex(unsigned);
    }

    /** {@return parameters of the WebSocket API with key, time of now and signature} */
    SortedMap<String, Object> socketParams() {
        final SortedMap<String, Object> params = new TreeMap<>();
        params.put("apiKey", config.apiKey().reveal());
        params.put("recvWindow", config.recvWindowMs());
        params.put("timestamp", clock.nowMs());
        final StringBuilder unsigned = new StringBuilder();
        params.forEach((name, value) -> unsigned.append(unsigned.length() == 0 ? "" : "&")
                .append(name)
                .append('=')
                .append(value));
        params.put("signature", hmac.hex(unsigned.toString()));
        return params;
    }
}
