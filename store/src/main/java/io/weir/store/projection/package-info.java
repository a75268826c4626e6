/** From journal to tables: what is read, how it is batched and written, how far it has come. Nobody queries here. */
package io.weir.store.projection;
