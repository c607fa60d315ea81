package dev.galleria.search;

import dev.galleria.platform.BootStep;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.TenantId;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.search.engine.search.query.dsl.SearchQueryOptionsStep;
import org.hibernate.search.engine.search.query.dsl.SearchQuerySelectStep;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.mapping.SearchMapping;
import org.hibernate.search.mapper.orm.search.loading.dsl.SearchLoadingOptionsStep;
import org.hibernate.search.mapper.orm.session.SearchSession;

/**
 * The read side's own persistence unit: Hibernate, only to feed and ask the index. Built by hand; the container must not see
 * it, or it would run Hibernate's class transformer on Hibernate itself.
 */
@ApplicationScoped
public class CatalogUnit implements BootStep {
    /** Counted up whenever fields change: an index with other fields is not read but built anew. */
    private static final int FIELDS = 3;

    /** Between a tenant and the number of its edition in what documents are marked with. */
    private static final char EDITION = '#';

    @Inject
    Tenancy tenancy;

    @Inject
    Editions editions;

    private Engine engine;
    private SessionFactory factory;

    CatalogUnit() {}

    CatalogUnit(Tenancy tenancy, Editions editions, Engine engine, SessionFactory factory) {
        this.tenancy = tenancy;
        this.editions = editions;
        this.engine = engine;
        this.factory = factory;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void run() {
        engine = Engine.chosen(FIELDS);
        var configuration = configuration(engine);
        var properties = configuration.getProperties();
        properties.put("hibernate.multi_tenant_connection_provider", new TenantConnections(tenancy));
        properties.put("hibernate.tenant_identifier_resolver", new BoundTenant(tenancy));
        factory = configuration.buildSessionFactory();
    }

    /** Everything but where tenants are. */
    static Configuration configuration(Engine engine) {
        var configuration = new Configuration();
        configuration.addResource("META-INF/search-orm.xml");
        var properties = configuration.getProperties();
        properties.put("hibernate.dialect", "org.hibernate.dialect.PostgreSQLDialect");
        properties.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        properties.put(
                "hibernate.transaction.jta.platform",
                "org.hibernate.engine.transaction.jta.platform.internal.NoJtaPlatform");
        properties.put("hibernate.transaction.coordinator_class", "jdbc");
        properties.put("jakarta.persistence.validation.mode", "none");
        properties.putAll(engine.settings());
        properties.put("hibernate.search.backend.multi_tenancy.strategy", "discriminator");
        properties.put("hibernate.search.indexing.listeners.enabled", "false");
        properties.put("hibernate.search.indexing.plan.synchronization.strategy", "sync");
        properties.put("hibernate.search.mapping.build_missing_discovered_jandex_indexes", "false");
        properties.put("hibernate.search.mapping.discover_annotated_types_from_root_mapping_annotations", "false");
        return configuration;
    }

    @PreDestroy
    void close() {
        if (factory != null) {
            factory.close();
        }
    }

    /** Work with the documents of the current tenant that serve shoppers. */
    <T> T call(Function<SearchSession, T> work) {
        int serving = editions.serving();
        return engine.ask(() -> call(serving, work));
    }

    /** Work with an edition of the current tenant's documents. */
    <T> T call(int edition, Function<SearchSession, T> work) {
        try (var session = factory.withOptions()
                .tenantIdentifier((Object) identifier(edition))
                .openSession()) {
            session.setDefaultReadOnly(true);
            return work.apply(Search.session(session));
        } catch (RuntimeException e) {
            engine.failed();
            throw e;
        }
    }

    /** A query that may be ranked. */
    SearchQuerySelectStep<?, ?, ProductDocument, SearchLoadingOptionsStep, ?, ?> query(SearchSession session) {
        return engine.query(session);
    }

    /** The same query, which keeps nobody waiting for long. */
    <T extends SearchQueryOptionsStep<?, ?, ?, ?, ?>> T bounded(T query) {
        engine.bound(query);
        return query;
    }

    /** Has the index where there is none; before documents are written or counted. */
    void ensure() {
        engine.ensure(mapping());
    }

    /** What the documents of the current tenant's edition are marked with. */
    String identifier(int edition) {
        return tenancy.current().id().toString() + EDITION + edition;
    }

    SearchMapping mapping() {
        return Search.mapping(factory);
    }

    /** Whose documents are marked so. */
    static TenantId tenant(String identifier) {
        int end = identifier.indexOf(EDITION);
        return new TenantId(UUID.fromString(end < 0 ? identifier : identifier.substring(0, end)));
    }
}
