/**
 * Three nodes, two acceptors, the venues' edges, the operator's side and the simulated venues, each in a process of its own on
 * loopback: to look at, and to kill. Nothing here knows more of them than what a command line and HTTP show.
 */
package io.weir.benchmarks.nodes;
