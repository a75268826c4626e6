package io.weir.core.order;

import io.weir.core.refdata.Account;
import io.weir.core.refdata.Instrument;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;

/**
 * Shares equal terms between orders: a client's orders differ in little else than quantity and price. A small table that
 * remembers what was used last in each slot; what it forgets is made anew, so it sways nothing and is in no snapshot.
 */
final class TermsPool {
    private static final int SLOTS = 1 << 12;

    private final OrderTerms[] slots = new OrderTerms[SLOTS];

    OrderTerms of(
            final int sessionId,
            final Account account,
            final Instrument instrument,
            final Side side,
            final OrdType ordType,
            final TimeInForce timeInForce) {
        final int kind = (side.ordinal() * 8 + ordType.ordinal()) * 8 + timeInForce.ordinal();
        final int mixed = ((sessionId * 31 + account.accountId()) * 31 + instrument.instrumentId()) * 128 + kind;
        final int slot = mixed * 0x9E3779B9 >>> 20;
        final OrderTerms known = slots[slot];
        if (known != null
                && known.sessionId() == sessionId
                && known.account() == account
                && known.instrument() == instrument
                && known.side() == side
                && known.ordType() == ordType
                && known.timeInForce() == timeInForce) {
            return known;
        }
        final OrderTerms fresh = new OrderTerms(sessionId, account, instrument, side, ordType, timeInForce);
        slots[slot] = fresh;
        return fresh;
    }
}
