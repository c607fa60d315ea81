package dev.galleria.search;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.search.engine.search.query.dsl.SearchQueryOptionsStep;
import org.hibernate.search.engine.search.query.dsl.SearchQuerySelectStep;
import org.hibernate.search.mapper.orm.mapping.SearchMapping;
import org.hibernate.search.mapper.orm.search.loading.dsl.SearchLoadingOptionsStep;
import org.hibernate.search.mapper.orm.session.SearchSession;

/** Lucene inside this process, its files in one directory: there from the start, and as far away as the disk. */
record LuceneEngine(Path directory) implements Engine {
    @Override
    public Map<String, Object> settings() {
        return Map.of(
                "hibernate.search.backend.type",
                "lucene",
                "hibernate.search.backend.lucene_version",
                "9.11.1",
                "hibernate.search.backend.analysis.configurer",
                new Analyzers(),
                "hibernate.search.backend.directory.root",
                directory.toAbsolutePath().toString(),
                // Facets are counted segment by segment, and far more is asked than written: fewer segments than usual.
                "hibernate.search.backend.io.merge.factor",
                4);
    }

    @Override
    public void ensure(SearchMapping mapping) {
        // Hibernate Search has made it when it was started.
    }

    @Override
    public SearchQuerySelectStep<?, ?, ProductDocument, SearchLoadingOptionsStep, ?, ?> query(SearchSession session) {
        return session.search(ProductDocument.class);
    }

    @Override
    public void bound(SearchQueryOptionsStep<?, ?, ?, ?, ?> query) {
        // Nothing on the way can hang, and watching the time costs time.
    }

    @Override
    public <T> T ask(Supplier<T> question) {
        return question.get();
    }

    @Override
    public void failed() {
        // The next one may succeed.
    }
}
