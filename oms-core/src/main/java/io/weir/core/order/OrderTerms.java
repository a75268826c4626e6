package io.weir.core.order;

import io.weir.core.refdata.Account;
import io.weir.core.refdata.Instrument;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;

/**
 * What of an order never changes. Orders of one session alike in these share one object ({@link TermsPool}).
 *
 * @param sessionId   the client's session.
 * @param account     whose it is.
 * @param instrument  what is traded.
 * @param side        Side(54).
 * @param ordType     OrdType(40).
 * @param timeInForce TimeInForce(59).
 */
record OrderTerms(
        int sessionId, Account account, Instrument instrument, Side side, OrdType ordType, TimeInForce timeInForce) {}
