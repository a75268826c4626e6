package io.weir.rest.sign;

import io.weir.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC with SHA-256 under one key, written as lower-case hex. One thread only. */
public final class HmacSha256 {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    /**
     * Makes one.
     *
     * @param key its UTF-8 bytes are the key; not empty.
     */
    public HmacSha256(final Secret key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (final GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no " + ALGORITHM, e);
        }
    }

    /**
     * Signs a text.
     *
     * @param payload exactly as it is sent.
     * @return 64 hex digits.
     */
    public String hex(final String payload) {
        return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
    }
}
