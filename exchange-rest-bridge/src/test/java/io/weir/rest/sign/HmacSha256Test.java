package io.weir.rest.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weir.config.Secret;
import org.junit.jupiter.api.Test;

class HmacSha256Test {
    /** RFC 4231, test case 2. */
    @Test
    void shouldSignAsTheStandardSays() {
        final HmacSha256 hmac = new HmacSha256(Secret.of("Jefe"));
        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                hmac.hex("what do ya want for nothing?"));
    }

    @Test
    void shouldSignTheSameTwice() {
        final HmacSha256 hmac = new HmacSha256(Secret.of("key"));
        assertEquals(hmac.hex("a=1"), hmac.hex("a=1"));
    }
}
