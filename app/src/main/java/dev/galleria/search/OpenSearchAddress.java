package dev.galleria.search;

import dev.galleria.platform.Settings;
import java.util.Optional;

/**
 * Where OpenSearch is, and whose indexes are ours there.
 *
 * @param uris separated by commas, all http or all https
 * @param prefix the indexes of this installation begin with it
 */
record OpenSearchAddress(String uris, Optional<String> user, String password, String prefix) {
    /** As {@code galleria.search.uris}, {@code .user}, {@code .password} and {@code .prefix} say. */
    static OpenSearchAddress configured() {
        return new OpenSearchAddress(
                Settings.text("galleria.search.uris").orElse("http://localhost:9200"),
                Settings.text("galleria.search.user"),
                Settings.text("galleria.search.password").orElse(""),
                Settings.text("galleria.search.prefix").orElse("galleria"));
    }

    @Override
    public String toString() {
        return "OpenSearch at " + uris + ", indexes " + prefix + "-…";
    }
}
