package dev.galleria.search.merchandising;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A redirect as it is entered. The path begins with one slash, names a page of the shop and nothing else: no host, no scheme,
 * no way back up, nothing that a browser could read as another address.
 */
public record RedirectDraft(String query, String path) {
    private static final int LONGEST = 300;

    /** Visible ASCII without backslash, quotes and angle brackets: everything else is escaped in an address anyway. */
    private static final Pattern FORM = Pattern.compile("/(?!/)[!#-&(-;=?-\\[\\]_a-z~]*");

    /** What is for a shopper's own hands, for machines or for staff. */
    private static final Pattern CLOSED = Pattern.compile(
            "/(api|backoffice|console|account|checkout|orders|cart|sign-in|sign-out|sign-up|password|mailbox|suggest|jakarta\\.faces\\.resource)(/.*)?");

    private static final Pattern SEARCH = Pattern.compile("/search/?");

    /** With words in their plain form and a path without the language in front. */
    RedirectDraft cleaned(Set<String> languages) {
        var bare = path.strip();
        for (var language : languages) {
            var prefix = "/" + language;
            if (bare.equals(prefix)) {
                bare = "/";
            } else if (bare.startsWith(prefix + "/")) {
                bare = bare.substring(prefix.length());
            }
        }
        return new RedirectDraft(Phrases.plain(query), bare);
    }

    List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (!Phrases.fits(query)) {
            faults.add(new Fault("/query", "phrase"));
        }
        if (!isInside()) {
            faults.add(new Fault("/path", "path"));
        } else if (leadsBack()) {
            faults.add(new Fault("/path", "path-search"));
        }
        return faults;
    }

    private boolean isInside() {
        if (path.length() > LONGEST || !FORM.matcher(path).matches()) {
            return false;
        }
        try {
            var uri = new URI(path);
            var name = uri.getPath();
            return uri.getScheme() == null
                    && uri.getRawAuthority() == null
                    && name != null
                    && !name.contains("//")
                    && !name.contains("\\")
                    && !("/" + name + "/").contains("/../")
                    && name.chars().noneMatch(Character::isISOControl)
                    && !CLOSED.matcher(name.toLowerCase(Locale.ROOT)).matches();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** A search for words could lead to another, and that one back. */
    private boolean leadsBack() {
        var uri = URI.create(path);
        return SEARCH.matcher(uri.getPath()).matches()
                && uri.getQuery() != null
                && Pattern.compile("(^|&)q=").matcher(uri.getQuery()).find();
    }
}
