package io.weir.ops.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes JSON texts, field by field. */
final class Json {
    static final String CONTENT_TYPE = "application/json; charset=utf-8";

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** {@return an object with the fields that the body writes} */
    static String object(final Body body) {
        final StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (final IOException e) {
            throw new UncheckedIOException("a string cannot fail", e);
        }
        return text.append('\n').toString();
    }

    /** {@return what is wrong with a request, one sentence each} */
    static String faults(final List<String> faults) {
        return object(json -> {
            json.writeArrayFieldStart("faults");
            for (final String fault : faults) {
                json.writeString(fault);
            }
            json.writeEndArray();
        });
    }

    /** Writes fields. */
    @FunctionalInterface
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }
}
