/** What a measurement found and where: tables for people, JSON for machines. Nothing here measures. */
package io.weir.benchmarks.figure;
