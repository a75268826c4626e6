package io.weir.simulator.market;

import java.nio.file.Path;

/**
 * A recording to be played into a book.
 *
 * @param file gzipped JSON lines with {@code recv_ns}, {@code kind} and {@code raw} (the exact text received).
 * @param symbol the symbol within the recording, for example {@code BTCUSDT}.
 * @param speed how many recorded seconds pass in one; above 0, 1 is real pace.
 * @param loop whether it starts again at its end; otherwise the book stays as it was last.
 */
public record Recording(Path file, String symbol, double speed, boolean loop) {
    private static final double MAX_SPEED = 1_000_000;

    /** Refuses a speed that is not above 0. */
    public Recording {
        if (!(speed > 0 && speed <= MAX_SPEED)) {
            throw new IllegalArgumentException("replay speed " + speed + " must be above 0 and at most " + MAX_SPEED);
        }
    }
}
