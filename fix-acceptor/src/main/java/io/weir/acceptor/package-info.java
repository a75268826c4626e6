/** The clients' FIX connections: sockets, framing and translation. State that must outlive a process never lives here. */
package io.weir.acceptor;
