package dev.galleria.platform.rest;

import dev.galleria.platform.Secrets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header by which a client makes a repeated request one (draft-ietf-httpapi-idempotency-key-header-07). */
public final class IdempotencyKey {
    public static final String HEADER = "Idempotency-Key";
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private IdempotencyKey() {}

    /** The key as it came; one that is too long or not plain ASCII is a {@link Refusal} (400). */
    public static String checked(String key) {
        if (!FORM.matcher(key).matches()) {
            throw new Refusal(400, "request/key", "A key has 1 to 200 visible ASCII characters.");
        }
        return key;
    }

    /** The key, which is needed here, in the form of those that pages put into their forms. */
    public static String formKey(@Nullable String key) {
        if (key == null) {
            throw new Refusal(400, "request/key-missing", "Send an Idempotency-Key, so that nothing is done twice.");
        }
        return "api-" + Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.hash(checked(key)));
    }
}
