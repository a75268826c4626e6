/**
 * From a client's bytes to a command: framing, the check of each message against the dictionary, the step to a record. Here
 * is no socket and no session number: whether a message counts is decided in the core.
 */
package io.weir.acceptor.message;
