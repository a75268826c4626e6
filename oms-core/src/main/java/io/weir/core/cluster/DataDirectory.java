package io.weir.core.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A node's directory, held by a lock for as long as the process lives. The lock is the only judge of whether an older
 * process is dead: nothing in the directory may be touched without it. A lock on NFS proves nothing.
 *
 * <p>How the run before ended is told by what is surely on the disk: the lock's text, forced when a run begins, and the file
 * {@code CLEAN}, which names the run that it ended. A loss of power is remembered over further starts until
 * {@link #settlePowerLoss()}, however those end.
 */
final class DataDirectory implements AutoCloseable {
    private static final String CLEAN = "CLEAN";
    private static final long FULL_BYTES = 8L << 20;

    private final Path path;
    private final LockFile lockFile;
    private final Map<String, String> present;
    private final StartKind startKind;
    private boolean isSettled;

    private DataDirectory(
            final Path path, final LockFile lockFile, final Map<String, String> present, final StartKind startKind) {
        this.path = path;
        this.lockFile = lockFile;
        this.present = present;
        this.startKind = startKind;
    }

    /**
     * Takes the directory, creating it where it is missing.
     *
     * @param directory  any path on a local disk.
     * @param durability of the run that begins.
     * @param logic      version of the core's logic that begins.
     * @return the directory, locked.
     * @throws NodeRefusedException if another process holds it, or commands of other logic may have to be replayed; the
     *     message says what to do.
     */
    static DataDirectory take(final Path directory, final Durability durability, final int logic) {
        try {
            final Path path = Files.createDirectories(directory).toRealPath();
            final LockFile lockFile = LockFile.open(path.resolve("LOCK"));
            final Map<String, String> last = lockFile.read();
            if (!lockFile.tryLock()) {
                lockFile.close();
                throw new NodeRefusedException("data directory " + path + " is in use by process "
                        + last.getOrDefault(LockFile.PID, "unknown") + ", started "
                        + last.getOrDefault(LockFile.STARTED, "at an unknown time")
                        + "; stop that process first, or start this one with another data directory");
            }
            final StartKind startKind = startKind(path, last);
            final String lastLogic = last.getOrDefault(LockFile.LOGIC, "");
            if (startKind != StartKind.CLEAN && !lastLogic.isEmpty() && !lastLogic.equals(String.valueOf(logic))) {
                lockFile.close();
                throw new NodeRefusedException(
                        "data directory " + path + " was not stopped cleanly by the release before,"
                                + " whose logic is " + lastLogic + ", and logic " + logic
                                + " must not replay its commands: start the old release once more, stop it cleanly (SIGTERM), then"
                                + " start this one");
            }
            return begin(path, lockFile, last, startKind, durability);
        } catch (final IOException e) {
            throw new UncheckedIOException("data directory " + directory + " cannot be taken: " + e.getMessage(), e);
        }
    }

    /**
     * Takes the directory of a process that has no node: no logic works there. What its edges keep beside it may lack what a
     * loss of power took, until they have been stopped cleanly.
     *
     * @param directory any path on a local disk.
     * @return the directory, locked.
     * @throws NodeRefusedException if another process holds it.
     */
    static DataDirectory takeForEdges(final Path directory) {
        return take(directory, Durability.PROCESS, 0);
    }

    /** From the moment the lock's new text is on the disk a CLEAN of the run before counts no longer. */
    private static DataDirectory begin(
            final Path path,
            final LockFile lockFile,
            final Map<String, String> last,
            final StartKind startKind,
            final Durability durability)
            throws IOException {
        final Map<String, String> present = new LinkedHashMap<>();
        present.put(LockFile.PID, String.valueOf(ProcessHandle.current().pid()));
        present.put(LockFile.STARTED, Instant.now().toString());
        present.put(LockFile.BOOT, LockFile.bootId());
        present.put(LockFile.DURABILITY, durability.name());
        present.put(LockFile.LOGIC, last.getOrDefault(LockFile.LOGIC, ""));
        if (startKind == StartKind.POWER_LOST) {
            present.put(LockFile.LOST, durabilityThatLost(last));
        }
        lockFile.write(present);
        Files.deleteIfExists(path.resolve(CLEAN));
        Disk.forceNames(path);
        ProcessHalt.reserve(path);
        return new DataDirectory(path, lockFile, present, startKind);
    }

    private static StartKind startKind(final Path path, final Map<String, String> last) throws IOException {
        if (last.isEmpty()) {
            return Files.exists(path.resolve("archive")) ? StartKind.KILLED : StartKind.FIRST;
        }
        if (!last.getOrDefault(LockFile.LOST, "").isEmpty()) {
            return StartKind.POWER_LOST;
        }
        if (isClean(path, last)) {
            return StartKind.CLEAN;
        }
        final String lastBoot = last.getOrDefault(LockFile.BOOT, "");
        final String boot = LockFile.bootId();
        return lastBoot.isEmpty() || boot.isEmpty() || lastBoot.equals(boot) ? StartKind.KILLED : StartKind.POWER_LOST;
    }

    private static boolean isClean(final Path path, final Map<String, String> last) throws IOException {
        final Path clean = path.resolve(CLEAN);
        return Files.exists(clean)
                && LockFile.parse(Files.readString(clean))
                        .getOrDefault(LockFile.STARTED, "")
                        .equals(last.get(LockFile.STARTED));
    }

    /** A text that does not say it was written by a run that may not have forced anything. */
    private static String durabilityThatLost(final Map<String, String> last) {
        final String before = last.getOrDefault(LockFile.LOST, "");
        return before.isEmpty() ? last.getOrDefault(LockFile.DURABILITY, Durability.PROCESS.name()) : before;
    }

    Path path() {
        return path;
    }

    StartKind startKind() {
        return startKind;
    }

    /** {@return whether entries may be missing that were acted on: power was lost, and not everything had been forced} */
    boolean mayMissEntries() {
        return startKind == StartKind.POWER_LOST && !Durability.DISK.name().equals(present.get(LockFile.LOST));
    }

    /** What the loss of power means is in the log now: later starts need not be told of it. Does nothing without one. */
    synchronized void settlePowerLoss() {
        if (startKind == StartKind.POWER_LOST) {
            isSettled = true;
            rewrite();
        }
    }

    /** {@return whether it is noted whose logic worked last} */
    synchronized boolean isLogicKnown() {
        return !present.get(LockFile.LOGIC).isEmpty();
    }

    /** {@return whether the commands behind the last snapshot, if any, are of this logic} */
    synchronized boolean isOfLogic(final int version) {
        return String.valueOf(version).equals(present.get(LockFile.LOGIC));
    }

    /** From now on commands of this logic are worked: no other may replay them. */
    synchronized void noteLogic(final int version) {
        if (!isOfLogic(version)) {
            present.put(LockFile.LOGIC, String.valueOf(version));
            rewrite();
        }
    }

    private void rewrite() {
        final Map<String, String> text = new LinkedHashMap<>(present);
        if (isSettled) {
            text.remove(LockFile.LOST);
        }
        try {
            lockFile.write(text);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path archive() {
        return path.resolve("archive");
    }

    Path cluster() {
        return path.resolve("cluster");
    }

    Path journalEpochs() {
        return path.resolve("journal-epochs");
    }

    /** {@return how much room is left, and whether that is too little to go on} */
    String describeFreeSpace() {
        return describeFreeSpace(path);
    }

    /**
     * Says how much room a disk has left.
     *
     * @param directory on it.
     * @return that, and whether it is too little to go on.
     */
    static String describeFreeSpace(final Path directory) {
        final long freeBytes = directory.toFile().getUsableSpace();
        return (freeBytes < FULL_BYTES ? ProcessHalt.DISK_FULL + ", " : "") + freeBytes + " bytes are free in "
                + directory;
    }

    /** Notes that this run ends whole, when all that it wrote is on the disk; called last before the lock is given up. */
    void noteCleanStop() {
        try {
            Disk.forceFiles(archive());
            Disk.forceFiles(cluster());
            Files.writeString(
                    path.resolve(CLEAN),
                    LockFile.STARTED + "=" + present.get(LockFile.STARTED) + "\nstopped=" + Instant.now() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            Disk.forceNames(path);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
