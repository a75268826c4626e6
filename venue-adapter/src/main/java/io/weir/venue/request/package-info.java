/** What an agent asks of an adapter: immutable records in our own terms. No venue's words here. */
package io.weir.venue.request;
