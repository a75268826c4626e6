/**
 * Venues as the core knows them: definition, state, breaker, what they list and the top of their books. Says nothing to a
 * venue and knows no orders.
 */
package io.weir.core.venue;
