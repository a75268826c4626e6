package io.weir.core;

import java.util.List;

/**
 * What keeps the gateway from trading by somebody's will: for health and for people, not for decisions.
 *
 * @param held         whether it stands still until an operator has recovered it from a loss of power.
 * @param text         why it is held, "" if it is not.
 * @param killSwitches that are engaged, as {@code ALL} or {@code VENUE KRAKEN}; the first
 *     {@link #MAX_KILL_SWITCHES}, then one line that counts the rest.
 */
public record Standstill(boolean held, String text, List<String> killSwitches) {
    /** The most switches named. */
    public static final int MAX_KILL_SWITCHES = 16;

    /** Nothing does. */
    public static final Standstill NONE = new Standstill(false, "", List.of());

    public Standstill {
        killSwitches = List.copyOf(killSwitches);
    }
}
