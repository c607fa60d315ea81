package dev.galleria.exchange.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.account.Role;
import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.CategoryNode;
import dev.galleria.exchange.Import;
import dev.galleria.exchange.Imports;
import dev.galleria.seller.Seller;
import dev.galleria.seller.Sellers;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.omnifaces.util.Faces;

/** The back office's page of imports and exports. */
@Named
@RequestScoped
public class ImportsView {
    @Inject
    Imports imports;

    @Inject
    Catalog catalog;

    @Inject
    Sellers sellers;

    @Inject
    CurrentAccount current;

    @Inject
    OfficeTexts texts;

    @Inject
    Visit visit;

    /** A line of the list. */
    public record Row(
            String id, String fileName, String when, String at, String actor, String state, String tone, String rows) {}

    /** Something that can be chosen. */
    public record Choice(String value, String label) {}

    public List<Row> getRows() {
        return imports.list(current.require()).stream().map(this::row).toList();
    }

    private Row row(Import work) {
        return new Row(
                work.id().toString(),
                work.fileName(),
                texts.minute(work.createdAt()),
                work.createdAt().toString(),
                work.actor(),
                texts.get("exchange.state." + work.state().name()),
                tone(work),
                texts.format("exchange.rows", work.rowTotal()));
    }

    static String tone(Import work) {
        return switch (work.state()) {
            case REFUSED -> "bad";
            case DONE, CHECKED -> work.counts().wrong() > 0 ? "warn" : "good";
            case CHECKING, RUNNING, UNDOING -> "warn";
            default -> "quiet";
        };
    }

    /** Whether the form was sent without a file. */
    public boolean isMissing() {
        return Faces.getRequestParameter("missing") != null;
    }

    /** All departments, indented by their depth. */
    public List<Choice> getCategories() {
        var choices = new ArrayList<Choice>();
        catalog.tree(visit.locale()).forEach(node -> add(choices, node, ""));
        return choices;
    }

    private static void add(List<Choice> choices, CategoryNode node, String indent) {
        choices.add(new Choice(node.slug(), indent + node.title()));
        node.children().forEach(child -> add(choices, child, indent + "\u2003"));
    }

    /** The sellers to choose from; none for a seller's people. */
    public List<Choice> getSellers() {
        var account = current.require();
        return account.is(Role.OWNER) || account.is(Role.STAFF)
                ? sellers.list().stream().map(ImportsView::choice).toList()
                : List.of();
    }

    private static Choice choice(Seller seller) {
        return new Choice(seller.slug(), seller.name());
    }
}
