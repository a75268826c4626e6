package io.weir.simulator.market;

import java.util.List;

/**
 * One depth message of a recording.
 *
 * @param recvNs when it was received, ns since 1970.
 * @param snapshot whether it is a whole book; otherwise changes to one.
 * @param firstId first update id (U); of a snapshot the same as the last.
 * @param lastId last update id (u or lastUpdateId).
 * @param bids levels as {price, qty} text pairs; quantity zero removes the level.
 * @param asks the same for offers.
 */
record RecordedDepth(
        long recvNs, boolean snapshot, long firstId, long lastId, List<String[]> bids, List<String[]> asks) {}
