package dev.galleria.search.web;

import dev.galleria.platform.Ids;
import dev.galleria.search.merchandising.Edit;
import dev.galleria.search.merchandising.Synonym;
import dev.galleria.search.merchandising.SynonymDraft;
import dev.galleria.search.merchandising.SynonymId;
import dev.galleria.search.merchandising.Synonyms;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The back office's synonyms: a list, and a form for one group. */
@Named
@ViewScoped
public class SynonymsView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/synonyms";

    @Inject
    Synonyms synonyms;

    @Inject
    SearchOffice office;

    @Inject
    Tenancy tenancy;

    @Inject
    Visit visit;

    private @Nullable UUID id;
    private int version;
    private String locale = "";
    private boolean oneWay;
    private String words = "";
    private String means = "";
    private List<String> faults = List.of();

    /** A group as the list shows it. */
    public record Row(UUID id, String locale, String language, String words, String means) {}

    /** The page as it is asked for: with one group to change, or with a word to begin with. */
    public void load(@Nullable String edit, @Nullable String word) {
        office.require();
        locale = visit.locale().getLanguage();
        words = word == null ? "" : word;
        var known = edit == null ? null : Ids.parse(edit).map(SynonymId::new).orElse(null);
        if (known != null) {
            var group = synonyms.read(known);
            id = known.value();
            version = group.version();
            locale = group.locale();
            oneWay = group.oneWay();
            words = String.join("\n", group.words());
            means = String.join("\n", group.means());
        }
    }

    public void save() {
        faults = office.save(PAGE, this::write);
    }

    private Edit write() {
        var draft = new SynonymDraft(locale, lines(words), oneWay ? lines(means) : List.of());
        return id == null ? synonyms.add(draft) : synonyms.change(new SynonymId(id), version, draft);
    }

    /** Removes the group that is shown in the form. */
    public void remove() {
        office.require();
        if (id != null) {
            synonyms.remove(new SynonymId(id), version);
            office.show(PAGE, "removed=1");
        }
    }

    /** One phrase a line, or separated by commas. */
    private static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[\\n,;]"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .limit(100)
                        .toList();
    }

    public List<Row> getRows() {
        return synonyms.list().stream().map(this::row).toList();
    }

    private Row row(Synonym group) {
        return new Row(
                group.id().value(),
                group.locale(),
                Locale.forLanguageTag(group.locale()).getDisplayLanguage(visit.locale()),
                String.join(", ", group.words()),
                String.join(", ", group.means()));
    }

    public List<Locale> getLanguages() {
        return tenancy.current().locales();
    }

    public String language(Locale one) {
        return one.getDisplayLanguage(visit.locale());
    }

    public boolean isNew() {
        return id == null;
    }

    public List<String> getFaults() {
        return faults;
    }

    public String getLocale() {
        return locale;
    }

    public void setLocale(@Nullable String locale) {
        this.locale = locale == null ? "" : locale;
    }

    public boolean isOneWay() {
        return oneWay;
    }

    public void setOneWay(boolean oneWay) {
        this.oneWay = oneWay;
    }

    public String getWords() {
        return words;
    }

    public void setWords(@Nullable String words) {
        this.words = words == null ? "" : words;
    }

    public String getMeans() {
        return means;
    }

    public void setMeans(@Nullable String means) {
        this.means = means == null ? "" : means;
    }
}
