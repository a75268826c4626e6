package io.weir.core.cluster;

/**
 * A snapshot as the purge needs to know it.
 *
 * @param logPosition     where it stands in the command log.
 * @param journalPosition where the journal stood.
 * @param neededPosition  the lowest journal position that a client could ask for.
 */
record TakenSnapshot(long logPosition, long journalPosition, long neededPosition) {}
