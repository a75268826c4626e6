/** The venue's time as far as this host can know it. */
package io.weir.rest.clock;
