package dev.galleria.account.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go after signing in: a path of this shop, never another host. */
public final class NextPage {
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]{0,500}");

    private NextPage() {}

    /** The wish if it is a path of this host; otherwise the other one. */
    public static String safe(@Nullable String wish, String otherwise) {
        return wish != null && OWN_PATH.matcher(wish).matches() ? wish : otherwise;
    }
}
