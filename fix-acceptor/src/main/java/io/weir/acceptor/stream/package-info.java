/**
 * From the journal to connections: each has a cursor in the stream of its session's events. A slow client, a resend and one
 * that comes late are the same here: a cursor that is not at the end. Nothing is queued but the bytes before the socket.
 */
package io.weir.acceptor.stream;
