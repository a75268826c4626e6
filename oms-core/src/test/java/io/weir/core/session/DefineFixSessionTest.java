package io.weir.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.core.CoreKit;
import io.weir.protocol.command.DefineFixSession;
import io.weir.protocol.event.CommandRefused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefineFixSessionTest {
    private static final long SECOND_NS = 1_000_000_000L;

    private final CoreKit kit = new CoreKit();

    @ParameterizedTest
    @CsvSource({
        "'', ACC, 0, 1, compId",
        "A-COMP-ID-OF-MORE-THAN-32-CHARACTERS, ACC, 0, 1, compId",
        "X, OTHER, 0, 1, defaultAccount",
        "X, ACC, -1, 1, maxMessagesPerSecond",
        "X, ACC, 0, 0, maxOrderAgeNs"
    })
    void shouldRefuseWhatIsWrongAndNameIt(
            final String compId,
            final String defaultAccount,
            final int maxMessages,
            final long maxOrderAgeNs,
            final String named) {
        kit.startEdge(1, 1);
        kit.say(1, new DefineFixSession(compId, defaultAccount, List.of("ACC"), maxMessages, maxOrderAgeNs));
        final List<CommandRefused> refused = kit.all(CommandRefused.class);
        assertEquals(1, refused.size());
        assertTrue(refused.get(0).text().contains(named), refused.get(0).text());
        assertEquals(0, kit.sessionFigures().sessions());
    }

    @Test
    void shouldGiveNewSettingsToASessionThatIsDefined() {
        final FixSessions sessions = new FixSessions();
        assertTrue(sessions.tryDefine(new DefineFixSession("X", "A", List.of("A", "B"), 0, SECOND_NS)));
        assertTrue(sessions.tryDefine(new DefineFixSession("Y", "Y", List.of("Y"), 0, SECOND_NS)));
        assertTrue(sessions.tryDefine(new DefineFixSession("X", "C", List.of("C"), 9, 2 * SECOND_NS)));
        assertEquals(2, sessions.size());
        assertEquals("X", sessions.compId(1));
        assertEquals("C", sessions.defaultAccount(1));
        assertTrue(sessions.mayUse(1, "C"));
        assertFalse(sessions.mayUse(1, "A"));
        assertEquals(2 * SECOND_NS, sessions.maxOrderAgeNs(1));
    }

    @Test
    void shouldRefuseOneSessionTooMany() {
        final FixSessions sessions = new FixSessions();
        for (int i = 0; i < FixSessions.MAX_SESSIONS; i++) {
            assertTrue(sessions.tryDefine(new DefineFixSession("X" + i, "A", List.of("A"), 0, SECOND_NS)));
        }
        assertFalse(sessions.tryDefine(new DefineFixSession("ONE-MORE", "A", List.of("A"), 0, SECOND_NS)));
        assertTrue(sessions.tryDefine(new DefineFixSession("X7", "A", List.of("A"), 5, SECOND_NS)));
    }
}
