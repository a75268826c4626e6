package io.weir.simulator.ledger;

/** First byte of each record in a ledger frame. */
final class RecordType {
    static final byte ACCEPTED = 1;
    static final byte TRADED = 2;
    static final byte CLOSED = 3;
    static final byte REPLACED = 4;

    private RecordType() {}
}
