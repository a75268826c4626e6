package io.weir.store.projection;

/**
 * An event with what its rows need of its header.
 *
 * @param eventSeq of the event.
 * @param timeNs   of the event, ns since 1970 UTC.
 * @param event    itself.
 */
record Said<E>(long eventSeq, long timeNs, E event) {}
