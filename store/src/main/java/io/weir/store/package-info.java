/**
 * Projections and history in SQL, rebuildable from the journal: here the database itself (settings, opening, migrating,
 * setting aside) and the rows. Decisions never live in this room.
 */
package io.weir.store;
