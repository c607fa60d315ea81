package dev.galleria.search.rest;

import dev.galleria.account.CurrentAccount;
import dev.galleria.platform.Texts;
import dev.galleria.platform.rest.ApiFault;
import dev.galleria.platform.rest.Cursor;
import dev.galleria.platform.rest.Refusal;
import dev.galleria.search.merchandising.Edit;
import dev.galleria.search.merchandising.Fault;
import dev.galleria.search.merchandising.Merchandisers;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the resources of the search share: who calls, what was refused, and lists page by page. */
@RequestScoped
class Desk {
    private static final int USUAL = 50;
    private static final int MOST = 250;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    @Inject
    CurrentAccount current;

    @Inject
    Merchandisers merchandisers;

    @Inject
    Tenancy tenancy;

    /** A page of a list and the cursor of the next; null on the last. */
    record Part<T>(List<T> items, @Nullable String next) {}

    /** Without a token 401, for shoppers and sellers a Problem (FORBIDDEN). Keys of one caller never meet another's. */
    String require() {
        current.find().orElseThrow(() -> Refusal.unauthenticated("Send a token: Authorization: Bearer …"));
        return "account:" + merchandisers.require().id();
    }

    /** The id of what was written; faults are a {@link Refusal} (422). */
    static UUID written(Edit edit) {
        if (edit instanceof Edit.Invalid invalid) {
            throw Refusal.faults(invalid.faults().stream().map(Desk::fault).toList());
        }
        return ((Edit.Done) edit).id();
    }

    private static ApiFault fault(Fault fault) {
        return new ApiFault(fault.pointer(), fault.code(), Texts.of(Locale.ENGLISH, fault.key()));
    }

    <T> Part<T> part(
            String name, List<T> all, Function<T, String> position, @Nullable String limit, @Nullable String after) {
        var list = tenancy.current().id() + " " + name;
        int from = 0;
        if (after != null) {
            var last = Cursor.open(list, after);
            while (from < all.size() && !position.apply(all.get(from)).equals(last)) {
                from++;
            }
            from = Math.min(all.size(), from + 1);
        }
        int to = Math.min(all.size(), from + limit(limit));
        var items = List.copyOf(all.subList(from, to));
        return new Part<>(
                items, to == all.size() || items.isEmpty() ? null : Cursor.of(list, position.apply(all.get(to - 1))));
    }

    private static int limit(@Nullable String text) {
        int limit = text == null ? USUAL : NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            throw new Refusal(400, "request/parameter", "A limit is a number from 1 to " + MOST + ".");
        }
        return limit;
    }
}
