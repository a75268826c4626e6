/**
 * Files that answer "was it sent?" after a crash: append-only, checked record by record, a torn tail cut off. Projections
 * and histories never live here.
 */
package io.weir.venue.log;
