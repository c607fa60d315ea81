package dev.galleria.search.merchandising;

import dev.galleria.catalog.CategoryId;
import dev.galleria.catalog.ProductId;
import dev.galleria.platform.Database;
import dev.galleria.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of synonyms, rules and redirects. */
@ApplicationScoped
class MerchandisingStore {
    private static final String SYNONYMS =
            "SELECT id, version, locale, words, means FROM search_synonym %s ORDER BY locale, words, id";
    private static final String RULES =
            """
            SELECT id, version, query, category_id AS category, product_id AS product, action, position, points,
                   starts_at AS begins, ends_at AS ends
              FROM search_rule %s ORDER BY query, category_id, position, id""";
    private static final String REDIRECTS = "SELECT id, version, query, path FROM search_redirect %s ORDER BY query";
    private static final String ONE = "WHERE id = :id";

    @Inject
    Database database;

    private record SynonymRow(UUID id, int version, String locale, List<String> words, List<String> means) {
        Synonym synonym() {
            return new Synonym(new SynonymId(id), version, locale, words, means);
        }
    }

    private record RuleRow(
            UUID id,
            int version,
            @Nullable String query,
            @Nullable UUID category,
            UUID product,
            RuleAction action,
            @Nullable Integer position,
            @Nullable Integer points,
            @Nullable Instant begins,
            @Nullable Instant ends) {
        Rule rule() {
            return new Rule(
                    new RuleId(id),
                    version,
                    query,
                    category == null ? null : new CategoryId(category),
                    new ProductId(product),
                    action,
                    position,
                    points,
                    begins,
                    ends);
        }
    }

    private record RedirectRow(UUID id, int version, String query, String path) {
        Redirect redirect() {
            return new Redirect(new RedirectId(id), version, query, path);
        }
    }

    Plan plan() {
        return new Plan(synonyms(), rules(), redirects());
    }

    List<Synonym> synonyms() {
        return database.call(sql -> sql.createQuery(SYNONYMS.formatted(""))
                .mapTo(SynonymRow.class)
                .map(SynonymRow::synonym)
                .list());
    }

    Optional<Synonym> synonym(SynonymId id) {
        return database.call(sql -> sql.createQuery(SYNONYMS.formatted(ONE))
                .bind("id", id.value())
                .mapTo(SynonymRow.class)
                .map(SynonymRow::synonym)
                .findOne());
    }

    List<Rule> rules() {
        return database.call(sql -> sql.createQuery(RULES.formatted(""))
                .mapTo(RuleRow.class)
                .map(RuleRow::rule)
                .list());
    }

    Optional<Rule> rule(RuleId id) {
        return database.call(sql -> sql.createQuery(RULES.formatted(ONE))
                .bind("id", id.value())
                .mapTo(RuleRow.class)
                .map(RuleRow::rule)
                .findOne());
    }

    List<Redirect> redirects() {
        return database.call(sql -> sql.createQuery(REDIRECTS.formatted(""))
                .mapTo(RedirectRow.class)
                .map(RedirectRow::redirect)
                .list());
    }

    Optional<Redirect> redirect(RedirectId id) {
        return database.call(sql -> sql.createQuery(REDIRECTS.formatted(ONE))
                .bind("id", id.value())
                .mapTo(RedirectRow.class)
                .map(RedirectRow::redirect)
                .findOne());
    }

    /** Writes a new one (version null) or the one that was seen; one that has changed since is a Problem (CONFLICT). */
    void write(UUID id, @Nullable Integer version, SynonymDraft draft, Instant now) {
        written(database.call(sql -> sql.createUpdate(
                        version == null
                                ? """
                                INSERT INTO search_synonym (id, locale, words, means, changed_at)
                                VALUES (:id, :locale, :words, :means, :now)"""
                                : """
                                UPDATE search_synonym SET version = version + 1, locale = :locale, words = :words,
                                       means = :means, changed_at = :now
                                 WHERE id = :id AND version = :version""")
                .bind("id", id)
                .bind("version", version)
                .bind("locale", draft.locale())
                .bindArray("words", String.class, draft.words())
                .bindArray("means", String.class, draft.means())
                .bind("now", now)
                .execute()));
    }

    /** As {@link #write(UUID, Integer, SynonymDraft, Instant)}. */
    void write(UUID id, @Nullable Integer version, RuleDraft draft, Instant now) {
        var category = draft.category();
        written(database.call(sql -> sql.createUpdate(
                        version == null
                                ? """
                                INSERT INTO search_rule (id, query, category_id, product_id, action, position, points,
                                       starts_at, ends_at, changed_at)
                                VALUES (:id, :query, :category, :product, :action, :position, :points, :from, :until, :now)"""
                                : """
                                UPDATE search_rule SET version = version + 1, query = :query, category_id = :category,
                                       product_id = :product, action = :action, position = :position, points = :points,
                                       starts_at = :from, ends_at = :until, changed_at = :now
                                 WHERE id = :id AND version = :version""")
                .bind("id", id)
                .bind("version", version)
                .bind("query", draft.query())
                .bind("category", category == null ? null : category.value())
                .bind("product", draft.product().value())
                .bind("action", draft.action().name())
                .bind("position", draft.position())
                .bind("points", draft.points())
                .bind("from", draft.from())
                .bind("until", draft.until())
                .bind("now", now)
                .execute()));
    }

    /** As {@link #write(UUID, Integer, SynonymDraft, Instant)}. */
    void write(UUID id, @Nullable Integer version, RedirectDraft draft, Instant now) {
        written(database.call(sql -> sql.createUpdate(
                        version == null
                                ? """
                                INSERT INTO search_redirect (id, query, path, changed_at) VALUES (:id, :query, :path, :now)"""
                                : """
                                UPDATE search_redirect SET version = version + 1, query = :query, path = :path,
                                       changed_at = :now
                                 WHERE id = :id AND version = :version""")
                .bind("id", id)
                .bind("version", version)
                .bind("query", draft.query())
                .bind("path", draft.path())
                .bind("now", now)
                .execute()));
    }

    /** The table is one of ours, never input. */
    void remove(String table, UUID id, int version) {
        written(database.call(
                sql -> sql.execute("DELETE FROM " + table + " WHERE id = ? AND version = ?", id, version)));
    }

    private static void written(int rows) {
        if (rows == 0) {
            throw Problem.conflict("search/stale", "changed meanwhile");
        }
    }
}
