package io.weir.app.fix;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Heartbeats with HeartBtInt 1, and silence. Sources: FIX session-level test cases 4 and 6. */
@ExtendWith(FixGateway.Extension.class)
final class HeartbeatTest {
    private Trader trader;

    @BeforeEach
    void nameTrader(final FixGateway gateway) {
        trader = gateway.trader();
    }

    @Test
    void shouldAnswerATestRequest() {
        trader.logsOn();
        trader.says("35=1|112=are you there?");
        trader.hears("35=0|112=are you there?");
        trader.says("35=1|112=" + "x".repeat(64));
        trader.hears("35=0|112=" + "x".repeat(64));
    }

    @Test
    void shouldSayAHeartbeatWhenItHasSaidNothingElse() {
        logOnWithHeartBtIntOne();
        trader.hears("35=0|34=2|112-");
    }

    @Test
    void shouldTestASilentClientAndThenClose() {
        logOnWithHeartBtIntOne();
        assertTrue(hearsTestRequest().has(112));
        Message last = trader.hearsOrIsCutOff("35=0|112-");
        while (last != null) {
            last = trader.hearsOrIsCutOff("35=0|112-");
        }
        trader.logsOn().hearsNothingMore();
    }

    @Test
    void shouldGoOnWithAClientThatAnswers() {
        logOnWithHeartBtIntOne();
        for (int i = 0; i < 2; i++) {
            final String testReqId = hearsTestRequest().value(112);
            trader.says("35=0|112=" + testReqId);
        }
        trader.logsOut();
    }

    private void logOnWithHeartBtIntOne() {
        trader.connects().says("35=A|98=0|108=1|553=" + trader.compId() + "|554=demo");
        trader.hears("35=A|108=1");
    }

    /** {@return the TestRequest; heartbeats before it are heard} */
    private Message hearsTestRequest() {
        Message message = trader.hears("35*");
        while (message.is(35, "0")) {
            message = trader.hears("35*");
        }
        Script.check("35=1|112*", message);
        return message;
    }
}
