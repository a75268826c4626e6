package io.weir.fix.fix44;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import quickfix.DataDictionary;
import quickfix.FieldNotFound;
import quickfix.Message;

final class FlatMessageTest {
    @Test
    void shouldBeReadAsItWasWritten() throws Exception {
        final FlatMessage written = new FlatMessage("D");
        written.getHeader().setString(8, "FIX.4.4");
        written.getHeader().setInt(34, 7);
        written.setString(11, "A-0");
        written.setString(38, "0.05");
        written.setChar(54, '1');
        written.setBoolean(121, true);
        written.setString(11, "A-1");
        for (int tag = 5_001; tag <= 5_040; tag++) {
            written.setInt(tag, tag);
        }

        final Message read = new Message(written.toString(), new DataDictionary("FIX44.xml"), true);
        assertEquals("D", read.getHeader().getString(35));
        assertEquals(7, read.getHeader().getInt(34));
        assertEquals("A-1", read.getString(11), "the last value stands, once");
        assertEquals("0.05", read.getString(38));
        assertEquals('1', read.getChar(54));
        assertTrue(read.getBoolean(121));
        assertEquals(5_040, read.getInt(5_040));
    }

    @Test
    void shouldTellWhatItHas() throws Exception {
        final FlatMessage message = new FlatMessage("D");
        message.setString(11, "A-1");
        assertTrue(message.isSetField(11));
        assertEquals("A-1", message.getString(11));
        assertFalse(message.isSetField(41));
        assertThrows(FieldNotFound.class, () -> message.getString(41));
    }
}
