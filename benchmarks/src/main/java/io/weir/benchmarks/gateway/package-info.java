/**
 * A gateway as whoever measures or kills it meets it: the settings that it is given and the pages that it shows. Nothing here
 * starts or judges one.
 */
package io.weir.benchmarks.gateway;
