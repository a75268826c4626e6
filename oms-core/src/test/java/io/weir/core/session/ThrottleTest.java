package io.weir.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weir.core.FixScript;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final FixScript fix = new FixScript();

    private FixScript.Wire logOn() {
        fix.kit().define("SLOW", 2);
        final FixScript.Wire client = fix.connect("SLOW", 1);
        client.sends("35=A|34=1|108=30");
        client.received();
        return client;
    }

    @Test
    void shouldRefuseWhatIsAboveTheLimitAndUseItsNumber() {
        final FixScript.Wire client = logOn();
        client.sends("35=D|34=2|11=A-1", "35=D|34=3|11=A-2", "35=D|34=4|11=A-3", "35=0|34=5");
        client.receives("35=8|34=2|11=A-1|150=0", "35=8|34=3|11=A-2|150=0", "35=j|34=4|45=4|372=D|380=0|379=A-3");
        fix.kit().passMs(1_000);
        client.sends("35=D|34=6|11=A-4");
        client.receives("35=8|34=5|11=A-4|150=0");
    }

    @Test
    void shouldCountEachSecondOfReadingWhenAGapCloses() {
        final FixScript.Wire client = logOn();
        for (int i = 0; i < 4; i++) {
            client.sends(
                    "35=D|34=" + (3 + 2 * i) + "|11=A-" + (3 + 2 * i),
                    "35=D|34=" + (4 + 2 * i) + "|11=A-" + (4 + 2 * i));
            fix.kit().passMs(1_000);
        }
        client.sends("35=0|34=2|43=Y");
        assertEquals(8, fix.kit().trading().worked().size());
    }

    @Test
    void shouldNotRefuseWhatWeHaveAskedFor() {
        final FixScript.Wire client = logOn();
        client.sends("35=0|34=6");
        client.sends(
                "35=D|34=2|43=Y|11=A-2", "35=D|34=3|43=Y|11=A-3", "35=D|34=4|43=Y|11=A-4", "35=D|34=5|43=Y|11=A-5");
        assertEquals(List.of("A-2", "A-3", "A-4", "A-5"), fix.kit().trading().worked());
    }
}
