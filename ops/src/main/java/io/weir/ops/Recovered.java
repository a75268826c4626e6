package io.weir.ops;

import java.util.List;

/**
 * What came of an attempt to recover.
 *
 * @param kind  whether it is done.
 * @param lines what was found and done, by venue and session; or what it waits for; or why it is refused.
 */
public record Recovered(Kind kind, List<String> lines) {
    /** How far it came. */
    public enum Kind {
        /** The gateway goes on. */
        DONE,
        /** Something has to be waited for; ask again. */
        WAITING,
        /** Nothing is changed, and asking again does not help. */
        REFUSED
    }

    public Recovered {
        lines = List.copyOf(lines);
    }
}
