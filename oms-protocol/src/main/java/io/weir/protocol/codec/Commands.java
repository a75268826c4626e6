package io.weir.protocol.codec;

import io.weir.protocol.sbe.CommandHeaderDecoder;
import io.weir.protocol.sbe.CommandHeaderEncoder;
import io.weir.protocol.sbe.MessageHeaderDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Single fields of encoded commands, at places that are the same in all of them. Constant cost, nothing allocated, any
 * thread.
 */
public final class Commands {
    static final int HEADER_OFFSET = MessageHeaderDecoder.ENCODED_LENGTH;

    private static final ByteOrder BYTE_ORDER = CommandHeaderDecoder.BYTE_ORDER;
    private static final int TEMPLATE_ID = MessageHeaderDecoder.templateIdEncodingOffset();
    private static final int EDGE_ID = HEADER_OFFSET + CommandHeaderDecoder.edgeIdEncodingOffset();
    private static final int EPOCH = HEADER_OFFSET + CommandHeaderDecoder.epochEncodingOffset();
    private static final int SEQ = HEADER_OFFSET + CommandHeaderDecoder.seqEncodingOffset();

    private static final int SCHEMA_ID = MessageHeaderDecoder.schemaIdEncodingOffset();
    private static final int MIN_LENGTH = HEADER_OFFSET + CommandHeaderDecoder.ENCODED_LENGTH;
    private static final int MAX_TEMPLATE_ID = 100;

    private Commands() {}

    /**
     * Tells commands from bytes of someone else.
     *
     * @param buffer holds the bytes.
     * @param offset where they begin.
     * @param length how many they are.
     * @return whether they have the headers of a command of this schema; what lies behind them is not looked at.
     */
    public static boolean isCommand(final DirectBuffer buffer, final int offset, final int length) {
        if (length < MIN_LENGTH) {
            return false;
        }
        final int templateId = templateId(buffer, offset);
        return (buffer.getShort(offset + SCHEMA_ID, BYTE_ORDER) & 0xFFFF) == MessageHeaderDecoder.SCHEMA_ID
                && templateId >= 1
                && templateId <= MAX_TEMPLATE_ID;
    }

    /** {@return the number that says which message it is, 1 to 100; see {@code weir-sbe.xml}} */
    public static int templateId(final DirectBuffer buffer, final int offset) {
        return buffer.getShort(offset + TEMPLATE_ID, BYTE_ORDER) & 0xFFFF;
    }

    /** {@return the edge that says it} */
    public static int edgeId(final DirectBuffer buffer, final int offset) {
        return buffer.getInt(offset + EDGE_ID, BYTE_ORDER);
    }

    /** {@return the start of that edge} */
    public static int epoch(final DirectBuffer buffer, final int offset) {
        return buffer.getInt(offset + EPOCH, BYTE_ORDER);
    }

    /** {@return its number within the epoch} */
    public static long seq(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset + SEQ, BYTE_ORDER);
    }

    /**
     * Gives an encoded command another number.
     *
     * @param buffer holds the command.
     * @param offset where it begins.
     * @param epoch  of the edge.
     * @param seq    within the epoch.
     */
    public static void renumber(final MutableDirectBuffer buffer, final int offset, final int epoch, final long seq) {
        buffer.putInt(offset + EPOCH, epoch, CommandHeaderEncoder.BYTE_ORDER);
        buffer.putLong(offset + SEQ, seq, CommandHeaderEncoder.BYTE_ORDER);
    }
}
