/** The contract of an exchange and what all of them share. What only one exchange needs never lives here. */
package io.weir.venue;
