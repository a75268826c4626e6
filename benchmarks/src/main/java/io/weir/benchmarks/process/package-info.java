/**
 * What every measurement and every drill needs of the machine: programs in processes of their own, and the directories, ports,
 * threads' times and pauses that go with them. Nothing here knows what the programs do.
 */
package io.weir.benchmarks.process;
