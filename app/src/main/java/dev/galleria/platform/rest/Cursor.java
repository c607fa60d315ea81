package dev.galleria.platform.rest;

import dev.galleria.platform.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a list goes on: opaque to clients, sealed, and good only for the list that it came from. */
public final class Cursor {
    private static final int LONGEST = 1_000;
    private static final int SEAL = 22;

    private Cursor() {}

    /** The list is named by everything that makes it: tenant, filters, order. */
    public static String of(String list, String position) {
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
        return seal(list, text) + text;
    }

    /** The position; a cursor that was not given for this list is a {@link Refusal} (400). */
    public static String open(String list, String cursor) {
        if (cursor.length() > SEAL && cursor.length() <= LONGEST) {
            var text = cursor.substring(SEAL);
            if (Secrets.same(cursor.substring(0, SEAL), seal(list, text))) {
                return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            }
        }
        throw new Refusal(400, "request/cursor", "This cursor does not belong to this list.");
    }

    private static String seal(String list, String text) {
        return Secrets.derive("api.cursor", list + '\0' + text).substring(0, SEAL);
    }
}
