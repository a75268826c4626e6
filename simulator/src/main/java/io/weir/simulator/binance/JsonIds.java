package io.weir.simulator.binance;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.weir.simulator.floor.JsonText;
import java.io.IOException;

/** Request ids: numbers, texts or null, given back as they came. */
final class JsonIds {
    private static final int MAX_LENGTH = 64;

    private JsonIds() {}

    /** The id at the parser as ready JSON; throws if it is too long or something else. */
    static String read(final JsonParser json) throws IOException {
        final JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return "null";
        }
        final String text = json.getText();
        if (text.length() > MAX_LENGTH || token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NUMBER_INT) {
            throw new IOException("an id must be a whole number or a text of at most " + MAX_LENGTH + " characters");
        }
        return token == JsonToken.VALUE_NUMBER_INT
                ? text
                : new JsonText(text.length() + 2).text(text).toString();
    }
}
