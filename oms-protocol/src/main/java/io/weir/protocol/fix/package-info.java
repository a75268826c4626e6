/** The codes of FIX 4.4 that messages carry, each with FIX's name and value. Source: FIX 4.4 volume 6. */
package io.weir.protocol.fix;
