/** WebSockets that notice by themselves when the other side has fallen silent. What is said on them never lives here. */
package io.weir.rest.socket;
