package dev.galleria.search.web;

import dev.galleria.platform.Ids;
import dev.galleria.search.merchandising.Edit;
import dev.galleria.search.merchandising.Redirect;
import dev.galleria.search.merchandising.RedirectDraft;
import dev.galleria.search.merchandising.RedirectId;
import dev.galleria.search.merchandising.Redirects;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The back office's words that lead to a page: a list, and a form for one. */
@Named
@ViewScoped
public class RedirectsView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/redirects";

    @Inject
    Redirects redirects;

    @Inject
    SearchOffice office;

    private @Nullable UUID id;
    private int version;
    private String words = "";
    private String path = "";
    private List<String> faults = List.of();

    /** The page as it is asked for: with one to change, or with words to begin with. */
    public void load(@Nullable String edit, @Nullable String word) {
        office.require();
        words = word == null ? "" : word;
        var known = edit == null ? null : Ids.parse(edit).map(RedirectId::new).orElse(null);
        if (known != null) {
            var redirect = redirects.read(known);
            id = known.value();
            version = redirect.version();
            words = redirect.query();
            path = redirect.path();
        }
    }

    public void save() {
        faults = office.save(PAGE, this::write);
    }

    private Edit write() {
        var draft = new RedirectDraft(words, path);
        return id == null ? redirects.add(draft) : redirects.change(new RedirectId(id), version, draft);
    }

    /** Removes the one that is shown in the form. */
    public void remove() {
        office.require();
        if (id != null) {
            redirects.remove(new RedirectId(id), version);
            office.show(PAGE, "removed=1");
        }
    }

    public List<Redirect> getRows() {
        return redirects.list();
    }

    public boolean isNew() {
        return id == null;
    }

    public List<String> getFaults() {
        return faults;
    }

    public String getWords() {
        return words;
    }

    public void setWords(@Nullable String words) {
        this.words = words == null ? "" : words;
    }

    public String getPath() {
        return path;
    }

    public void setPath(@Nullable String path) {
        this.path = path == null ? "" : path;
    }
}
