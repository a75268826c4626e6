package io.weir.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A password or key. Settings name where it is ({@code env:NAME} or {@code file:PATH}); {@code plain:TEXT} is taken in the
 * demo profile only. Never printed: its text is {@code ***}.
 */
public final class Secret {
    private final String value;

    private Secret(final String value) {
        this.value = value;
    }

    /**
     * Makes a secret of a text at hand, for tests and for keys made at run time.
     *
     * @param value the secret itself.
     * @return the secret.
     */
    public static Secret of(final String value) {
        return new Secret(value);
    }

    /**
     * Fetches a secret from where a reference says.
     *
     * @param reference {@code env:NAME}, {@code file:PATH} or {@code plain:TEXT}.
     * @param allowPlain whether {@code plain:} is taken.
     * @return the secret.
     * @throws IllegalArgumentException if it is not there; the message never has the secret.
     */
    public static Secret resolve(final String reference, final boolean allowPlain) {
        if (reference.startsWith("env:")) {
            return of(fromEnvironment(reference.substring(4)));
        }
        if (reference.startsWith("file:")) {
            return of(fromFile(Path.of(reference.substring(5))));
        }
        if (reference.startsWith("plain:")) {
            if (!allowPlain) {
                throw new IllegalArgumentException(
                        "a plain secret is taken in the demo profile only; use env: or file:");
            }
            return of(reference.substring(6));
        }
        throw new IllegalArgumentException("a secret is given by reference: env:NAME or file:PATH");
    }

    private static String fromEnvironment(final String name) {
        final String value = System.getenv(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("environment variable " + name + " is not set");
        }
        return value;
    }

    private static String fromFile(final Path file) {
        try {
            return Files.readString(file).strip();
        } catch (final IOException e) {
            throw new IllegalArgumentException(
                    "file " + file + " cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }

    /** {@return the secret itself; to be handed to what needs it and nowhere else} */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
