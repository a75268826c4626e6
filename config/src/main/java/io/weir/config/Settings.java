package io.weir.config;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A YAML file read key by key into typed values. A fault does not stop the reading: it is noted, a harmless value is
 * answered, and {@link #check} at the end throws with all of them; a key that nobody asked for is a fault too. Used once,
 * at start, by one thread.
 */
public final class Settings {
    /** Numbers are read digit by digit, never through a binary float. */
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String source;
    private final String prefix;
    private final JsonNode node;
    private final List<String> faults;
    private final Set<String> asked = new HashSet<>();
    private final Map<String, Settings> children = new LinkedHashMap<>();
    private boolean isLeft;

    private Settings(final String source, final String prefix, final JsonNode node, final List<String> faults) {
        this.source = source;
        this.prefix = prefix;
        this.node = node;
        this.faults = faults;
    }

    /**
     * Reads a file.
     *
     * @param file YAML.
     * @return its settings.
     * @throws ConfigException if it cannot be read or is no YAML map.
     */
    public static Settings load(final Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (final IOException e) {
            throw new ConfigException(file.toString(), List.of("cannot be read: " + e));
        }
    }

    /**
     * Reads a text.
     *
     * @param source what to call it in messages.
     * @param yaml   the text.
     * @return its settings.
     * @throws ConfigException if it is no YAML map.
     */
    public static Settings parse(final String source, final String yaml) {
        try {
            final JsonNode root = YAML.readTree(yaml);
            if (!root.isObject()) {
                throw new ConfigException(source, List.of("is no YAML map"));
            }
            return new Settings(source, "", root, new ArrayList<>());
        } catch (final IOException e) {
            throw new ConfigException(source, List.of("is no YAML: " + firstLine(e)));
        }
    }

    private static String firstLine(final IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
    }

    /**
     * Puts a value in place of what the file says, as an option of the command line does. Before anything is read.
     *
     * @param path  of the key from the first of the sections, for example {@code fix.port}.
     * @param value a text, a whole number, or a list of texts.
     */
    public void override(final String path, final Object value) {
        final int dot = path.lastIndexOf('.');
        ObjectNode map = (ObjectNode) node;
        if (dot >= 0) {
            for (final String name : path.substring(0, dot).split("\\.")) {
                map = map.withObjectProperty(name);
            }
        }
        map.set(path.substring(dot + 1), YAML.valueToTree(value));
    }

    /** {@return whether the key is there} */
    public boolean has(final String key) {
        return !at(key).isMissingNode();
    }

    /** {@return the text of a key that has to be there} */
    public String text(final String key) {
        final JsonNode value = at(key);
        if (value.isMissingNode() || value.isContainerNode() || value.asText().isBlank()) {
            fault(key, "is missing; a text is needed");
            return "";
        }
        return value.asText();
    }

    /** {@return the text of a key, or the default} */
    public String text(final String key, final String absent) {
        return has(key) ? text(key) : absent;
    }

    /**
     * A whole number within bounds.
     *
     * @param key    to read.
     * @param min    least, inclusive.
     * @param max    most, inclusive.
     * @param absent value if the key is not there.
     * @return the number.
     */
    public long number(final String key, final long min, final long max, final long absent) {
        final JsonNode value = at(key);
        if (value.isMissingNode()) {
            return absent;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < min || value.asLong() > max) {
            fault(key, quoted(value) + " is not a whole number within " + min + " to " + max);
            return absent;
        }
        return value.asLong();
    }

    /** As {@link #number(String, long, long, long)}, for an int. */
    public int integer(final String key, final int min, final int max, final int absent) {
        return (int) number(key, min, max, absent);
    }

    /** {@return the plain text of an exact decimal, at least zero; "0" where it is wrong} */
    public String decimal(final String key, final String absent) {
        final JsonNode value = at(key);
        if (value.isMissingNode()) {
            return absent;
        }
        try {
            final BigDecimal number = new BigDecimal(value.asText().replace("_", ""));
            if (number.signum() >= 0 && number.scale() <= 18) {
                return number.toPlainString();
            }
        } catch (final NumberFormatException e) {
            fault(key, quoted(value) + " is no decimal number: " + e.getClass().getSimpleName());
            return "0";
        }
        fault(key, quoted(value) + " is below 0 or has more than 18 digits behind the point");
        return "0";
    }

    /** {@return true or false} */
    public boolean flag(final String key, final boolean absent) {
        final JsonNode value = at(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            fault(key, quoted(value) + " is neither true nor false");
        }
        return value.isBoolean() ? value.asBoolean() : absent;
    }

    /** {@return a length of time such as {@code 250ms}, {@code 10s}, {@code 5m}, {@code 2h}} */
    public Duration duration(final String key, final Duration absent) {
        final JsonNode value = at(key);
        if (value.isMissingNode()) {
            return absent;
        }
        final Duration duration = Durations.parse(value.asText());
        if (duration == null) {
            fault(key, quoted(value) + " is no length of time such as 250ms, 10s, 5m or 2h");
            return absent;
        }
        return duration;
    }

    /** {@return one of the names of an enum, in any letter case} */
    public <E extends Enum<E>> E oneOf(final String key, final Class<E> type, final E absent) {
        final JsonNode value = at(key);
        if (value.isMissingNode()) {
            return absent;
        }
        for (final E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value.asText().replace('-', '_'))) {
                return constant;
            }
        }
        fault(key, quoted(value) + " is none of " + List.of(type.getEnumConstants()));
        return absent;
    }

    /** {@return the secret that the key's reference names; an empty one where it is wrong} */
    public Secret secret(final String key, final boolean allowPlain) {
        try {
            return has(key) ? Secret.resolve(text(key), allowPlain) : Secret.of(text(key));
        } catch (final IllegalArgumentException e) {
            fault(key, e.getMessage());
            return Secret.of("");
        }
    }

    /** {@return a list of texts, empty if the key is not there} */
    public List<String> texts(final String key) {
        final List<String> texts = new ArrayList<>();
        final JsonNode value = at(key);
        if (!value.isMissingNode() && !value.isArray()) {
            fault(key, "is no list");
        }
        value.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /** {@return the settings below a key; empty ones if it is not there} */
    public Settings section(final String key) {
        final JsonNode value = at(key);
        if (!value.isMissingNode() && !value.isObject()) {
            fault(key, "is no map");
        }
        return child(key, value);
    }

    /** {@return the settings of each item of a list of maps; none if the key is not there} */
    public List<Settings> sections(final String key) {
        final JsonNode value = at(key);
        final List<Settings> sections = new ArrayList<>();
        if (!value.isMissingNode() && !value.isArray()) {
            fault(key, "is no list");
        }
        for (int i = 0; i < value.size(); i++) {
            sections.add(child(key + "[" + i + "]", value.get(i)));
        }
        return sections;
    }

    /**
     * Notes a fault that only the caller can see.
     *
     * @param key  below this section.
     * @param text what is wrong, with the value and the bound.
     */
    public void fault(final String key, final String text) {
        faults.add(prefix + key + ": " + text);
    }

    /**
     * Leaves what nobody has asked for in this section unjudged: it is meant for another process that reads the same file.
     */
    public void leaveRest() {
        isLeft = true;
    }

    /**
     * Ends the reading of the whole file; called on the first of the sections.
     *
     * @throws ConfigException with all faults, if there are any.
     */
    public void check() {
        noteUnasked();
        if (!faults.isEmpty()) {
            throw new ConfigException(source, faults);
        }
    }

    private void noteUnasked() {
        for (final Iterator<String> keys = node.fieldNames(); keys.hasNext(); ) {
            final String key = keys.next();
            if (!asked.contains(key) && !isLeft) {
                fault(
                        key,
                        "is not a setting of this place; known here: "
                                + asked.stream().sorted().toList());
            }
        }
        children.values().forEach(Settings::noteUnasked);
    }

    /** One object a place, however often it is asked for, so that all who read there count as one. */
    private Settings child(final String key, final JsonNode value) {
        return children.computeIfAbsent(key, place -> new Settings(source, prefix + place + ".", value, faults));
    }

    private JsonNode at(final String key) {
        asked.add(key);
        final JsonNode value = node.get(key);
        return value == null || value.isNull() ? MissingNode.getInstance() : value;
    }

    private static String quoted(final JsonNode value) {
        return "'" + (value.isValueNode() ? value.asText() : value.toString()) + "'";
    }
}
