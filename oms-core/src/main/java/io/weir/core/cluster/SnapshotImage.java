package io.weir.core.cluster;

import io.aeron.Image;
import io.aeron.ImageControlledFragmentAssembler;
import io.aeron.logbuffer.ControlledFragmentHandler.Action;
import io.weir.core.snapshot.SnapshotSource;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.IdleStrategy;

/** Pages of a snapshot, from the replay of its recording. For the service's thread, during its start. */
final class SnapshotImage implements SnapshotSource {
    private static final int FRAGMENT_LIMIT = 16;

    private final Image image;
    private final IdleStrategy idleStrategy;
    private final ImageControlledFragmentAssembler pages;
    private MutableDirectBuffer page;
    private int length;

    SnapshotImage(final Image image, final IdleStrategy idleStrategy) {
        this.image = image;
        this.idleStrategy = idleStrategy;
        this.pages = new ImageControlledFragmentAssembler((buffer, offset, pageLength, header) -> {
            page.putBytes(0, buffer, offset, pageLength);
            length = pageLength;
            return Action.BREAK;
        });
    }

    @Override
    public int read(final MutableDirectBuffer nextPage) {
        page = nextPage;
        length = 0;
        idleStrategy.reset();
        while (true) {
            final int fragments = image.controlledPoll(pages, FRAGMENT_LIMIT);
            if (length > 0) {
                return length;
            }
            if (fragments == 0 && (image.isEndOfStream() || image.isClosed())) {
                return 0;
            }
            idleStrategy.idle(fragments);
        }
    }
}
