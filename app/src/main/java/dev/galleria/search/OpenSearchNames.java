package dev.galleria.search;

import org.hibernate.search.backend.elasticsearch.index.layout.IndexLayoutStrategy;
import org.jspecify.annotations.Nullable;

/** {@code galleria-v3-products}: one index for all tenants, another when its fields have changed. */
record OpenSearchNames(String prefix, int fields) implements IndexLayoutStrategy {
    private String start() {
        return prefix + "-v" + fields + '-';
    }

    @Override
    public String createInitialElasticsearchIndexName(String name) {
        return start() + name;
    }

    @Override
    public @Nullable String createWriteAlias(String name) {
        return null;
    }

    @Override
    public @Nullable String createReadAlias(String name) {
        return null;
    }

    @Override
    public String extractUniqueKeyFromElasticsearchIndexName(String index) {
        return index.startsWith(start()) ? index.substring(start().length()) : index;
    }
}
