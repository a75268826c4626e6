package io.weir.ops.http;

import io.weir.ops.metrics.Meters;
import java.util.List;
import java.util.Optional;

/**
 * What the server has to show.
 *
 * @param health     how the rooms are.
 * @param meters     their figures.
 * @param queries    orders and executions; empty in a process without the store.
 * @param operators  where an operator changes something; none if the server has no door for operators.
 */
record Pages(HealthPage health, Meters meters, Optional<QueryPages> queries, List<OperatorPage> operators) {}
