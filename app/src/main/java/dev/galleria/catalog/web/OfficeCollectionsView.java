package dev.galleria.catalog.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.catalog.collections.Collections;
import dev.galleria.catalog.collections.EditedCollection;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The back office's list of collections. */
@Named
@RequestScoped
public class OfficeCollectionsView {
    @Inject
    Collections collections;

    @Inject
    CurrentAccount current;

    @Inject
    Tenancy tenancy;

    @Inject
    Visit visit;

    private List<Row> rows = List.of();

    /** A line of the list. */
    public record Row(String id, String title, String slug, boolean ruled, boolean published, int products) {}

    /** A seller is a Problem (FORBIDDEN). */
    public void load() {
        rows = collections.list(Editor.of(current.require())).stream()
                .map(one -> new Row(
                        one.id().toString(),
                        title(one),
                        String.valueOf(one.content().slug()),
                        one.content().rule() != null,
                        one.content().published(),
                        one.products()))
                .toList();
    }

    public List<Row> getRows() {
        return rows;
    }

    private String title(EditedCollection one) {
        var texts = one.content().texts();
        var own = texts.get(tenancy.current().defaultLocale().toLanguageTag());
        var here = texts.getOrDefault(visit.locale().toLanguageTag(), own);
        return here == null ? String.valueOf(one.content().slug()) : here.title();
    }
}
