package io.weir.acceptor.dictionary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quickfix.DataDictionary;

/** The facts of FIX 4.4, compared with those of an independent engine. */
class FixDictionaryTest {
    private static final String OTHER = "FIX44.xml";

    /** WaveNo and QuantityType: FIX 4.4 no longer has them, the other dictionary still does. */
    private static final Set<Integer> RETIRED = Set.of(105, 465);

    /** XML in a FIX envelope: FIX 4.4 has it, the other dictionary does not. */
    private static final char XML = 'n';

    private final FixDictionary dictionary = FixDictionary.load();

    @Test
    void shouldKnowTheFieldsThatFixHasAndNoOthers() throws Exception {
        final DataDictionary other = new DataDictionary(OTHER);
        for (int tag = 1; tag <= 1000; tag++) {
            if (RETIRED.contains(tag)) {
                continue;
            }
            assertEquals(other.isField(tag), dictionary.field(tag) != null, "tag " + tag);
            if (dictionary.field(tag) != null) {
                assertEquals(other.getFieldName(tag), dictionary.field(tag).name());
            }
        }
        assertNull(dictionary.field(-1));
        assertNull(dictionary.field(5001));
    }

    @Test
    void shouldKnowTheMessagesThatFixHas() throws Exception {
        final DataDictionary other = new DataDictionary(OTHER);
        for (char first = '0'; first <= 'z'; first++) {
            assertEquals(
                    first == XML || other.isMsgType(String.valueOf(first)),
                    dictionary.message(String.valueOf(first)) != null,
                    "" + first);
            for (char second = 'A'; second <= 'Z'; second++) {
                final String type = "" + first + second;
                assertEquals(other.isMsgType(type), dictionary.message(type) != null, type);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "2", "3", "4", "5", "A", "D", "F", "G", "H", "j"})
    void shouldAllowEveryFieldThatTheMessageHas(final String msgType) throws Exception {
        final DataDictionary other = new DataDictionary(OTHER);
        final MessageRule rule = dictionary.message(msgType);
        for (int tag = 1; tag <= FixDictionary.MAX_TAG; tag++) {
            assertEquals(other.isMsgField(msgType, tag), rule.has(tag), msgType + " " + dictionary.label(tag));
            assertEquals(other.isGroup(msgType, tag), rule.group(tag) != null, msgType + " " + dictionary.label(tag));
            if (rule.group(tag) != null) {
                assertSameGroup(other.getGroup(msgType, tag), rule.group(tag), msgType + " " + dictionary.label(tag));
            }
        }
    }

    @Test
    void shouldAllowEveryFieldThatTheHeaderHas() throws Exception {
        final DataDictionary other = new DataDictionary(OTHER);
        for (int tag = 1; tag <= FixDictionary.MAX_TAG; tag++) {
            assertEquals(other.isHeaderField(tag), dictionary.header().has(tag), dictionary.label(tag));
            assertEquals(other.isTrailerField(tag), dictionary.trailer().has(tag), dictionary.label(tag));
        }
    }

    /** What the codecs write is a part of what clients are told in the whole dictionary. */
    @Test
    void shouldHaveEverythingThatIsWritten() throws Exception {
        final FixDictionary written;
        try (InputStream xml = getClass().getResourceAsStream("/io/weir/config/dictionary/FIX44-reports.xml")) {
            written = new DictionaryReader(xml).read();
        }
        final List<String> messages = new ArrayList<>();
        for (final String msgType : List.of("0", "1", "2", "3", "4", "5", "A", "8", "9", "j")) {
            final MessageRule rule = written.message(msgType);
            assertNotNull(rule, msgType);
            for (int tag = 1; tag <= FixDictionary.MAX_TAG; tag++) {
                if (rule.has(tag)) {
                    messages.add(msgType);
                    assertTrue(dictionary.message(msgType).has(tag), msgType + " " + tag);
                    assertEquals(
                            dictionary.field(tag).name(), written.field(tag).name());
                    assertEquals(
                            dictionary.field(tag).type(), written.field(tag).type());
                }
            }
        }
        assertTrue(messages.size() > 50);
    }

    private void assertSameGroup(final DataDictionary.GroupInfo other, final GroupRule rule, final String where) {
        int place = 0;
        for (final int tag : other.getDataDictionary().getOrderedFields()) {
            assertEquals(place++, rule.placeOf(tag), where + " " + dictionary.label(tag));
        }
    }
}
