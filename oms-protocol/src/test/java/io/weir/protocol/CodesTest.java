package io.weir.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.KillScope;
import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueRejectReason;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.command.Verdict;
import io.weir.protocol.fix.BusinessRejectReason;
import io.weir.protocol.fix.CxlRejReason;
import io.weir.protocol.fix.CxlRejResponseTo;
import io.weir.protocol.fix.ExecType;
import io.weir.protocol.fix.OrdRejReason;
import io.weir.protocol.fix.OrdStatus;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.SessionRejectReason;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Every code leads back to its constant, and to no other. */
class CodesTest {
    @Test
    void shouldFindNumbers() {
        assertNumbers(EdgeKind.values(), EdgeKind::code, EdgeKind::of);
        assertNumbers(KillScope.values(), KillScope::code, KillScope::of);
        assertNumbers(VenueClosedAs.values(), VenueClosedAs::code, VenueClosedAs::of);
        assertNumbers(VenueRejectReason.values(), VenueRejectReason::code, VenueRejectReason::of);
        assertNumbers(VenueState.values(), VenueState::code, VenueState::of);
        assertNumbers(Verdict.values(), Verdict::code, Verdict::of);
        assertNumbers(OrdRejReason.values(), OrdRejReason::code, OrdRejReason::of);
        assertNumbers(CxlRejReason.values(), CxlRejReason::code, CxlRejReason::of);
        assertNumbers(SessionRejectReason.values(), SessionRejectReason::code, SessionRejectReason::of);
        assertNumbers(BusinessRejectReason.values(), BusinessRejectReason::code, BusinessRejectReason::of);
    }

    @Test
    void shouldFindCharacters() {
        assertCharacters(Side.values(), Side::code, Side::of);
        assertCharacters(OrdType.values(), OrdType::code, OrdType::of);
        assertCharacters(TimeInForce.values(), TimeInForce::code, TimeInForce::of);
        assertCharacters(OrdStatus.values(), OrdStatus::code, OrdStatus::of);
        assertCharacters(ExecType.values(), ExecType::code, ExecType::of);
        assertCharacters(CxlRejResponseTo.values(), CxlRejResponseTo::code, CxlRejResponseTo::of);
    }

    private static <T> void assertNumbers(final T[] values, final Function<T, Integer> code, final IntFunction<T> of) {
        for (final T value : values) {
            assertEquals(value, of.apply(code.apply(value)));
        }
        final String message = assertThrows(IllegalArgumentException.class, () -> of.apply(12345))
                .getMessage();
        assertTrue(message.contains("12345"), message);
    }

    private static <T> void assertCharacters(
            final T[] values, final Function<T, Character> code, final Function<Character, T> of) {
        for (final T value : values) {
            assertEquals(value, of.apply(code.apply(value)));
        }
        assertNull(of.apply('?'));
    }
}
