package io.weir.ops.http;

import io.weir.ops.metrics.Meters;
import java.util.List;

/**
 * What the server has to show.
 *
 * @param health     how the rooms are.
 * @param meters     their figures.
 * @param queries    orders and executions.
 * @param operators  where an operator changes something; none if the server has no door for operators.
 */
record Pages(HealthPage health, Meters meters, QueryPages queries, List<OperatorPage> operators) {}
