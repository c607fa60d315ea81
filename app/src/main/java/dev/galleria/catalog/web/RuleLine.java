package dev.galleria.catalog.web;

import dev.galleria.catalog.collections.Condition;
import dev.galleria.catalog.collections.Condition.Comparison;
import dev.galleria.catalog.collections.Condition.Kind;
import dev.galleria.catalog.collections.Condition.Subject;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition while it is typed: values in one field, separated by commas. */
public class RuleLine implements Serializable {
    private static final long serialVersionUID = 1L;

    private Subject subject = Subject.CATEGORY;
    private Comparison comparison = Comparison.IS;
    private String values = "";

    static RuleLine of(Condition condition) {
        var line = new RuleLine();
        line.subject = condition.subject();
        line.comparison = condition.comparison();
        line.values = String.join(", ", condition.values());
        return line;
    }

    Condition condition() {
        var parts = subject.kind() == Kind.NOTHING
                ? List.<String>of()
                : Arrays.stream(values.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
        return new Condition(subject, comparison, parts);
    }

    public Subject getSubject() {
        return subject;
    }

    /** Another subject may be compared otherwise. */
    public void setSubject(Subject subject) {
        this.subject = subject;
        if (!subject.comparisons().contains(comparison)) {
            comparison = subject.comparisons().iterator().next();
        }
    }

    public Comparison getComparison() {
        return comparison;
    }

    public void setComparison(Comparison comparison) {
        this.comparison = subject.comparisons().contains(comparison)
                ? comparison
                : subject.comparisons().iterator().next();
    }

    public List<Comparison> getComparisons() {
        return List.copyOf(subject.comparisons());
    }

    public boolean isValued() {
        return subject.kind() != Kind.NOTHING;
    }

    public String getValues() {
        return values;
    }

    public void setValues(@Nullable String values) {
        this.values = values == null ? "" : values;
    }
}
