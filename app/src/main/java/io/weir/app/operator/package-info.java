/** The commands with which an operator changes something: said to the running gateway, decided by the core. */
package io.weir.app.operator;
