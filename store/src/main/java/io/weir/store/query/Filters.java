package io.weir.store.query;

import io.weir.protocol.Bounds;
import io.weir.protocol.fix.OrdStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Filters as a person or a program typed them, read field by field. What is wrong is noted with field, value and bound, and
 * something harmless is answered. For one thread.
 */
public final class Filters {
    /** Stands for a filter that was not given. */
    public static final String ANY = "";

    public static final int DEFAULT_LIMIT = 100;

    /** A page of rows that a terminal or a program still likes to read. */
    public static final int MAX_LIMIT = 1_000;

    /** More of a wrong value is not repeated in a fault. */
    private static final int MAX_SHOWN = 80;

    private static final int MAX_FAULTS = 10;

    private final Map<String, String> given;
    private final TreeSet<String> known = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();

    /**
     * Begins.
     *
     * @param given field to text; an empty text is a filter not given.
     */
    public Filters(final Map<String, String> given) {
        this.given = new TreeMap<>(given);
    }

    /** {@return what is wrong, one sentence each; empty if nothing is} */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    String name(final String field) {
        return text(field, Bounds.MAX_NAME_LENGTH);
    }

    String id(final String field) {
        return text(field, Bounds.MAX_ID_LENGTH);
    }

    private String text(final String field, final int max) {
        final String value = value(field);
        if (value.length() > max) {
            fault(field, value, "is longer than " + max + " characters");
            return ANY;
        }
        if (!value.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            fault(field, value, "has a character that is no printable ASCII");
            return ANY;
        }
        return value;
    }

    Optional<OrdStatus> ordStatus(final String field) {
        final String value = value(field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        final String name = value.toUpperCase(Locale.ROOT).replace('-', '_');
        for (final OrdStatus status : OrdStatus.values()) {
            if (status.name().equals(name) || name.equals(String.valueOf(status.code()))) {
                return Optional.of(status);
            }
        }
        fault(field, value, "is none of " + statuses());
        return Optional.empty();
    }

    private static String statuses() {
        return String.join(
                ", ",
                Arrays.stream(OrdStatus.values())
                        .map(status -> status.name() + " (" + status.code() + ")")
                        .toList());
    }

    Instant instant(final String field, final Instant absent) {
        final String value = value(field);
        if (value.isEmpty()) {
            return absent;
        }
        try {
            final Instant instant = value.length() <= "2026-11-22".length()
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(value);
            final int year = instant.atOffset(ZoneOffset.UTC).getYear();
            if (year >= 1970 && year <= 9999) {
                return instant;
            }
        } catch (final DateTimeParseException e) {
            fault(field, value, "is no UTC time such as 2026-11-22 or 2026-11-22T09:30:00Z");
            return absent;
        }
        fault(field, value, "is not within the years 1970 to 9999");
        return absent;
    }

    long before() {
        return number("before", 1, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    int limit() {
        return (int) number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
    }

    long number(final String field, final long min, final long max, final long absent) {
        final String value = value(field);
        if (value.isEmpty()) {
            return absent;
        }
        try {
            final long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (final NumberFormatException e) {
            fault(field, value, "is no whole number within " + min + " to " + max);
            return absent;
        }
        fault(field, value, "is not within " + min + " to " + max);
        return absent;
    }

    private String value(final String field) {
        known.add(field);
        final String value = given.get(field);
        return value == null ? ANY : value.strip();
    }

    /** Ends the reading: a field that nobody asked for is a fault, it would be passed over in silence otherwise. */
    void check() {
        for (final String field : given.keySet()) {
            if (!known.contains(field)) {
                faults.add(shown(field) + " is no filter; known are " + String.join(", ", known));
            }
        }
        if (faults.size() > MAX_FAULTS) {
            faults.subList(MAX_FAULTS, faults.size()).clear();
        }
    }

    private void fault(final String field, final String value, final String text) {
        faults.add(field + " '" + shown(value) + "' " + text);
    }

    private static String shown(final String value) {
        final String cut = value.length() <= MAX_SHOWN ? value : value.substring(0, MAX_SHOWN) + "…";
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}
