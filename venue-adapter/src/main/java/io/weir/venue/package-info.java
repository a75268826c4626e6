/**
 * The contract of an exchange: {@link io.weir.venue.VenueAdapter} (what is asked of it), its settings, its symbols and its
 * rate budget. What only one exchange needs never lives here.
 */
package io.weir.venue;
