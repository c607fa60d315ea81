package dev.galleria.catalog.editing;

import dev.galleria.catalog.CategoriesChanged;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.SummaryRebuild;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Outbox;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What products are described by. Everybody who edits may read it, the marketplace's people alone may change it (else a
 * Problem, FORBIDDEN). What is in use is not taken away.
 */
@ApplicationScoped
@Transactional
public class Attributes {
    @Inject
    Database database;

    @Inject
    SummaryRebuild summaries;

    @Inject
    Tenancy tenancy;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** All of them, in their order, with how much depends on each. */
    public List<UsedAttribute> list() {
        return database.call(sql -> new AttributeRows(sql).list(true));
    }

    /** All of them, in their order. */
    public List<AttributeDraft> known() {
        return database.call(sql -> new AttributeRows(sql).list(false)).stream()
                .map(UsedAttribute::content)
                .toList();
    }

    public Optional<UsedAttribute> find(String code) {
        return list().stream()
                .filter(attribute -> attribute.content().code().equals(code))
                .findFirst();
    }

    /**
     * Makes the attribute or changes the one of that code: repeating changes nothing. All that is wrong; empty when it is done.
     */
    public List<Fault> define(Editor editor, AttributeDraft raw) {
        editor.requireStaff();
        var tenant = tenancy.current();
        var draft = AttributeDraftCheck.normalized(raw);
        var before = find(draft.code());
        var faults = AttributeDraftCheck.faults(draft, before.orElse(null), tenant.locales(), tenant.defaultLocale());
        if (!faults.isEmpty()) {
            return faults;
        }
        database.call(sql -> {
            var rows = new AttributeRows(sql);
            rows.write(draft);
            boolean shown = before.isPresent() && before.get().content().filterable() != draft.filterable();
            if (shown) {
                summaries.rebuild(
                        rows.products(draft.code()).stream().map(ProductId::new).toList());
            }
            return null;
        });
        tell();
        return List.of();
    }

    /** Removes an attribute that no product and no type uses; one that is used is a Problem (CONFLICT). */
    public void delete(Editor editor, String code) {
        editor.requireStaff();
        var known = find(code).orElseThrow(() -> Problem.notFound("catalog/unknown-attribute", code));
        if (known.products() > 0 || known.types() > 0) {
            throw Problem.conflict("catalog/attribute-in-use", code);
        }
        database.call(sql -> sql.execute("DELETE FROM attribute WHERE code = ?", code));
        tell();
    }

    private void tell() {
        UUID id = Ids.next();
        outbox.publish(new CategoriesChanged(id, clock.instant()));
    }
}
