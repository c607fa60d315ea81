package dev.galleria.search.web;

import dev.galleria.catalog.CategoryId;
import dev.galleria.catalog.ProductId;
import dev.galleria.platform.Ids;
import dev.galleria.search.merchandising.Rule;
import dev.galleria.search.merchandising.RuleAction;
import dev.galleria.search.merchandising.RuleDraft;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule as it stands in the fields of its form. */
public class RuleForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private String words = "";
    private String department = "";
    private String product = "";
    private String action = RuleAction.PIN.name();
    private Integer position = 1;
    private Integer points = 30;
    private String from = "";
    private String until = "";

    static RuleForm of(Rule rule, String product) {
        var form = new RuleForm();
        var category = rule.category();
        form.setWords(rule.query());
        form.department = category == null ? "" : category.value().toString();
        form.product = product;
        form.action = rule.action().name();
        form.position = rule.position() == null ? form.position : rule.position();
        form.points = rule.points() == null ? form.points : rule.points();
        form.from = written(rule.from());
        form.until = written(rule.until());
        return form;
    }

    RuleDraft draft(ProductId known) {
        return new RuleDraft(
                words,
                Ids.parse(department).map(CategoryId::new).orElse(null),
                known,
                RuleAction.valueOf(action),
                position,
                points,
                moment(from),
                moment(until));
    }

    /** The key of what is to be said of moments that cannot be read. */
    Optional<String> faultOfMoments() {
        try {
            moment(from);
            moment(until);
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("problem.search.moment");
        }
    }

    private static @Nullable Instant moment(String text) {
        return text.isBlank() ? null : LocalDateTime.parse(text.strip()).toInstant(ZoneOffset.UTC);
    }

    private static String written(@Nullable Instant moment) {
        return moment == null
                ? ""
                : LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MINUTES), ZoneOffset.UTC)
                        .toString();
    }

    public List<String> getActions() {
        return Arrays.stream(RuleAction.values()).map(RuleAction::name).toList();
    }

    public boolean isPin() {
        return action.equals(RuleAction.PIN.name());
    }

    public boolean isBoost() {
        return action.equals(RuleAction.BOOST.name());
    }

    public String getWords() {
        return words;
    }

    public final void setWords(@Nullable String words) {
        this.words = words == null ? "" : words;
    }

    public String getDepartment() {
        return department;
    }

    public void setDepartment(@Nullable String department) {
        this.department = department == null ? "" : department;
    }

    public String getProduct() {
        return product;
    }

    public void setProduct(@Nullable String product) {
        this.product = product == null ? "" : product;
    }

    public String getAction() {
        return action;
    }

    public void setAction(@Nullable String action) {
        this.action = action != null && getActions().contains(action) ? action : RuleAction.PIN.name();
    }

    public Integer getPosition() {
        return position;
    }

    public void setPosition(@Nullable Integer position) {
        this.position = position == null ? 0 : position;
    }

    public Integer getPoints() {
        return points;
    }

    public void setPoints(@Nullable Integer points) {
        this.points = points == null ? 0 : points;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from == null ? "" : from;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(@Nullable String until) {
        this.until = until == null ? "" : until;
    }
}
