/**
 * The gateway of the demo as a FIX certification desk sees it: conversations over real sockets, written as a trader reads
 * them. Nothing here knows how the gateway works inside.
 */
package io.weir.app.fix;
