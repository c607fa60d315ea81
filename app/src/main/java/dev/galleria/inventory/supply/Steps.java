package dev.galleria.inventory.supply;

import dev.galleria.catalog.OfferBook;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Every step of a transfer or purchase order is written down once, by the key that its request came with. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Steps {
    private static final int LINES = 200;

    @Inject
    Database database;

    @Inject
    OfferBook offers;

    private record Step(UUID subject, String kind, String content) {}

    /**
     * Writes the step down. Gives the subject of the first request with that key if it has been taken before; a key that
     * came with something else is a Problem (REFUSED). Requests with one key wait for each other here.
     */
    Optional<UUID> repeated(UUID subject, String key, String kind, String content, String actor) {
        int added = database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO supply_step (id, subject, key, kind, content, actor)
                        VALUES (:id, :subject, :key, :kind, :content, :actor) ON CONFLICT (key) DO NOTHING""")
                .bind("id", Ids.next())
                .bind("subject", subject)
                .bind("key", key)
                .bind("kind", kind)
                .bind("content", content)
                .bind("actor", actor)
                .execute());
        if (added == 1) {
            return Optional.empty();
        }
        var first =
                database.call(sql -> sql.createQuery("SELECT subject, kind, content FROM supply_step WHERE key = :key")
                        .bind("key", key)
                        .mapTo(Step.class)
                        .one());
        if (!first.kind().equals(kind) || !first.content().equals(content)) {
            throw Problem.refused("inventory/key-reused", key);
        }
        return Optional.of(first.subject());
    }

    /** The same for the same lines in whatever order. */
    static String content(String head, List<OfferUnits> lines) {
        return lines.stream()
                .sorted(Comparator.comparing(line -> line.offer().value()))
                .map(line -> line.offer().value() + " " + line.units())
                .collect(Collectors.joining("\n", head + "\n", ""));
    }

    /** No line, too many, one offer twice, or an offer that is not the editor's: a Problem. */
    void check(Editor editor, List<OfferUnits> lines) {
        var ids = lines.stream().map(OfferUnits::offer).distinct().toList();
        if (lines.isEmpty() || lines.size() > LINES || ids.size() != lines.size()) {
            throw Problem.refused("inventory/lines", lines.size());
        }
        var sellers = offers.sellers(ids);
        for (OfferId offer : ids) {
            var seller = sellers.get(offer);
            if (seller == null || !editor.maySellAs(seller)) {
                throw Problem.notFound("inventory/unknown-offer", offer);
            }
        }
    }
}
