package dev.galleria.platform;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Passwords as they are stored: Argon2id, 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet), as a PHC
 * string. No more hashes are computed at once than there are processors, so that a flood cannot take the memory.
 */
@ApplicationScoped
public class Passwords {
    /** In characters (code points) after normalization; nothing is ever cut off. */
    public static final int SHORTEST = 8;

    public static final int LONGEST = 200;

    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /** What every unknown name is compared with, so that it takes as long as a known one. */
    private @Nullable String nobody;

    /** The password in the form that is hashed (NFKC, outer spaces kept); empty when it is too short or too long. */
    public static Optional<String> normalize(String password) {
        if (password.length() > 4 * LONGEST) {
            return Optional.empty();
        }
        var normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
        int length = normal.codePointCount(0, normal.length());
        return length >= SHORTEST && length <= LONGEST ? Optional.of(normal) : Optional.empty();
    }

    /** The hash to store. A password of the wrong length is a Problem (REFUSED). */
    public String hash(String password) {
        var normal = normalize(password).orElseThrow(() -> Problem.refused("account/password-length", "not shown"));
        return inTurn(() -> Password.hash(normal).addRandomSalt(16).with(ARGON2).getResult());
    }

    /** Whether it is that password. Takes as long when there is no hash to compare with. */
    public boolean matches(String password, Optional<String> hash) {
        var normal = normalize(password);
        var against = hash.orElseGet(this::nobody);
        boolean same = inTurn(() -> Password.check(normal.orElse("not a password"), against)
                .with(Argon2Function.getInstanceFromHash(against)));
        return same && hash.isPresent() && normal.isPresent();
    }

    private synchronized String nobody() {
        if (nobody == null) {
            nobody = hash(Secrets.token());
        }
        return nobody;
    }

    private <T> T inTurn(java.util.function.Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
