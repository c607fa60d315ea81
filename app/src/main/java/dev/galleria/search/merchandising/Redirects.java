package dev.galleria.search.merchandising;

import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words that lead to a page of the current marketplace, at most {@value #MOST}. A redirect that has changed since it was seen is
 * a Problem (CONFLICT), an unknown one NOT_FOUND. Who may call is decided at the edge.
 */
@ApplicationScoped
@Transactional
public class Redirects {
    /** The most redirects. */
    public static final int MOST = 2_000;

    @Inject
    MerchandisingStore store;

    @Inject
    Merchandising merchandising;

    @Inject
    Tenancy tenancy;

    @Inject
    Clock clock;

    /** All, by their words. */
    public List<Redirect> list() {
        return store.redirects();
    }

    public Redirect read(RedirectId id) {
        return store.redirect(id).orElseThrow(() -> Problem.notFound("search/unknown", id));
    }

    public Edit add(RedirectDraft draft) {
        if (store.redirects().size() >= MOST) {
            throw Problem.refused("search/too-many", MOST);
        }
        return write(Ids.next(), null, draft);
    }

    public Edit change(RedirectId id, int version, RedirectDraft draft) {
        return write(read(id).id().value(), version, draft);
    }

    public void remove(RedirectId id, int version) {
        store.remove("search_redirect", read(id).id().value(), version);
        merchandising.changed();
    }

    private Edit write(UUID id, @Nullable Integer version, RedirectDraft entered) {
        var draft = entered.cleaned(
                tenancy.current().locales().stream().map(Locale::getLanguage).collect(Collectors.toSet()));
        var faults = new ArrayList<>(draft.faults());
        boolean taken = store.redirects().stream()
                .anyMatch(
                        other -> !other.id().value().equals(id) && other.query().equals(draft.query()));
        if (taken) {
            faults.add(new Fault("/query", "taken"));
        }
        if (!faults.isEmpty()) {
            return new Edit.Invalid(faults);
        }
        store.write(id, version, draft, clock.instant());
        merchandising.changed();
        return new Edit.Done(id);
    }
}
