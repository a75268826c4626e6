package io.weir.core.cluster;

import java.util.ArrayList;
import java.util.List;

/** Collects all that is wrong with settings, to say it at once. */
final class Faults {
    private final String subject;
    private final List<String> faults = new ArrayList<>();

    Faults(final String subject) {
        this.subject = subject;
    }

    void check(final boolean isRight, final String fault) {
        if (!isRight) {
            faults.add(fault);
        }
    }

    /** Throws if anything was found wrong. */
    void raise() {
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(subject + ": " + String.join("; ", faults));
        }
    }
}
