package io.weir.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.decimal.Decimals;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Reads what venues write. Decimals come as strings or as numbers; both are read digit by digit, zeros at the end of the
 * fraction dropped. What is missing or ill-formed is a {@link JsonFault}, never a default. Any thread.
 */
public final class Json {
    private static final int SHOWN = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final ObjectReader READER = MAPPER.readerFor(JsonNode.class);

    private Json() {}

    /** {@return the tree of a text} */
    public static JsonNode parse(final byte[] text) {
        try {
            return whole(READER.readTree(text));
        } catch (final IOException e) {
            throw unreadable(e);
        }
    }

    /** {@return the tree of a text} */
    public static JsonNode parse(final String text) {
        try {
            return whole(READER.readTree(text));
        } catch (final IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Reads a list item by item, so that a long one never stands in memory as one tree.
     *
     * @param text a JSON array.
     * @param item gets each item, in order.
     */
    public static void forEach(final byte[] text, final Consumer<JsonNode> item) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new JsonFault("a list is expected");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                item.accept(READER.readTree(parser));
            }
        } catch (final IOException e) {
            throw unreadable(e);
        }
    }

    /** {@return the text of a field that has to be there} */
    public static String text(final JsonNode node, final String field) {
        final JsonNode value = node.get(field);
        if (value == null || !value.isTextual()) {
            throw fault(node, field, "no text");
        }
        return value.textValue();
    }

    /** {@return the whole number of a field that has to be there} */
    public static long number(final JsonNode node, final String field) {
        final JsonNode value = node.get(field);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw fault(node, field, "no whole number");
        }
        return value.longValue();
    }

    /** {@return the list of a field that has to be there} */
    public static JsonNode list(final JsonNode node, final String field) {
        final JsonNode value = node.get(field);
        if (value == null || !value.isArray()) {
            throw fault(node, field, "no list");
        }
        return value;
    }

    /** {@return the decimal of a field that has to be there} */
    public static Decimal decimal(final JsonNode node, final String field) {
        final JsonNode value = node.get(field);
        if (value == null) {
            throw fault(node, field, "no decimal number");
        }
        return decimal(value);
    }

    /** {@return a value as a decimal} */
    public static Decimal decimal(final JsonNode value) {
        if (!value.isTextual() && !value.isNumber()) {
            throw new JsonFault("'" + cut(value.toString()) + "' is no decimal number");
        }
        final String text =
                value.isTextual() ? value.textValue() : value.decimalValue().toPlainString();
        try {
            return Decimals.parse(withoutTrailingZeros(text));
        } catch (final NumberFormatException e) {
            throw new JsonFault("'" + cut(text) + "' is no decimal number that fits");
        }
    }

    /** {@return the same number without zeros at the end of its fraction} */
    public static String withoutTrailingZeros(final String number) {
        if (number.indexOf('.') <= 0) {
            return number;
        }
        int end = number.length();
        while (number.charAt(end - 1) == '0') {
            end--;
        }
        return number.substring(0, number.charAt(end - 1) == '.' ? end - 1 : end);
    }

    private static JsonNode whole(final JsonNode node) {
        if (node == null || !node.isContainerNode()) {
            throw new JsonFault("neither an object nor a list");
        }
        return node;
    }

    private static JsonFault unreadable(final IOException e) {
        return new JsonFault("no JSON: " + e.getClass().getSimpleName());
    }

    private static JsonFault fault(final JsonNode node, final String field, final String what) {
        return new JsonFault("field '" + field + "' has " + what + ": " + cut(String.valueOf(node.get(field))));
    }

    private static String cut(final String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
