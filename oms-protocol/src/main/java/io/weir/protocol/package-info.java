/** The words the rooms say to each other. Here live messages, handlers and decimals; decisions and sockets never do. */
package io.weir.protocol;
