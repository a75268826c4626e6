package io.weir.core.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.core.EventLog;
import io.weir.core.Outbox;
import io.weir.core.RecordingEventLog;
import io.weir.core.refdata.Account;
import io.weir.core.refdata.Accounts;
import io.weir.core.refdata.Asset;
import io.weir.core.refdata.Assets;
import io.weir.core.refdata.Instruments;
import io.weir.core.refdata.ReferenceDesk;
import io.weir.core.time.CoreClock;
import io.weir.protocol.command.DefineAccount;
import io.weir.protocol.decimal.Decimal;
import io.weir.sor.Costs;
import org.junit.jupiter.api.Test;

/** The invariants of money, and that breaking one stops. */
class LedgerTest {
    private final Ledger ledger = new Ledger();
    private final Assets assets = new Assets();
    private final Asset usd = assets.findOrAdd("USD");
    private final Account account = account();
    private final Balance balance = ledger.balance(account, 1, "ALPHA", usd);

    private Account account() {
        final EventLog log = new RecordingEventLog();
        final Accounts accounts = new Accounts();
        new ReferenceDesk(new Outbox(log, new CoreClock()), assets, new Instruments(assets), accounts, ledger)
                .onDefineAccount(new DefineAccount("ACC", 1, Decimal.ZERO));
        return accounts.find("ACC");
    }

    @Test
    void shouldReserveNoMoreThanThereIs() {
        ledger.post(balance, 100, Posting.TRANSFER);
        assertTrue(ledger.tryReserve(balance, 60));
        assertFalse(ledger.tryReserve(balance, 41));
        assertTrue(ledger.tryReserve(balance, 40));
        assertEquals(0, balance.available());
        ledger.release(balance, 100);
        assertEquals(100, balance.available());
    }

    @Test
    void shouldStopWhenMoreIsReleasedThanWasReserved() {
        ledger.post(balance, 100, Posting.TRANSFER);
        ledger.tryReserve(balance, 60);
        assertThrows(IllegalStateException.class, () -> ledger.release(balance, 61));
        assertThrows(IllegalStateException.class, () -> ledger.release(balance, -1));
        assertThrows(IllegalStateException.class, () -> ledger.tryReserve(balance, -1));
    }

    @Test
    void shouldBookWhatOverdrawsAndSayIt() {
        ledger.post(balance, 100, Posting.TRANSFER);
        ledger.tryReserve(balance, 60);
        assertTrue(ledger.post(balance, -40, Posting.TRADE));
        assertFalse(ledger.post(balance, -1, Posting.FEE));
        assertTrue(balance.isOverdrawn());
        assertEquals(0, balance.available());
        assertFalse(ledger.tryReserve(balance, 1));
        ledger.release(balance, 30);
        assertFalse(balance.isOverdrawn());
        ledger.auditAll();
    }

    @Test
    void shouldStopWhenTheSumsDoNotAgree() {
        ledger.post(balance, 100, Posting.TRANSFER);
        ledger.auditAll();
        balance.total++;
        assertThrows(IllegalStateException.class, ledger::auditAll);
        assertThrows(IllegalStateException.class, ledger::auditNext);
    }

    @Test
    void shouldKnowWhatABalanceCanHold() {
        ledger.post(balance, Costs.MAX_AMOUNT, Posting.TRANSFER);
        assertTrue(ledger.canHold(balance, 0));
        assertFalse(ledger.canHold(balance, 1));
        assertFalse(ledger.canHold(balance, Long.MAX_VALUE));
        assertFalse(ledger.canHold(balance, -Long.MAX_VALUE));
        assertTrue(ledger.canHold(balance, -Costs.MAX_AMOUNT));
    }

    @Test
    void shouldForgetTheOldestReferencesOnly() {
        final References references = new References();
        for (int i = 0; i < 3 * References.GENERATION; i++) {
            references.add("T-" + i);
        }
        assertTrue(references.contains("T-" + (3 * References.GENERATION - 1)));
        assertTrue(references.contains("T-" + 2 * References.GENERATION));
        assertFalse(references.contains("T-0"));
    }
}
