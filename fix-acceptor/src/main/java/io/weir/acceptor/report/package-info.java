/**
 * From the core's events to FIX text. The text is a pure function of the event, of when it is written and of the session's
 * comp ids. Here is no decision on what is written, and no socket but the buffer before it.
 */
package io.weir.acceptor.report;
