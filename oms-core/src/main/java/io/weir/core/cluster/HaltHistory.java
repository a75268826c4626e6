package io.weir.core.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@link ProcessHalt} has written in a directory. A node that has stopped itself twice at the same place of the log
 * would do so a third time: it stays stopped until a person has looked. A full disk is not a place of the log, and a halt of
 * other logic tells nothing of this one.
 */
final class HaltHistory {
    private static final int TWICE = 2;
    private static final Pattern POSITION = Pattern.compile("log position (\\d+)");
    private static final Pattern LOGIC = Pattern.compile("logic (\\d+)");

    private HaltHistory() {}

    /**
     * Refuses a start that would end as the last ones did.
     *
     * @param directory    of the node.
     * @param logicVersion of the release that starts.
     * @throws NodeRefusedException naming the place, the files, and what to do.
     */
    static void check(final Path directory, final int logicVersion) {
        for (final Map.Entry<String, List<Path>> place :
                byPosition(directory, logicVersion).entrySet()) {
            if (place.getValue().size() >= TWICE) {
                throw new NodeRefusedException("this node has stopped itself "
                        + place.getValue().size() + " times at log position " + place.getKey()
                        + " and would do so again: "
                        + place.getValue().stream()
                                .map(file -> file.getFileName().toString())
                                .collect(Collectors.joining(", "))
                        + " in " + directory
                        + " say why. Keep a copy of the data directory and report it; to start all the same, move these"
                        + " files out of the directory");
            }
        }
    }

    private static Map<String, List<Path>> byPosition(final Path directory, final int logicVersion) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(HaltHistory::isReason)
                    .sorted()
                    .map(file -> new Reason(file, firstLine(file)))
                    .filter(reason -> reason.isAboutTheLog(logicVersion))
                    .collect(Collectors.groupingBy(
                            Reason::position, TreeMap::new, Collectors.mapping(Reason::file, Collectors.toList())));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReason(final Path file) {
        final String name = file.getFileName().toString();
        return name.startsWith(ProcessHalt.FILE_PREFIX) && name.endsWith(".txt");
    }

    private static String firstLine(final Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Reason(Path file, String text) {
        String position() {
            final Matcher matcher = POSITION.matcher(text);
            return matcher.find() ? matcher.group(1) : "";
        }

        boolean isAboutTheLog(final int logicVersion) {
            final Matcher logic = LOGIC.matcher(text);
            return !position().isEmpty()
                    && !text.contains(ProcessHalt.DISK_FULL)
                    && (!logic.find() || logic.group(1).equals(String.valueOf(logicVersion)));
        }
    }
}
