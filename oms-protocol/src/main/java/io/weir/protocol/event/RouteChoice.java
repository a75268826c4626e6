package io.weir.protocol.event;

/**
 * What the router made of one venue.
 *
 * @param venue        name of the venue.
 * @param qty          quantity given to it, at the order's qtyScale; 0 if left out.
 * @param score        its score, 0 to 10,000; 0 if left out.
 * @param childOrderId our id of the order at the venue, 0 if left out.
 * @param why          what the router saw, or why the venue was left out; at most
 *     {@link io.weir.protocol.Bounds#MAX_WHY_LENGTH}.
 */
public record RouteChoice(String venue, long qty, int score, long childOrderId, String why) {}
