/** Exact decimal numbers as they come from outside, and the step from there to longs at an instrument's scale. */
package io.weir.protocol.decimal;
