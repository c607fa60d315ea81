package dev.galleria.search;

import dev.galleria.platform.Settings;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.search.engine.search.query.dsl.SearchQueryOptionsStep;
import org.hibernate.search.engine.search.query.dsl.SearchQuerySelectStep;
import org.hibernate.search.mapper.orm.mapping.SearchMapping;
import org.hibernate.search.mapper.orm.search.loading.dsl.SearchLoadingOptionsStep;
import org.hibernate.search.mapper.orm.session.SearchSession;

/** What keeps documents and answers queries, where Hibernate Search does not hide which one it is. */
interface Engine {
    /**
     * The one that {@code galleria.search.backend} names: {@code lucene}, in files of this node, or {@code opensearch}.
     *
     * @param fields counted up whenever the fields of documents change
     */
    static Engine chosen(int fields) {
        var name = Settings.text("galleria.search.backend").orElse("lucene");
        return switch (name) {
            case "lucene" -> new LuceneEngine(Settings.data().resolve("index").resolve("v" + fields));
            case "opensearch" -> new OpenSearchEngine(OpenSearchAddress.configured(), fields);
            default ->
                throw new IllegalStateException(
                        "galleria.search.backend is lucene or opensearch; it is \"" + name + "\".");
        };
    }

    /** Hibernate Search's settings for it. */
    Map<String, Object> settings();

    /** Has the index where there is none yet. Repeating it costs nothing while the index can be asked. */
    void ensure(SearchMapping mapping);

    /** A query that may be ranked. */
    SearchQuerySelectStep<?, ?, ProductDocument, SearchLoadingOptionsStep, ?, ?> query(SearchSession session);

    /** Puts on a whole query what shoppers can be kept waiting for. */
    void bound(SearchQueryOptionsStep<?, ?, ?, ?, ?> query);

    /** Asks, unless asking has failed lately and would only keep shoppers waiting. */
    <T> T ask(Supplier<T> question);

    /** Some work with documents has failed. */
    void failed();
}
