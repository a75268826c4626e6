package io.weir.benchmarks.torture;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The files of the node's recordings, looked at from outside: a snapshot begins with a new recording, a purge takes files away. */
final class Recordings {
    private static final String FIRST_FILE = "-0.rec";
    private static final String FILE = ".rec";

    private final File directory;
    private Set<String> known;

    /** @param archive directory of the recordings; looked at now for what is there already. */
    Recordings(final Path archive) {
        directory = archive.toFile();
        known = names();
    }

    /** {@return whether a recording has begun since the last look} */
    boolean hasBegun() {
        final Set<String> now = names();
        final boolean begun = now.stream().anyMatch(name -> name.endsWith(FIRST_FILE) && !known.contains(name));
        known = now;
        return begun;
    }

    /** {@return whether files have gone, or are about to go, since the last look} */
    boolean hasShrunk() {
        final Set<String> now = names();
        final boolean shrunk = known.stream().anyMatch(name -> name.endsWith(FILE) && !now.contains(name));
        known = now;
        return shrunk;
    }

    private Set<String> names() {
        final String[] names = directory.list();
        return names == null ? Set.of() : new HashSet<>(Arrays.asList(names));
    }
}
