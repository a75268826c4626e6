/**
 * TCP connections of clients: taking them, reading and writing them, closing them, and the way of a message from a socket
 * into the log. Whether a message counts is not decided here.
 */
package io.weir.acceptor.connection;
