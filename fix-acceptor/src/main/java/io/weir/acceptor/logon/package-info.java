/**
 * Who may log on: what the acceptor decides by itself about a Logon, before the core hears of it. Passwords live here and
 * nowhere else; they are in no text and no log.
 */
package io.weir.acceptor.logon;
