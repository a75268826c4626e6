/** Questions to the tables and their answers as records; nothing here writes. */
package io.weir.store.query;
