/**
 * Clients' FIX sessions as state machines: numbers in and out, gaps, resends, heartbeats, who owns the connection. The
 * rules are those of {@code docs/fix-sessions.md}. What a taken application message means is decided in {@code core.order}.
 */
package io.weir.core.session;
