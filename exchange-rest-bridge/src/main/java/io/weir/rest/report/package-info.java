/** The way between the event loop and the agent's thread: reports one way, requests the other, both bounded. */
package io.weir.rest.report;
