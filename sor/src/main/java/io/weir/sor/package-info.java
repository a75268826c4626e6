/** The smart order router, a pure function. Clocks, randomness, threads and files never live here. */
package io.weir.sor;
