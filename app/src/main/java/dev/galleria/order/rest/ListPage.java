package dev.galleria.order.rest;

import dev.galleria.platform.rest.Cursor;
import dev.galleria.platform.rest.Refusal;
import jakarta.ws.rs.core.UriInfo;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which page of a list is asked for, and how the next one is. */
record ListPage(String list, int number, int size) {
    private static final Pattern LIMIT = Pattern.compile("[0-9]{1,3}");
    private static final int USUAL = 20;
    private static final int MOST = 100;

    /** The list is named by everything that makes it; a limit or a cursor that is none is a {@link Refusal} (400). */
    static ListPage of(String list, @Nullable String limit, @Nullable String after) {
        if (limit != null && (!LIMIT.matcher(limit).matches() || !fits(Integer.parseInt(limit)))) {
            throw new Refusal(400, "request/parameter", "A limit is a number from 1 to " + MOST + ".");
        }
        int size = limit == null ? USUAL : Integer.parseInt(limit);
        var named = list + ' ' + size;
        return new ListPage(named, after == null ? 0 : Integer.parseInt(Cursor.open(named, after)), size);
    }

    /** The address of what follows; null at the end. */
    @Nullable
    String next(UriInfo uri, int total) {
        if ((long) (number + 1) * size >= total) {
            return null;
        }
        var next = uri.getRequestUriBuilder()
                .replaceQueryParam("after", Cursor.of(list, String.valueOf(number + 1)))
                .build();
        return next.getRawPath() + "?" + next.getRawQuery();
    }

    private static boolean fits(int size) {
        return size >= 1 && size <= MOST;
    }
}
