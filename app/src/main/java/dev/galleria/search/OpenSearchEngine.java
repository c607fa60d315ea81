package dev.galleria.search;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.http.client.config.RequestConfig;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import org.hibernate.search.backend.elasticsearch.ElasticsearchBackend;
import org.hibernate.search.backend.elasticsearch.ElasticsearchExtension;
import org.hibernate.search.backend.elasticsearch.search.query.dsl.ElasticsearchSearchQueryOptionsStep;
import org.hibernate.search.engine.search.query.dsl.SearchQueryOptionsStep;
import org.hibernate.search.engine.search.query.dsl.SearchQuerySelectStep;
import org.hibernate.search.mapper.orm.mapping.SearchMapping;
import org.hibernate.search.mapper.orm.search.loading.dsl.SearchLoadingOptionsStep;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.hibernate.search.util.common.SearchException;
import org.hibernate.search.util.common.SearchTimeoutException;

/**
 * OpenSearch, shared by all nodes. It may be away at any time, at the start too: a question waits two seconds at most, and after
 * some that were not answered none is put for five.
 */
final class OpenSearchEngine implements Engine {
    private static final Logger LOG = Logger.getLogger(OpenSearchEngine.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration REST = Duration.ofSeconds(5);

    private static final int CONNECT_MILLIS = 1_000;

    /** Its part of Hibernate Search's settings. */
    private static final String BACKEND = "hibernate.search.backend.";

    private final OpenSearchAddress address;
    private final int fields;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "opensearch",
            CircuitBreakerConfig.custom()
                    .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.TIME_BASED)
                    .slidingWindowSize(10)
                    .minimumNumberOfCalls(3)
                    .failureRateThreshold(50)
                    .recordException(OpenSearchEngine::isAway)
                    .waitDurationInOpenState(REST)
                    .writableStackTraceEnabled(false)
                    .permittedNumberOfCallsInHalfOpenState(1)
                    .maxWaitDurationInHalfOpenState(REST)
                    .build());

    private volatile boolean ensured;

    OpenSearchEngine(OpenSearchAddress address, int fields) {
        this.address = address;
        this.fields = fields;
    }

    @Override
    public Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        settings.put(BACKEND + "type", "elasticsearch");
        settings.put(BACKEND + "uris", address.uris());
        address.user().ifPresent(user -> {
            settings.put(BACKEND + "username", user);
            settings.put(BACKEND + "password", address.password());
        });
        // Nothing is asked of it while the application starts.
        settings.put(BACKEND + "version", "opensearch:2.16");
        settings.put(BACKEND + "version_check.enabled", "false");
        settings.put("hibernate.search.schema_management.strategy", "none");
        settings.put(BACKEND + "layout.strategy", new OpenSearchNames(address.prefix(), fields));
        settings.put(BACKEND + "schema_management.settings_file", "META-INF/opensearch-settings.json");
        settings.put(BACKEND + "analysis.configurer", new OpenSearchAnalyzers());
        settings.put(BACKEND + "connection_timeout", String.valueOf(CONNECT_MILLIS));
        // Of what is written; to questions applies what bound() says.
        settings.put(BACKEND + "read_timeout", "60000");
        settings.put(BACKEND + "max_connections", "40");
        settings.put(BACKEND + "max_connections_per_route", "40");
        return settings;
    }

    @Override
    public void ensure(SearchMapping mapping) {
        if (!ensured) {
            create(mapping);
        }
    }

    private synchronized void create(SearchMapping mapping) {
        if (ensured) {
            return;
        }
        knock(mapping);
        var schema = mapping.scope(ProductDocument.class).schemaManager();
        try {
            schema.createOrValidate();
        } catch (SearchException e) {
            if (isAway(e)) {
                throw e;
            }
            // Another node may have made it in the same moment.
            LOG.log(Level.FINE, "Looking at the index once more", e);
            schema.createOrValidate();
        }
        ensured = true;
    }

    /** Writing may take long, noticing that nobody is there must not: it would keep all other events waiting. */
    private static void knock(SearchMapping mapping) {
        var request = new Request("GET", "/");
        request.setOptions(RequestOptions.DEFAULT.toBuilder()
                .setRequestConfig(RequestConfig.custom()
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setSocketTimeout((int) PATIENCE.toMillis())
                        .build()));
        try {
            mapping.backend()
                    .unwrap(ElasticsearchBackend.class)
                    .client(RestClient.class)
                    .performRequest(request);
        } catch (ResponseException e) {
            LOG.log(Level.FINE, "It answers, if only to refuse that question", e);
        } catch (IOException e) {
            throw new UncheckedIOException("OpenSearch does not answer", e);
        }
    }

    @Override
    public SearchQuerySelectStep<?, ?, ProductDocument, SearchLoadingOptionsStep, ?, ?> query(SearchSession session) {
        return session.search(ProductDocument.class).extension(ElasticsearchExtension.get());
    }

    @Override
    public void bound(SearchQueryOptionsStep<?, ?, ?, ?, ?> query) {
        query.failAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (query instanceof ElasticsearchSearchQueryOptionsStep<?, ?> ours) {
            ours.requestTransformer(request -> OpenSearchRank.unfold(request.body()));
        }
    }

    @Override
    public <T> T ask(Supplier<T> question) {
        return breaker.executeSupplier(question);
    }

    @Override
    public void failed() {
        ensured = false;
    }

    /** Whether nobody answers; an answer that refuses says nothing against the next question. */
    private static boolean isAway(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof SearchTimeoutException
                    || cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }
}
