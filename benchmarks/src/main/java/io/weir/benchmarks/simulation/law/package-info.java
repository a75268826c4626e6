/** What holds in every history: judged at each event of the journal as it is recorded, and once more when all has come to rest. */
package io.weir.benchmarks.simulation.law;
