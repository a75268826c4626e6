package io.weir.core.cluster;

import io.aeron.ExclusivePublication;
import io.aeron.Publication;
import io.weir.core.snapshot.SnapshotSink;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.IdleStrategy;

/** Pages of a snapshot, to the publication that the archive records. For the service's thread. */
final class SnapshotPublication implements SnapshotSink {
    private final ExclusivePublication publication;
    private final IdleStrategy idleStrategy;

    SnapshotPublication(final ExclusivePublication publication, final IdleStrategy idleStrategy) {
        this.publication = publication;
        this.idleStrategy = idleStrategy;
    }

    @Override
    public void write(final DirectBuffer buffer, final int offset, final int length) {
        idleStrategy.reset();
        while (true) {
            final long result = publication.offer(buffer, offset, length);
            if (result > 0) {
                return;
            }
            if (result != Publication.BACK_PRESSURED && result != Publication.ADMIN_ACTION) {
                throw new IllegalStateException("snapshot is not being recorded: " + Publication.errorString(result)
                        + " at position " + publication.position());
            }
            idleStrategy.idle();
        }
    }
}
