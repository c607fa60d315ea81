package dev.galleria.catalog.collections;

import dev.galleria.platform.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;

/** A rule as a condition on rows {@code s} of {@code product_summary}. Values are bound, never part of the text. */
final class RuleSql {
    private final Currency currency;
    private final Function<String, Optional<UUID>> sellers;
    private final List<String> conditions = new ArrayList<>();
    private final List<Consumer<SqlStatement<?>>> bindings = new ArrayList<>();
    private final String joint;

    /** The rule has been checked; a seller that is gone sells nothing. */
    RuleSql(Rule rule, Currency currency, Function<String, Optional<UUID>> sellers) {
        this.currency = currency;
        this.sellers = sellers;
        joint = rule.match() == Rule.Match.ALL ? " AND " : " OR ";
        rule.conditions().forEach(this::add);
    }

    /** Never null, and in parentheses. */
    String condition() {
        return '(' + String.join(joint, conditions) + ')';
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        bindings.forEach(binding -> binding.accept(statement));
        return statement;
    }

    private void add(Condition condition) {
        var name = "rule" + conditions.size();
        var positive = positive(condition, name);
        conditions.add(
                switch (condition.comparison()) {
                    case IS_NOT -> "NOT coalesce(" + positive + ", false)";
                    case IS, AT_LEAST, AT_MOST -> "coalesce(" + positive + ", false)";
                });
    }

    private String positive(Condition condition, String name) {
        boolean least = condition.comparison() == Condition.Comparison.AT_LEAST;
        var values = condition.values();
        return switch (condition.subject()) {
            case TYPE -> {
                words(name, values);
                yield """
                      EXISTS (SELECT FROM product p JOIN product_type t ON t.id = p.type_id
                               WHERE p.id = s.product_id AND t.code = ANY(:%s))"""
                        .formatted(name);
            }
            case BRAND -> {
                words(name, values);
                yield "s.brand_slug = ANY(:" + name + ')';
            }
            case TAG -> {
                words(name, values);
                yield "s.tags && CAST(:" + name + " AS text[])";
            }
            case CATEGORY -> {
                words(name, values);
                yield "s.category_path && (SELECT array_agg(id) FROM category WHERE slug = ANY(:" + name + "))";
            }
            case SELLER -> {
                var ids = values.stream()
                        .flatMap(slug -> sellers.apply(slug).stream())
                        .toList();
                bindings.add(statement -> statement.bindArray(name, UUID.class, ids));
                yield "s.seller_ids && :" + name;
            }
            case PRICE -> {
                long minor = Money.of(values.get(0), currency.getCurrencyCode()).minorUnits();
                bindings.add(statement -> statement.bind(name, minor));
                yield "s.price_minor " + (least ? ">= :" : "<= :") + name;
            }
            case AGE -> {
                int days = Integer.parseInt(values.get(0));
                bindings.add(statement -> statement.bind(name, days));
                yield "s.published_at " + (least ? "<=" : ">=") + " now() - make_interval(days => :" + name + ')';
            }
            case STOCK -> "s.in_stock";
            case SALE -> "s.list_minor IS NOT NULL";
        };
    }

    private void words(String name, List<String> values) {
        bindings.add(statement -> statement.bindArray(name, String.class, values));
    }
}
