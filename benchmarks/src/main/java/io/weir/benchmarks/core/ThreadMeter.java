package io.weir.benchmarks.core;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What the calling thread has used: time on a core, and heap. */
final class ThreadMeter {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private ThreadMeter() {}

    /** {@return time on a core since the thread began, in ns; what other threads and other processes do does not count} */
    static long cpuNs() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** {@return bytes of heap that the thread has allocated since it began} */
    static long allocatedBytes() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** {@return bytes of heap in use when all garbage is gone} */
    static long heapInUse() {
        for (int i = 0; i < 2; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
