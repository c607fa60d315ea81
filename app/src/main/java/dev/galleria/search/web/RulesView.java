package dev.galleria.search.web;

import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.CategoryId;
import dev.galleria.catalog.ProductId;
import dev.galleria.platform.Ids;
import dev.galleria.search.merchandising.Edit;
import dev.galleria.search.merchandising.Rule;
import dev.galleria.search.merchandising.RuleAction;
import dev.galleria.search.merchandising.RuleId;
import dev.galleria.search.merchandising.Rules;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The back office's rules for single products: a list, and a form for one. */
@Named
@ViewScoped
public class RulesView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/rules";

    @Inject
    Rules rules;

    @Inject
    RuleChoices choices;

    @Inject
    Catalog catalog;

    @Inject
    SearchOffice office;

    @Inject
    OfficeTexts texts;

    @Inject
    Visit visit;

    @Inject
    Clock clock;

    private @Nullable UUID id;
    private int version;
    private RuleForm form = new RuleForm();
    private List<String> faults = List.of();

    /** A rule as the list shows it. */
    public record Row(UUID id, String scope, String product, String action, String time, String tone) {}

    /** The page as it is asked for: with one to change, or with words to begin with. */
    public void load(@Nullable String edit, @Nullable String word) {
        office.require();
        form.setWords(word);
        var known = edit == null ? null : Ids.parse(edit).map(RuleId::new).orElse(null);
        if (known != null) {
            var rule = rules.read(known);
            id = known.value();
            version = rule.version();
            form = RuleForm.of(rule, choices.written(rule.product()));
        }
    }

    public void save() {
        faults = form.faultOfMoments()
                .map(key -> List.of(texts.get(key)))
                .orElseGet(() -> office.save(PAGE, this::write));
    }

    private Edit write() {
        var draft = form.draft(choices.read(form.getProduct()));
        return id == null ? rules.add(draft) : rules.change(new RuleId(id), version, draft);
    }

    /** Removes the one that is shown in the form. */
    public void remove() {
        office.require();
        if (id != null) {
            rules.remove(new RuleId(id), version);
            office.show(PAGE, "removed=1");
        }
    }

    public List<Row> getRows() {
        var all = rules.list();
        var titles = new HashMap<ProductId, String>();
        catalog.summaries(all.stream().map(Rule::product).distinct().toList(), visit.locale())
                .forEach(product -> titles.put(product.id(), product.title()));
        var departments = new HashMap<CategoryId, String>();
        choices.getDepartments()
                .forEach(one -> departments.put(new CategoryId(UUID.fromString(one.id())), one.title()));
        return all.stream().map(rule -> row(rule, titles, departments)).toList();
    }

    private Row row(Rule rule, Map<ProductId, String> titles, Map<CategoryId, String> departments) {
        var now = clock.instant();
        var category = rule.category();
        boolean over = rule.until() != null && !now.isBefore(rule.until());
        return new Row(
                rule.id().value(),
                category == null
                        ? "“" + rule.query() + "”"
                        : departments.getOrDefault(category, texts.get("search.office.gone")),
                titles.getOrDefault(rule.product(), texts.get("search.office.gone")),
                texts.format(
                        "why.rule." + rule.action(),
                        rule.action() == RuleAction.PIN ? rule.position() : rule.points() == null ? 0 : rule.points()),
                rule.from() == null && rule.until() == null
                        ? texts.get("search.office.always")
                        : minute(rule.from()) + " – " + minute(rule.until()),
                rule.applies(now) ? "good" : over ? "quiet" : "warn");
    }

    private String minute(@Nullable Instant instant) {
        return instant == null ? "…" : texts.minute(instant);
    }

    public RuleForm getForm() {
        return form;
    }

    public boolean isNew() {
        return id == null;
    }

    public List<String> getFaults() {
        return faults;
    }
}
