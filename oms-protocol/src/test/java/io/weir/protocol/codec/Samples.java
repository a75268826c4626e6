package io.weir.protocol.codec;

import io.weir.protocol.Bounds;
import io.weir.protocol.decimal.Decimal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes messages of any kind by the components of their records, so that a new message or field is tested unasked. */
abstract class Samples {
    private static final Set<String> IDS = Set.of(
            "clOrdId",
            "origClOrdId",
            "orderId",
            "testReqId",
            "ordStatusReqId",
            "venueClOrdId",
            "origVenueClOrdId",
            "venueExecId",
            "venueOrderId",
            "businessRejectRefId",
            "reference");
    private static final Set<String> TEXTS = Set.of("text", "unsupported", "subject");

    /** Numbers counted, texts that are their fields' names: what a person can read. */
    static Samples plain() {
        return new Plain();
    }

    /** Anything that is allowed, the bounds among it. */
    static Samples random(final long seed) {
        return new Wild(new Random(seed));
    }

    /** Nothing in texts and lists, the least number everywhere. */
    static Samples smallest() {
        return new Smallest();
    }

    /** Texts and lists as long as they may be, the greatest number everywhere. */
    static Samples largest() {
        return new Largest();
    }

    abstract long number();

    abstract Decimal decimal();

    abstract String text(String field, int maxLength);

    abstract int index(int count);

    abstract int size(int max);

    /** Makes one message, or one part of one. */
    final <T> T of(final Class<T> type) {
        final RecordComponent[] components = type.getRecordComponents();
        final Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i].getName(), components[i].getGenericType());
        }
        try {
            return type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (final NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }

    private Object value(final String field, final Type type) {
        if (type instanceof ParameterizedType list) {
            final Type element = list.getActualTypeArguments()[0];
            return IntStream.range(0, size(maxSize(field)))
                    .mapToObj(i -> value(field, element))
                    .toList();
        }
        final Class<?> plain = (Class<?>) type;
        if (plain == long.class) {
            return number();
        }
        if (plain == int.class) {
            return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number()));
        }
        if (plain == boolean.class) {
            return index(2) == 1;
        }
        if (plain == String.class) {
            return text(field, maxLength(field));
        }
        if (plain == Decimal.class) {
            return decimal();
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[index(plain.getEnumConstants().length)];
        }
        return of(plain);
    }

    private static int maxLength(final String field) {
        if (field.equals("why")) {
            return Bounds.MAX_WHY_LENGTH;
        }
        if (TEXTS.contains(field)) {
            return Bounds.MAX_TEXT_LENGTH;
        }
        return IDS.contains(field) ? Bounds.MAX_ID_LENGTH : Bounds.MAX_NAME_LENGTH;
    }

    private static int maxSize(final String field) {
        return switch (field) {
            case "quotes" -> Bounds.MAX_QUOTES;
            case "bids", "asks" -> Bounds.MAX_QUOTE_LEVELS;
            case "edges" -> Bounds.MAX_EDGES;
            case "choices" -> Bounds.MAX_VENUES;
            case "accounts" -> Bounds.MAX_SESSION_ACCOUNTS;
            default -> throw new IllegalStateException("say here how long the list " + field + " may be");
        };
    }

    private static final class Plain extends Samples {
        private int counter;

        @Override
        long number() {
            return ++counter;
        }

        @Override
        Decimal decimal() {
            return new Decimal(++counter, 2);
        }

        @Override
        String text(final String field, final int maxLength) {
            return field + "-" + ++counter;
        }

        @Override
        int index(final int count) {
            return ++counter % count;
        }

        @Override
        int size(final int max) {
            return 2;
        }
    }

    private static final class Smallest extends Samples {
        @Override
        long number() {
            return Long.MIN_VALUE;
        }

        @Override
        Decimal decimal() {
            return Decimal.ABSENT;
        }

        @Override
        String text(final String field, final int maxLength) {
            return "";
        }

        @Override
        int index(final int count) {
            return 0;
        }

        @Override
        int size(final int max) {
            return 0;
        }
    }

    private static final class Largest extends Samples {
        @Override
        long number() {
            return Long.MAX_VALUE;
        }

        @Override
        Decimal decimal() {
            return new Decimal(Long.MAX_VALUE, Decimal.MAX_SCALE);
        }

        @Override
        String text(final String field, final int maxLength) {
            return "x".repeat(maxLength);
        }

        @Override
        int index(final int count) {
            return count - 1;
        }

        @Override
        int size(final int max) {
            return max;
        }
    }

    private static final class Wild extends Samples {
        private static final List<String> CHARACTERS = List.of("A", "z", "9", "-", "|", " ", "ü", "ß", "€", "限", "🚀");

        private final Random random;

        Wild(final Random random) {
            this.random = random;
        }

        @Override
        long number() {
            return switch (random.nextInt(6)) {
                case 0 -> 0;
                case 1 -> random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE;
                case 2 -> random.nextInt();
                default -> random.nextLong();
            };
        }

        @Override
        Decimal decimal() {
            return switch (random.nextInt(4)) {
                case 0 -> Decimal.ABSENT;
                case 1 -> Decimal.ZERO;
                default -> new Decimal(random.nextLong(), random.nextInt(Decimal.MAX_SCALE + 1));
            };
        }

        @Override
        String text(final String field, final int maxLength) {
            final int kinds = random.nextBoolean() ? 6 : CHARACTERS.size();
            final StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(maxLength + 1); length > 0; length--) {
                text.append(CHARACTERS.get(random.nextInt(kinds)));
            }
            return Bounds.cut(text.toString(), maxLength);
        }

        @Override
        int index(final int count) {
            return random.nextInt(count);
        }

        @Override
        int size(final int max) {
            return random.nextInt(max + 1);
        }
    }
}
