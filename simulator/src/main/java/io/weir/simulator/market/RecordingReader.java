package io.weir.simulator.market;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads the depth messages of one symbol out of a recording of Binance's spot feed, line by line: {@code depthUpdate} events and
 * REST snapshots. A snapshot names no symbol; it is taken as the wanted symbol's unless its source address names another.
 */
final class RecordingReader implements AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path file;
    private final String symbol;
    private final BufferedReader lines;

    RecordingReader(final Path file, final String symbol) {
        this.file = file;
        this.symbol = symbol;
        try {
            this.lines = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file), BUFFER_BYTES), StandardCharsets.UTF_8));
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot open the recording " + file, e);
        }
    }

    /** The next depth message of the symbol, or null at the end. */
    RecordedDepth next() {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                final RecordedDepth depth = parse(line);
                if (depth != null) {
                    return depth;
                }
            }
            return null;
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot read the recording " + file, e);
        }
    }

    private RecordedDepth parse(final String line) throws IOException {
        long recvNs = 0;
        String kind = "";
        String source = "";
        String raw = "";
        try (JsonParser json = JSON.createParser(line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                final String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "recv_ns" -> recvNs = json.getLongValue();
                    case "kind" -> kind = json.getText();
                    case "src" -> source = json.getText();
                    case "raw" -> raw = json.getText();
                    default -> json.skipChildren();
                }
            }
        }
        if ("in".equals(kind) && raw.contains("\"depthUpdate\"")) {
            return parseDepth(raw, recvNs);
        }
        final boolean ours = !source.contains("symbol=") || source.contains("symbol=" + symbol);
        return "http".equals(kind) && ours && raw.contains("\"lastUpdateId\"") ? parseDepth(raw, recvNs) : null;
    }

    private RecordedDepth parseDepth(final String raw, final long recvNs) throws IOException {
        final List<String[]> bids = new ArrayList<>();
        final List<String[]> asks = new ArrayList<>();
        String named = symbol;
        long first = -1;
        long last = -1;
        try (JsonParser json = JSON.createParser(raw)) {
            json.nextToken();
            while (json.nextToken() != null) {
                if (json.currentToken() != JsonToken.FIELD_NAME) {
                    continue;
                }
                final String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "s" -> named = json.getText();
                    case "U" -> first = json.getLongValue();
                    case "u", "lastUpdateId" -> last = json.getLongValue();
                    case "b", "bids" -> readLevels(json, bids);
                    case "a", "asks" -> readLevels(json, asks);
                    default -> {
                        // The envelope and the event time are not needed.
                    }
                }
            }
        }
        if (!named.equals(symbol)) {
            return null;
        }
        return new RecordedDepth(recvNs, first < 0, first < 0 ? last : first, last, bids, asks);
    }

    private static void readLevels(final JsonParser json, final List<String[]> levels) throws IOException {
        while (json.nextToken() == JsonToken.START_ARRAY) {
            levels.add(new String[] {json.nextTextValue(), json.nextTextValue()});
            json.nextToken();
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot close the recording " + file, e);
        }
    }
}
