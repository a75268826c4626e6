/** Projections and history in SQL, rebuildable from the journal. Decisions never live here. */
package io.weir.store;
