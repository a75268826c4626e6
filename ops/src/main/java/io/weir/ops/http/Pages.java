package io.weir.ops.http;

import io.weir.ops.metrics.Meters;
import java.util.Optional;

/**
 * What the server has to show.
 *
 * @param health     how the rooms are.
 * @param meters     their figures.
 * @param queries    orders and executions; empty in a process without the store.
 * @param killSwitch stops and allows; empty if the server has no door for operators.
 */
record Pages(HealthPage health, Meters meters, Optional<QueryPages> queries, Optional<KillSwitchPage> killSwitch) {}
