package io.weir.store.query;

import java.util.List;

/**
 * Some rows, newest first.
 *
 * @param rows at most as many as were asked for.
 * @param next what to ask for with {@code before} to get the rows after these, {@link #LAST} if there are none.
 */
public record Page<R>(List<R> rows, long next) {
    /** There are no more rows. */
    public static final long LAST = 0;

    /** Any number of rows, none is changed later. */
    public Page {
        rows = List.copyOf(rows);
    }
}
