package io.weir.rest.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.rest.http.RestAnswer;
import io.weir.rest.json.Json;
import io.weir.rest.json.JsonFault;
import java.util.Map;

/**
 * Judges answers by HTTP status, code and text. The rule that stands above all: a 5xx is unknown, whatever it says, and so
 * is an answer that is no answer of the venue's. Source: binance-spot-api-docs, general API information and errors.
 */
final class Rulings {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int BANNED = 418;
    private static final int CONFLICT = 409;

    private static final int NEW_ORDER_REJECTED = -2010;
    private static final String DUPLICATE_TEXT = "Duplicate order sent.";
    private static final String UNKNOWN_ORDER_TEXT = "Unknown order sent.";

    /** Codes whose meaning does not depend on the status, as long as that is a 4xx. */
    private static final Map<Integer, Ruling.Kind> BY_CODE = Map.ofEntries(
            Map.entry(-1000, Ruling.Kind.UNKNOWN), // an unknown error occurred while processing
            Map.entry(-1001, Ruling.Kind.UNKNOWN), // internal error, unable to process
            Map.entry(-1006, Ruling.Kind.UNKNOWN), // unexpected response, execution status unknown
            Map.entry(-1007, Ruling.Kind.UNKNOWN), // timeout of the engine, execution status unknown
            Map.entry(-1003, Ruling.Kind.RATE_LIMITED), // too much request weight
            Map.entry(-1015, Ruling.Kind.RATE_LIMITED), // too many new orders
            Map.entry(-1002, Ruling.Kind.KEY_REFUSED), // not authorized
            Map.entry(-2014, Ruling.Kind.KEY_REFUSED), // key of a bad format
            Map.entry(-2015, Ruling.Kind.KEY_REFUSED), // key, address or rights
            Map.entry(-1021, Ruling.Kind.CLOCK_SKEWED), // timestamp outside the window
            Map.entry(-2011, Ruling.Kind.NOT_OPEN), // cancel rejected
            Map.entry(-2013, Ruling.Kind.NOT_FOUND), // no such order
            Map.entry(-2026, Ruling.Kind.ARCHIVED)); // archived without a fill

    private Rulings() {}

    /** {@return what an answer proves} */
    static Ruling of(final RestAnswer answer) {
        if (answer.isSuccess()) {
            return new Ruling(Ruling.Kind.DONE, Ruling.NO_CODE, "");
        }
        int code = Ruling.NO_CODE;
        String text = "HTTP " + answer.status();
        try {
            final JsonNode body = Json.parse(answer.body());
            code = Math.toIntExact(Json.number(body, "code"));
            text = Json.text(body, "msg");
        } catch (final JsonFault | ArithmeticException e) {
            text = text + " without code and message";
        }
        return new Ruling(
                kindOf(answer.status(), code, text), code, code == Ruling.NO_CODE ? text : text + " (" + code + ")");
    }

    /** {@return whether a code says that the key, its rights or our address are refused} */
    static boolean isKeyRefused(final int code) {
        return BY_CODE.get(code) == Ruling.Kind.KEY_REFUSED;
    }

    private static Ruling.Kind kindOf(final int status, final int code, final String text) {
        if (status == TOO_MANY_REQUESTS || status == BANNED) {
            return Ruling.Kind.RATE_LIMITED;
        }
        if (status < 400 || status >= 500 || status == CONFLICT || code == Ruling.NO_CODE) {
            return Ruling.Kind.UNKNOWN;
        }
        if (text.equals(UNKNOWN_ORDER_TEXT)) {
            return Ruling.Kind.NOT_OPEN; // the same text comes with -1013 too
        }
        if (code == NEW_ORDER_REJECTED && text.equals(DUPLICATE_TEXT)) {
            return Ruling.Kind.DUPLICATE_ID;
        }
        return BY_CODE.getOrDefault(code, Ruling.Kind.REFUSED);
    }
}
