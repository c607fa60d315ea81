package dev.galleria.exchange;

import dev.galleria.exchange.ImportedRow.Detail;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads a file product by product, and notices what stands in it twice. */
final class Groups {
    /** Rows that are worked on together; a product with more is worked on alone. */
    static final int BATCH = 300;

    private static final int LARGEST = 20_000;

    private final CsvRows file;
    private final Row.Mapping mapping;
    private final Set<UUID> products = new HashSet<>();
    private final Set<UUID> offers = new HashSet<>();
    private final Map<UUID, UUID> productOfSku = new HashMap<>();
    private Row pending;

    Groups(CsvRows file, List<String> mapping) {
        this.file = file;
        this.mapping = Row.Mapping.of(mapping);
        pending = read();
    }

    /** The next products' rows, about {@link #BATCH} of them; none at the end of the file. */
    List<Group> next() {
        var groups = new ArrayList<Group>();
        int rows = 0;
        while (pending != null && rows < BATCH) {
            var group = group();
            if (rows > 0 && rows + group.rows().size() > 2 * BATCH) {
                // It has been read already: better a large batch than a second look.
                groups.add(group);
                break;
            }
            rows += group.rows().size();
            groups.add(group);
        }
        return groups;
    }

    private Group group() {
        var slug = slug(pending);
        var rows = new ArrayList<Row>();
        var faults = new LinkedHashMap<Integer, List<Detail>>();
        do {
            rows.add(pending);
            pending = read();
        } while (pending != null && !slug.isEmpty() && slug(pending).equals(slug) && rows.size() < LARGEST);
        if (!slug.isEmpty() && !products.add(hash(slug))) {
            faults.put(rows.get(0).number(), List.of(Detail.fault("product", slug, "scattered")));
        }
        for (var row : rows) {
            twice(row, slug, faults);
        }
        return new Group(slug, rows, faults);
    }

    private void twice(Row row, String slug, Map<Integer, List<Detail>> faults) {
        row.cells().stream()
                .filter(Groups::broken)
                .findFirst()
                .ifPresent(cell -> faults.put(row.number(), List.of(Detail.fault("", cell, "characters"))));
        if (!row.fits()) {
            faults.put(
                    row.number(),
                    List.of(Detail.fault(
                            "", "", "cells", mapping.width(), row.cells().size())));
        }
        var sku = row.text("sku");
        if (sku.isEmpty()) {
            return;
        }
        if (!offers.add(hash(sku + '\0' + HeadMerge.small(row.text("seller"))))) {
            faults.put(row.number(), List.of(Detail.fault("sku", sku, "twice")));
        } else if (!slug.isEmpty()) {
            var product = hash(slug);
            if (!productOfSku.computeIfAbsent(hash(sku), key -> product).equals(product)) {
                faults.put(row.number(), List.of(Detail.fault("sku", sku, "two-products")));
            }
        }
    }

    /** What no database keeps: NUL, and halves of characters (Unicode surrogates) without the other half. */
    private static boolean broken(String cell) {
        // A loop: every character of a file passes here.
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == 0) {
                return true;
            }
            if (Character.isSurrogate(c)) {
                if (i + 1 == cell.length() || !Character.isSurrogatePair(c, cell.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static String slug(Row row) {
        return HeadMerge.small(row.text("product"));
    }

    /** Sixteen bytes for a text of any length; that two texts share them does not happen (RFC 9562 section 5.3). */
    private static UUID hash(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private @org.jspecify.annotations.Nullable Row read() {
        var cells = file.next();
        while (cells.isPresent() && cells.get().stream().allMatch(String::isBlank)) {
            cells = file.next();
        }
        return cells.map(found -> new Row(file.number(), mapping, found)).orElse(null);
    }
}
