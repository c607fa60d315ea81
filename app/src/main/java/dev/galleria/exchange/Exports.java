package dev.galleria.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.galleria.account.Account;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.editing.Bulk;
import dev.galleria.catalog.editing.EditedProduct;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.catalog.editing.ProductQuery;
import dev.galleria.catalog.editing.ProductState;
import dev.galleria.inventory.Inventory;
import dev.galleria.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Products as a file, in the columns that {@link Imports} reads: loaded again it changes nothing. */
@ApplicationScoped
public class Exports {
    private static final int PART = 200;

    @Inject
    Bulk bulk;

    @Inject
    Inventory inventory;

    @Inject
    Scenes scenes;

    @Inject
    Transactions transactions;

    /**
     * Which products: those found by words, of a state, a category with all under it, a brand, a seller; null for all. A
     * seller sees its own.
     */
    public record Filter(
            @Nullable String text,
            @Nullable ProductState state,
            @Nullable String category,
            @Nullable String brand,
            @Nullable String seller) {
        public static Filter all() {
            return new Filter(null, null, null, null, null);
        }
    }

    /** Whether the account may have these, before anything is written: Problems as for {@link #write}. */
    public void require(Account account, Filter filter) {
        editor(Editor.of(account), filter.seller());
    }

    /** Writes UTF-8 with a byte order mark, row by row; an unknown seller is a Problem (NOT_FOUND). */
    public void write(Account account, Filter filter, OutputStream out) {
        var editor = editor(Editor.of(account), filter.seller());
        var scene = scenes.of(editor, null, null);
        var query = new ProductQuery(
                filter.text(), filter.state(), filter.category(), filter.brand(), ProductQuery.Sort.TITLE, 1, 1);
        try {
            var writer = writer(out);
            var csv = CsvWriter.builder().build(writer);
            csv.writeRecord(scene.columns().exported());
            var last = "";
            while (last != null) {
                var after = last;
                last = transactions.in(() -> part(scene, query, after, csv));
            }
            csv.flush();
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty file with all columns. */
    public void writeTemplate(Account account, OutputStream out) {
        Editor.of(account);
        try {
            var writer = writer(out);
            var csv = CsvWriter.builder().build(writer);
            csv.writeRecord(scenes.columns().exported());
            csv.flush();
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Writer writer(OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        // Spreadsheets take a file without it for Latin-1.
        writer.write('\uFEFF');
        return writer;
    }

    private Editor editor(Editor editor, @Nullable String seller) {
        if (seller == null) {
            return editor;
        }
        var known = scenes.of(editor, null, seller).seller();
        if (known == null || !editor.maySellAs(known)) {
            throw Problem.notFound("catalog/unknown-seller", seller);
        }
        return new Editor(editor.account(), known);
    }

    /** Writes one part and gives the address behind which the next begins; null after the last. */
    private @Nullable String part(Scene scene, ProductQuery query, String after, CsvWriter csv) {
        var ids = bulk.next(scene.editor(), query, after, PART);
        var products = bulk.read(scene.editor(), ids);
        var offers = bulk.offers(scene.editor(), ids);
        var shelf = new Shelf(
                offers,
                inventory.levels(offers.stream().map(offer -> offer.offer()).toList()));
        var sheet = new Sheet(scene, spot -> {
            var level = shelf.level(spot.place(), spot.warehouse());
            return level == null ? -1 : level.onHand();
        });
        var columns = scene.columns().exported();
        var sorted = products.values().stream()
                .sorted(Comparator.comparing((EditedProduct product) ->
                        String.valueOf(product.content().slug())))
                .toList();
        for (var product : sorted) {
            lines(scene, sheet, product)
                    .forEach(line -> csv.writeRecord(columns.stream()
                            .map(column -> Cells.harmless(line.cells().getOrDefault(column, "")))
                            .toList()));
        }
        return ids.size() < PART ? null : last(ids, products);
    }

    private static @Nullable String last(List<ProductId> ids, java.util.Map<ProductId, EditedProduct> products) {
        var last = products.get(ids.get(ids.size() - 1));
        return last == null ? null : last.content().slug();
    }

    /** Of products that are somebody else's, only one's own offers. */
    private static List<Sheet.Line> lines(Scene scene, Sheet sheet, EditedProduct product) {
        return sheet.lines(product.id(), product.content()).stream()
                .filter(line -> line.seller() != null || scene.editor().mayDescribe(product.owner()))
                .toList();
    }
}
