/**
 * What happens to a gateway over its life: it idles, it is killed and started again, its clients lose messages and ask for
 * them. Each measurement starts the gateway and its venues as processes of their own, on a directory of their own.
 */
package io.weir.benchmarks.life;
