package dev.galleria.pricing.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.account.CustomerGroup;
import dev.galleria.account.Groups;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.pricing.lists.PriceListId;
import dev.galleria.pricing.lists.PriceLists;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;

/** The back office's price lists, the highest priority first. */
@Named
@RequestScoped
public class OfficePriceListsView {
    @Inject
    PriceLists lists;

    @Inject
    Groups groups;

    @Inject
    CurrentAccount current;

    @Inject
    OfficeTexts texts;

    private List<Row> rows = List.of();

    /** A line of the list. */
    public record Row(
            PriceListId id, String name, String group, String currency, int priority, int offers, boolean active) {}

    /** A seller is a Problem (FORBIDDEN). */
    public void load() {
        var names = groups.list().stream().collect(Collectors.toMap(CustomerGroup::id, CustomerGroup::name));
        rows = lists.list(Editor.of(current.require())).stream()
                .map(list -> {
                    var group = list.content().group();
                    return new Row(
                            list.id(),
                            list.content().name(),
                            group == null
                                    ? texts.get("lists.everybody")
                                    : names.getOrDefault(group, texts.get("lists.goneGroup")),
                            list.content().currency(),
                            list.content().priority(),
                            list.offers(),
                            list.content().active());
                })
                .toList();
    }

    public List<Row> getRows() {
        return rows;
    }
}
