/** Exchanges that speak the real protocols on loopback. Knowledge of any other room never lives here. */
package io.weir.simulator;
