/** The core's two clocks and its deadlines. Time comes with messages; nothing here looks at a real clock. */
package io.weir.core.time;
