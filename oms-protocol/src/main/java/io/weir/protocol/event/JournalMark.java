package io.weir.protocol.event;

/**
 * A check of the journal on replay.
 *
 * @param markedPosition of the journal before this event.
 * @param hash rolling hash over all events before this one.
 * @param logicVersion of the core that wrote it.
 */
public record JournalMark(long markedPosition, long hash, int logicVersion) implements Event {
    @Override
    public void to(final EventHandler handler) {
        handler.onJournalMark(this);
    }
}
