package io.weir.simulator.binance;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The parameters of one request, from a query string, a form body or a JSON object, as text. The first of a name wins. */
final class Params {
    static final int MAX_PARAMS = 64;
    static final String SIGNATURE = "signature";

    private String[] names = new String[8];
    private String[] values = new String[8];
    private int count;

    /** Reads {@code a=1&b=2}; throws {@link IllegalArgumentException} if it is malformed or has too many. */
    void addEncoded(final String text) {
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('&', from);
            if (end < 0) {
                end = text.length();
            }
            final int equals = text.indexOf('=', from);
            if (equals > from && equals < end) {
                add(decode(text.substring(from, equals)), decode(text.substring(equals + 1, end)));
            } else if (end > from) {
                throw new IllegalArgumentException("parameter without a value");
            }
            from = end + 1;
        }
    }

    private static String decode(final String text) {
        final boolean plain = text.indexOf('%') < 0 && text.indexOf('+') < 0;
        return plain ? text : URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Reads the members of the JSON object that the parser is about to enter; nested values are not taken. */
    void addJson(final JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            final String name = json.currentName();
            final JsonToken value = json.nextToken();
            if (value == JsonToken.START_ARRAY || value == JsonToken.START_OBJECT) {
                json.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                add(name, json.getText());
            }
        }
    }

    void add(final String name, final String value) {
        if (count == MAX_PARAMS) {
            throw new IllegalArgumentException("more than " + MAX_PARAMS + " parameters");
        }
        if (count == names.length) {
            names = Arrays.copyOf(names, count * 2);
            values = Arrays.copyOf(values, count * 2);
        }
        names[count] = name;
        values[count++] = value;
    }

    /** The value, or null if the parameter was not sent or is empty. */
    String get(final String name) {
        for (int i = 0; i < count; i++) {
            if (names[i].equals(name)) {
                return values[i].isEmpty() ? null : values[i];
            }
        }
        return null;
    }

    boolean has(final String name) {
        return get(name) != null;
    }

    /** A whole number, or {@code otherwise} if absent; throws {@link NumberFormatException} if it is none. */
    long number(final String name, final long otherwise) {
        final String text = get(name);
        return text == null ? otherwise : Long.parseLong(text);
    }

    /** What the WebSocket API signs: all but the signature, sorted by name, joined, not percent-encoded. */
    String sortedPayload() {
        return IntStream.range(0, count)
                .boxed()
                .filter(i -> !names[i].equals(SIGNATURE))
                .sorted(Comparator.comparing(i -> names[i]))
                .map(i -> names[i] + "=" + values[i])
                .collect(Collectors.joining("&"));
    }

    /** What REST signs: query and body as sent, one behind the other, without the signature parameter. */
    static String payload(final String query, final String body) {
        return withoutSignature(query) + withoutSignature(body);
    }

    private static String withoutSignature(final String text) {
        int at = text.indexOf(SIGNATURE + "=");
        while (at > 0 && text.charAt(at - 1) != '&') {
            at = text.indexOf(SIGNATURE + "=", at + 1);
        }
        if (at < 0) {
            return text;
        }
        final int end = text.indexOf('&', at);
        if (end < 0) {
            return text.substring(0, Math.max(0, at - 1));
        }
        return text.substring(0, at) + text.substring(end + 1);
    }
}
