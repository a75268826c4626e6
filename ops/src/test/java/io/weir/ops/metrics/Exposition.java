package io.weir.ops.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Prometheus' text format 0.0.4, strictly. */
public final class Exposition {
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\"";
    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{" + LABEL + "(?:," + LABEL + ")*,?\\})? ([^ ]+)(?: -?\\d+)?");
    private static final Pattern COMMENT = Pattern.compile(
            "# (?:HELP [a-zA-Z_:][a-zA-Z0-9_:]* .*|TYPE \\S+ (?:counter|gauge|summary|histogram|untyped))");

    private Exposition() {}

    /** {@return value by name with labels; throws at a line that is none of the format} */
    public static Map<String, Double> parse(final String text) {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("the last line does not end");
        }
        final Map<String, Double> samples = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            final Matcher sample = SAMPLE.matcher(line);
            if (sample.matches()) {
                final String key = sample.group(1) + (sample.group(2) == null ? "" : sample.group(2));
                if (samples.put(key, number(sample.group(3))) != null) {
                    throw new IllegalArgumentException("twice: " + line);
                }
            } else if (!line.isEmpty() && !COMMENT.matcher(line).matches()) {
                throw new IllegalArgumentException("not a line of the format: " + line);
            }
        });
        return samples;
    }

    private static double number(final String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
