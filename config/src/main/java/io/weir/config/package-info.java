/** Typed settings that check themselves whole. Knowledge of any other room never lives here. */
package io.weir.config;
