/**
 * Plain FIX 4.4, as the standard has it: what a venue without peculiarities speaks. A dialect with peculiarities gets a
 * package of its own.
 */
package io.weir.fix.fix44;
