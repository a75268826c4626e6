/** Signatures over requests. Which text is signed is the dialect's matter and never decided here. */
package io.weir.rest.sign;
