package dev.galleria.platform.tokens;

import dev.galleria.platform.Secrets;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.Signature;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The platform's key pair for access tokens (RS256, RFC 7518 section 3.3), the same on all nodes without being stored: its
 * primes are the next ones after numbers of 1,024 bits that are derived from the master secret.
 */
public final class TokenKeys {
    private static final int PRIME_BYTES = 128;
    private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = encoded("{\"typ\":\"JWT\",\"alg\":\"RS256\"}");

    private static volatile @Nullable KeyPair pair;

    private TokenKeys() {}

    /** The claims, a JSON object, as a signed token (RFC 7515 compact serialization). */
    public static String sign(String claims) {
        var text = HEADER + '.' + encoded(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair().getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + '.' + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RS256 is part of every Java platform", e);
        }
    }

    /** The public key as X.509 in Base64. */
    public static String verifying() {
        return Base64.getEncoder().encodeToString(pair().getPublic().getEncoded());
    }

    private static synchronized KeyPair pair() {
        var known = pair;
        if (known == null) {
            known = derived();
            pair = known;
        }
        return known;
    }

    private static KeyPair derived() {
        var p = prime("p");
        var q = prime("q");
        var phi = p.subtract(BigInteger.ONE).multiply(q.subtract(BigInteger.ONE));
        var d = EXPONENT.modInverse(phi);
        var secret = new RSAPrivateCrtKeySpec(
                p.multiply(q),
                EXPONENT,
                d,
                p,
                q,
                d.mod(p.subtract(BigInteger.ONE)),
                d.mod(q.subtract(BigInteger.ONE)),
                q.modInverse(p));
        try {
            var factory = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    factory.generatePublic(new RSAPublicKeySpec(p.multiply(q), EXPONENT)),
                    factory.generatePrivate(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA is part of every Java platform", e);
        }
    }

    /** A prime whose two highest bits are set, so that the product of two has 2,048 bits, and that fits the exponent. */
    private static BigInteger prime(String name) {
        for (int round = 0; ; round++) {
            var prime = start(name + round)
                    .setBit(PRIME_BYTES * 8 - 1)
                    .setBit(PRIME_BYTES * 8 - 2)
                    .nextProbablePrime();
            if (prime.bitLength() == PRIME_BYTES * 8 && !prime.mod(EXPONENT).equals(BigInteger.ONE)) {
                return prime;
            }
        }
    }

    private static BigInteger start(String name) {
        var bytes = new ByteArrayOutputStream();
        for (int block = 0; bytes.size() < PRIME_BYTES; block++) {
            bytes.writeBytes(Base64.getUrlDecoder().decode(Secrets.derive("token-key", name + ' ' + block)));
        }
        return new BigInteger(1, bytes.toByteArray());
    }

    private static String encoded(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
