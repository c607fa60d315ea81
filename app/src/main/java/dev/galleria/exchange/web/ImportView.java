package dev.galleria.exchange.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.exchange.FaultTexts;
import dev.galleria.exchange.Import;
import dev.galleria.exchange.ImportId;
import dev.galleria.exchange.ImportState;
import dev.galleria.exchange.ImportedRow;
import dev.galleria.exchange.ImportedRow.Outcome;
import dev.galleria.exchange.Imports;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** One import: its columns, what its rows would do or have done, and what can be done with it. */
@Named
@ViewScoped
public class ImportView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    Imports imports;

    @Inject
    CurrentAccount current;

    @Inject
    OfficeTexts texts;

    @Inject
    Visit visit;

    private String id = "";
    private String outcome = "";
    private String category = "";
    private String seller = "";
    private List<Column> columns = new ArrayList<>();
    private final Pages rows = new Pages();
    private transient @Nullable Import work;

    /** A column of the file and what it is taken for. */
    public static class Column implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String title;
        private String name;

        Column(String title, String name) {
            this.title = title;
            this.name = name;
        }

        public String getTitle() {
            return title;
        }

        public String getName() {
            return name;
        }

        public void setName(@Nullable String name) {
            this.name = name == null ? "" : name;
        }
    }

    /** A cell in words. */
    public record Line(int number, String kind, String tone, String sku, String column, String value, String reason) {}

    /** One of the views of the rows. */
    public record Tab(String label, String address, boolean current) {}

    /** A product that an undoing has left. */
    public record KeptLine(String title, String reason) {}

    public void load() {
        var found = getWork();
        if (columns.isEmpty()) {
            for (int i = 0; i < found.header().size(); i++) {
                columns.add(new Column(
                        found.header().get(i),
                        i < found.mapping().size() ? found.mapping().get(i) : ""));
            }
            category = found.category() == null ? "" : found.category();
            seller = found.sellerSlug() == null ? "" : found.sellerSlug();
        }
    }

    public Import getWork() {
        if (work == null) {
            work = imports.find(current.require(), id());
        }
        return work;
    }

    private ImportId id() {
        return Ids.parse(id).map(ImportId::new).orElseThrow(() -> Problem.notFound("exchange/unknown-import", "no id"));
    }

    /** Looks again with the chosen columns. */
    public void check() {
        var mapping = columns.stream().map(Column::getName).toList();
        imports.check(
                current.require(),
                id(),
                mapping,
                category.isEmpty() ? null : category,
                seller.isEmpty() ? null : seller);
        again();
    }

    public void run() {
        imports.run(current.require(), id());
        again();
    }

    public void cancel() {
        imports.cancel(current.require(), id());
        again();
    }

    public void undo() {
        imports.undo(current.require(), id());
        again();
    }

    private void again() {
        Faces.redirect("/backoffice/imports/%s", id);
    }

    public List<String> getNames() {
        return imports.columns();
    }

    public List<Column> getColumns() {
        return columns;
    }

    public String getStateText() {
        return texts.get("exchange.state." + getWork().state().name());
    }

    public String getTone() {
        return ImportsView.tone(getWork());
    }

    public String getFailure() {
        var found = getWork();
        var failure = found.failure();
        if (failure == null) {
            return "";
        }
        var text = texts.get("exchange.failure." + failure);
        return found.failureRow() == null ? text : texts.format("exchange.atRow", found.failureRow()) + " " + text;
    }

    /** The encoding, when nothing in the file says it. */
    public String getCharsetNote() {
        return getWork().charsetSure()
                ? ""
                : texts.format("exchange.charset", getWork().charset());
    }

    public boolean isMappable() {
        var state = getWork().state();
        return state == ImportState.CHECKED
                || state == ImportState.CANCELED && getWork().beganAt() == null;
    }

    public LazyDataModel<Line> getRows() {
        return rows;
    }

    public List<Tab> getTabs() {
        var counts = getWork().counts();
        return List.of(
                tab("", texts.get("exchange.all")),
                tab("WRONG", texts.get("exchange.wrong") + " " + counts.wrong()),
                tab("CHANGED", texts.get("exchange.changed") + " " + counts.changed()),
                tab("NEW", texts.get("exchange.new") + " " + counts.fresh()));
    }

    private Tab tab(String code, String label) {
        return new Tab(label, "?outcome=" + code, code.equals(outcome));
    }

    public List<KeptLine> getKept() {
        return getWork().state() == ImportState.UNDONE
                ? imports.kept(current.require(), id()).stream()
                        .map(kept -> new KeptLine(kept.title(), texts.get("exchange.kept." + kept.undone())))
                        .toList()
                : List.of();
    }

    /** One page of rows at a time. */
    private final class Pages extends LazyDataModel<Line> {
        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            var counts = getWork().counts();
            return switch (outcome) {
                case "WRONG" -> counts.wrong();
                case "CHANGED" -> counts.changed();
                case "NEW" -> counts.fresh();
                default -> counts.wrong() + counts.changed() + counts.fresh();
            };
        }

        @Override
        public List<Line> load(int first, int size, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
            setRowCount(count(filters));
            var wanted = outcome.isEmpty() ? null : Outcome.valueOf(outcome);
            return imports.rows(current.require(), id(), wanted, first, Math.min(Math.max(size, 1), 100)).stream()
                    .map(ImportView.this::line)
                    .toList();
        }
    }

    /** All cells of a row in one line, one below the other. */
    private Line line(ImportedRow row) {
        var kind = row.outcome();
        return new Line(
                row.number(),
                texts.get("exchange.outcome." + kind.name()),
                kind == Outcome.WRONG ? "bad" : kind == Outcome.NEW ? "good" : "warn",
                row.sku(),
                joined(row, ImportedRow.Detail::column),
                joined(row, ImportedRow.Detail::value),
                joined(row, detail -> reason(detail)));
    }

    private static String joined(ImportedRow row, java.util.function.Function<ImportedRow.Detail, String> part) {
        return row.details().stream().map(part).collect(java.util.stream.Collectors.joining("\n"));
    }

    private String reason(ImportedRow.Detail detail) {
        Locale locale = visit.locale();
        return detail.code().isEmpty()
                ? texts.format("exchange.was", detail.values().get(0))
                : FaultTexts.of(locale, detail);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(@Nullable String outcome) {
        this.outcome = outcome != null && List.of("NEW", "CHANGED", "WRONG").contains(outcome) ? outcome : "";
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(@Nullable String category) {
        this.category = category == null ? "" : category;
    }

    public String getSeller() {
        return seller;
    }

    public void setSeller(@Nullable String seller) {
        this.seller = seller == null ? "" : seller;
    }
}
