package io.weir.ops;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secret that an operator shows to change something. It is made at the first start and lies in the data directory, in a
 * file that only its owner may read; whoever may read that file is an operator. Never printed. Immutable; any thread.
 */
public final class OpsKey {
    /** Name of the file in the data directory. */
    public static final String FILE = "ops-key";

    /** A key of an operator's own choice is no shorter, in characters. */
    static final int MIN_LENGTH = 32;

    /** One that fits a header of the server. */
    static final int MAX_LENGTH = 256;

    private static final int RANDOM_BYTES = 32;
    private static final String SCHEME = "Bearer ";
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Logger LOG = LoggerFactory.getLogger(OpsKey.class);

    private final String secret;

    private OpsKey(final String secret) {
        this.secret = secret;
    }

    /**
     * Reads the key of a gateway that starts, and makes it if there is none. Called by the process that holds the data
     * directory's lock.
     *
     * @param dataDir of the gateway.
     * @return the key.
     * @throws IOException if it can be neither read nor made, or is no key: says what to do.
     */
    public static OpsKey open(final Path dataDir) throws IOException {
        final Path file = dataDir.resolve(FILE);
        if (Files.notExists(file)) {
            make(file);
        } else {
            shutToOthers(file);
        }
        return read(dataDir);
    }

    /** Whole or not at all, and never readable by others, not even for a moment. */
    private static void make(final Path file) throws IOException {
        final byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        final Path draft = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(draft);
        try (FileChannel channel = FileChannel.open(
                draft,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            final ByteBuffer text = ByteBuffer.wrap((HexFormat.of().formatHex(random) + "\n").getBytes(UTF_8));
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A copy or a restored backup may have come with wider permissions. */
    private static void shutToOthers(final Path file) throws IOException {
        final Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (!OWNER_ONLY.containsAll(permissions)) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
            LOG.warn(
                    "{} had permissions {}, now {}; if others may have read it, delete it and start again for a new key",
                    file,
                    PosixFilePermissions.toString(permissions),
                    PosixFilePermissions.toString(OWNER_ONLY));
        }
    }

    /**
     * Reads the key that a gateway has left, for the command line.
     *
     * @param dataDir of the gateway.
     * @return the key.
     * @throws IOException if there is none, it is not ours to read, or is no key: says so without showing it.
     */
    public static OpsKey read(final Path dataDir) throws IOException {
        final Path file = dataDir.resolve(FILE);
        final String secret;
        try {
            secret = new String(Files.readAllBytes(file), UTF_8).strip();
        } catch (final NoSuchFileException e) {
            throw new IOException("there is no key of operators at " + file + "; the gateway makes it at its start", e);
        } catch (final AccessDeniedException e) {
            throw new IOException("only the user that runs the gateway may read " + file, e);
        }
        if (secret.length() < MIN_LENGTH || secret.length() > MAX_LENGTH) {
            throw new IOException(file + " holds " + secret.length() + " characters, a key has " + MIN_LENGTH + " to "
                    + MAX_LENGTH + "; delete it and start the gateway again for a new one");
        }
        if (!secret.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IOException(file + " has a character that is no printable ASCII; delete it and start the gateway"
                    + " again for a new key");
        }
        return new OpsKey(secret);
    }

    /** {@return the value of the header Authorization that shows this key; a secret} */
    public String authorization() {
        return SCHEME + secret;
    }

    /**
     * Is it this key? Takes as long for a wrong key as for the right one.
     *
     * @param authorization value of the header Authorization, "" if there is none.
     * @return whether it shows this key.
     */
    public boolean isShownBy(final String authorization) {
        final boolean bearer = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        final String shown = bearer ? authorization.substring(SCHEME.length()).strip() : "";
        return MessageDigest.isEqual(shown.getBytes(UTF_8), secret.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "OpsKey ***";
    }
}
