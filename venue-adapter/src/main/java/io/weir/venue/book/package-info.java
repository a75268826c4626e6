/** Order books as adapters build them from a venue's stream, and whether they can be trusted. No venue's checksum here. */
package io.weir.venue.book;
