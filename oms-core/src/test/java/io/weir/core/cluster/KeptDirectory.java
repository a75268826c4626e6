package io.weir.core.cluster;

import io.weir.core.CoreLogic;
import io.weir.core.OmsCore;
import io.weir.protocol.log.Journal;
import io.weir.protocol.log.JournalReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Data directories of a release, kept under {@code src/test/resources/kept} as {@code node-VERSION-NAME.zip}: they never
 * change once the release is out; a new logic version gets files of its own. {@code snapshot} was stopped cleanly with a
 * snapshot at the end, {@code log} has a whole log and no snapshot, and its journal's end and hash beside it.
 */
final class KeptDirectory {
    static final String SNAPSHOT = "snapshot";
    static final String LOG = "log";
    static final SnapshotConfig NO_SNAPSHOT = new SnapshotConfig(1L << 30, 1, false, 1L << 30);

    private KeptDirectory() {}

    static CoreLogic logic(final int version) {
        return new CoreLogic(version, OmsCore::new);
    }

    /**
     * Makes the files of this release.
     *
     * @param arguments the directory that gets them.
     */
    public static void main(final String[] arguments) throws IOException {
        final Path target = Files.createDirectories(Path.of(arguments[0]));
        final String version = "node-" + OmsCore.LOGIC_VERSION + "-";
        final Path scratch = Files.createTempDirectory("weir-kept");
        run(Nodes.config(scratch.resolve(SNAPSHOT)));
        zip(scratch.resolve(SNAPSHOT), target.resolve(version + SNAPSHOT + ".zip"));
        final NodeConfig log = Nodes.config(scratch.resolve(LOG)).withSnapshots(NO_SNAPSHOT);
        final String end = run(log);
        zip(scratch.resolve(LOG), target.resolve(version + LOG + ".zip"));
        Files.writeString(target.resolve(version + LOG + ".txt"), end + "\n");
        System.exit(0);
    }

    /** A small day: a Logon, an order that trades in part, one that rests, a kill switch. {@return end and hash of the journal} */
    private static String run(final NodeConfig config) {
        try (Nodes nodes = Nodes.start(config, logic(OmsCore.LOGIC_VERSION))) {
            try (TradingDay day = new TradingDay(nodes.client, 1)) {
                day.logsOn();
                day.buys("A-1", "1", "50001");
                day.trades(0, "0.4", "50001");
                day.buys("A-2", "0.5", "49000");
                day.engagesKillSwitch();
            }
            final Journal journal = nodes.client.journal();
            return endAndHash(journal, journal.recordedPosition());
        }
    }

    /** {@return position and rolling hash of a journal's events up to a position} */
    static String endAndHash(final Journal journal, final long end) {
        final long[] at = {0, JournalHash.EMPTY};
        try (JournalReader reader = journal.open(0)) {
            while (at[0] < end) {
                reader.poll(
                        (buffer, offset, length, position) -> {
                            if (position <= end) {
                                at[0] = position;
                                at[1] = JournalHash.roll(at[1], buffer, offset, length);
                            }
                        },
                        1);
            }
        }
        return at[0] + " " + Long.toHexString(at[1]);
    }

    private static void zip(final Path directory, final Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> all = Files.walk(directory)) {
            zip.setLevel(9);
            final Path lock = directory.resolve("LOCK");
            Files.writeString(
                    lock, Files.readString(lock).replaceAll("boot=.*", "boot=").replaceAll("pid=.*", "pid=1"));
            for (final Path path : all.filter(KeptDirectory::isKept).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(directory.relativize(path).toString()));
                Files.copy(path, zip);
                zip.closeEntry();
            }
        }
    }

    /** Links lead to where marks were, and the reserve is made anew. */
    private static boolean isKept(final Path path) {
        final String name = path.getFileName().toString();
        return Files.isRegularFile(path) && !name.endsWith(".lnk") && !name.equals("RESERVE");
    }

    /** Unpacks a kept directory. */
    static void unpack(final int version, final String name, final Path directory) throws IOException {
        final String resource = "/kept/node-" + version + "-" + name + ".zip";
        try (InputStream in = KeptDirectory.class.getResourceAsStream(resource);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                final Path path = directory.resolve(entry.getName());
                Files.createDirectories(path.getParent());
                Files.copy(zip, path);
            }
        }
    }
}
