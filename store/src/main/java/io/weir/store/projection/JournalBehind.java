package io.weir.store.projection;

import java.io.IOException;

/** The journal ends before the store does: it is being opened still, or it lost what the store has. */
final class JournalBehind extends IOException {
    private static final long serialVersionUID = 1L;

    JournalBehind(final String message) {
        super(message);
    }
}
