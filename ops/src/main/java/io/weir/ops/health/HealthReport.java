package io.weir.ops.health;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the gateway is.
 *
 * @param overall the whole.
 * @param rooms   each room by name, in the order of their registration.
 */
public record HealthReport(HealthState overall, Map<String, RoomHealth> rooms) {
    /** Keeps the order and is not changed later. */
    public HealthReport {
        rooms = Collections.unmodifiableMap(new LinkedHashMap<>(rooms));
    }
}
