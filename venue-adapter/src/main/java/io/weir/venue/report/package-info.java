/** What an adapter reports, one immutable record a message, in our own terms. No venue's words but in texts. */
package io.weir.venue.report;
