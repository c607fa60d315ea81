package dev.galleria.search.merchandising;

import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The current marketplace's synonyms, at most {@value #MOST} groups. A group that has changed since it was seen is a Problem
 * (CONFLICT), an unknown one NOT_FOUND. Who may call is decided at the edge ({@link Merchandisers}).
 */
@ApplicationScoped
@Transactional
public class Synonyms {
    /** The most groups. */
    public static final int MOST = 2_000;

    @Inject
    MerchandisingStore store;

    @Inject
    Merchandising merchandising;

    @Inject
    Tenancy tenancy;

    @Inject
    Clock clock;

    /** All, by language. */
    public List<Synonym> list() {
        return store.synonyms();
    }

    public Synonym read(SynonymId id) {
        return store.synonym(id).orElseThrow(() -> Problem.notFound("search/unknown", id));
    }

    /** Adds a group. */
    public Edit add(SynonymDraft draft) {
        if (store.synonyms().size() >= MOST) {
            throw Problem.refused("search/too-many", MOST);
        }
        return write(Ids.next(), null, draft);
    }

    public Edit change(SynonymId id, int version, SynonymDraft draft) {
        return write(read(id).id().value(), version, draft);
    }

    public void remove(SynonymId id, int version) {
        store.remove("search_synonym", read(id).id().value(), version);
        merchandising.changed();
    }

    private Edit write(UUID id, @Nullable Integer version, SynonymDraft entered) {
        var draft = entered.cleaned();
        var faults = draft.faults(
                tenancy.current().locales().stream().map(Locale::getLanguage).collect(Collectors.toSet()));
        if (!faults.isEmpty()) {
            return new Edit.Invalid(faults);
        }
        store.write(id, version, draft, clock.instant());
        merchandising.changed();
        return new Edit.Done(id);
    }
}
