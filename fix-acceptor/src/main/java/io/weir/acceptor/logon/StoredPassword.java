package io.weir.acceptor.logon;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What the gateway keeps of a client's password: {@code pbkdf2-sha256$ITERATIONS$SALT$HASH}, salt and hash in Base64, made by
 * PBKDF2 with HMAC-SHA-256 (RFC 8018); or, for demos, the password itself. Never printed. Immutable; any thread.
 */
public final class StoredPassword {
    /** Iterations of a hash made here: some tens of milliseconds of one core. */
    public static final int ITERATIONS = 210_000;

    /** Fewest iterations of a hash that is taken. */
    public static final int LEAST_ITERATIONS = 10_000;

    private static final String PREFIX = "pbkdf2-sha256$";
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int HASH_BITS = 256;
    private static final int LEAST_SALT_BYTES = 8;

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private StoredPassword(final int iterations, final byte[] salt, final byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    /**
     * Reads a stored password.
     *
     * @param stored a hash in the form above, or anything else for the password itself.
     * @return the stored password.
     * @throws IllegalArgumentException if it begins like a hash and is none; the text does not have it.
     */
    public static StoredPassword of(final String stored) {
        if (!stored.startsWith(PREFIX)) {
            return new StoredPassword(0, new byte[0], digest(stored));
        }
        final String[] parts = stored.substring(PREFIX.length()).split("\\$", -1);
        try {
            final int iterations = Integer.parseInt(parts[0]);
            final byte[] salt = Base64.getDecoder().decode(parts[1]);
            final byte[] hash = Base64.getDecoder().decode(parts[2]);
            if (parts.length == 3
                    && iterations >= LEAST_ITERATIONS
                    && salt.length >= LEAST_SALT_BYTES
                    && hash.length == HASH_BITS / 8) {
                return new StoredPassword(iterations, salt, hash);
            }
        } catch (final IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(formatText(), e);
        }
        throw new IllegalArgumentException(formatText());
    }

    /**
     * Makes what is to be stored of a password.
     *
     * @param password   the password.
     * @param salt       random, at least 8 bytes.
     * @param iterations at least {@link #LEAST_ITERATIONS}.
     * @return the text in the form above.
     */
    public static String hash(final String password, final byte[] salt, final int iterations) {
        final Base64.Encoder base64 = Base64.getEncoder();
        return PREFIX + iterations + "$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(derive(password, salt, iterations));
    }

    /** {@return whether this is the password; may take 100 ms, and as long for a wrong one as for the right one} */
    public boolean matches(final String password) {
        return MessageDigest.isEqual(hash, iterations == 0 ? digest(password) : derive(password, salt, iterations));
    }

    /** {@return whether only a hash is kept} */
    public boolean isHashed() {
        return iterations > 0;
    }

    @Override
    public String toString() {
        return "***";
    }

    private static byte[] derive(final String password, final byte[] salt, final int iterations) {
        final PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        } catch (final GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is not there", e);
        } finally {
            key.clearPassword();
        }
    }

    private static byte[] digest(final String password) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (final GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is not there", e);
        }
    }

    private static String formatText() {
        return "a stored password is " + PREFIX + "ITERATIONS$SALT$HASH with at least " + LEAST_ITERATIONS
                + " iterations, a salt of at least " + LEAST_SALT_BYTES + " bytes and a hash of 32, both in Base64";
    }
}
