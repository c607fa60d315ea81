package dev.galleria.inventory.supply;

import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.inventory.Inventory;
import dev.galleria.inventory.Receipt;
import dev.galleria.inventory.Warehouses;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.platform.Series;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods between warehouses. What has been sent lies nowhere until it arrives, in parts if need be. Each step is an entry of
 * the stock ledger and may be repeated with its key; somebody else's transfer does not exist (NOT_FOUND).
 */
@ApplicationScoped
@Transactional
public class Transfers {
    @Inject
    Database database;

    @Inject
    Inventory inventory;

    @Inject
    Warehouses warehouses;

    @Inject
    Steps steps;

    @Inject
    Series series;

    private record Head(
            UUID id,
            String number,
            String fromCode,
            String toCode,
            String state,
            @Nullable LocalDate expectedOn,
            String actor,
            Instant createdAt) {}

    private record Row(UUID transferId, UUID offerId, int quantity, int received, int lost) {}

    /** Takes the units off the shelves of one warehouse; too few free ones there are a Problem (REFUSED). */
    public TransferId send(
            Editor editor, String from, String to, @Nullable LocalDate expectedOn, List<OfferUnits> lines, String key) {
        if (from.equals(to)) {
            throw Problem.refused("inventory/same-warehouse", from);
        }
        steps.check(editor, lines);
        List.of(from, to).forEach(code -> warehouses
                .find(editor, code)
                .orElseThrow(() -> Problem.notFound("inventory/unknown-warehouse", code)));
        var id = Ids.next();
        var content = Steps.content(from + " " + to + " " + expectedOn, lines);
        var first = steps.repeated(id, key, "SENT", content, actor(editor));
        if (first.isPresent()) {
            return new TransferId(first.get());
        }
        inventory.send(receipts(from, lines), "transfer:" + id, actor(editor));
        write(id, editor, from, to, expectedOn, lines);
        return new TransferId(id);
    }

    private void write(
            UUID id, Editor editor, String from, String to, @Nullable LocalDate expectedOn, List<OfferUnits> lines) {
        var number = "T-" + series.next("transfer");
        var seller = editor.seller();
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO stock_transfer (id, number, seller_id, from_warehouse, to_warehouse, state, expected_on, actor, created_at)
                        SELECT :id, :number, :seller, f.id, t.id, 'IN_TRANSIT', :expected, :actor, clock_timestamp()
                          FROM warehouse f, warehouse t WHERE f.code = :from AND t.code = :to""")
                .bind("id", id)
                .bind("number", number)
                .bind("seller", seller == null ? null : seller.value())
                .bind("expected", expectedOn)
                .bind("actor", actor(editor))
                .bind("from", from)
                .bind("to", to)
                .execute());
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO stock_transfer_line (transfer_id, offer_id, quantity)
                        SELECT :id, q.offer, q.units FROM unnest(CAST(:offers AS uuid[]), CAST(:units AS int[])) AS q (offer, units)""")
                .bind("id", id)
                .bindArray(
                        "offers",
                        UUID.class,
                        lines.stream().map(line -> line.offer().value()).toList())
                .bindArray(
                        "units",
                        Integer.class,
                        lines.stream().map(OfferUnits::units).toList())
                .execute());
    }

    /** Puts what has arrived on the shelves; more than is under way is a Problem (REFUSED). */
    public void receive(Editor editor, TransferId id, List<OfferUnits> lines, String key) {
        var transfer = lock(editor, id);
        if (steps.repeated(id.value(), key, "RECEIVED", Steps.content(id.toString(), lines), actor(editor))
                .isPresent()) {
            return;
        }
        for (var line : lines) {
            int changed = database.call(sql -> sql.execute(
                    """
                    UPDATE stock_transfer_line SET received = received + ?
                     WHERE transfer_id = ? AND offer_id = ? AND received + lost + ? <= quantity""",
                    line.units(),
                    id.value(),
                    line.offer().value(),
                    line.units()));
            if (changed == 0) {
                throw Problem.refused("inventory/more-than-sent", line.units());
            }
        }
        inventory.arrive(receipts(transfer.to(), lines), "transfer:" + id + ":" + key, actor(editor));
        finish(id);
    }

    /** What has not arrived by now will not: it is lost. */
    public void close(Editor editor, TransferId id, String key) {
        lock(editor, id);
        if (steps.repeated(id.value(), key, "CLOSED", id.toString(), actor(editor))
                .isPresent()) {
            return;
        }
        database.call(sql -> sql.execute(
                "UPDATE stock_transfer_line SET lost = quantity - received WHERE transfer_id = ?", id.value()));
        finish(id);
    }

    private void finish(TransferId id) {
        database.call(sql -> sql.execute(
                """
                UPDATE stock_transfer SET state = 'DONE', closed_at = clock_timestamp() WHERE id = ? AND state = 'IN_TRANSIT'
                   AND NOT EXISTS (SELECT 1 FROM stock_transfer_line WHERE transfer_id = ? AND received + lost < quantity)""",
                id.value(),
                id.value()));
    }

    /** The newest ones, those under way first; at most so many. */
    public List<Transfer> list(Editor editor, int limit) {
        var seller = editor.seller();
        return read(
                "(CAST(:seller AS uuid) IS NULL OR t.seller_id = :seller)",
                seller == null ? null : seller.value(),
                null,
                limit);
    }

    public Transfer find(Editor editor, TransferId id) {
        var seller = editor.seller();
        return read(
                        "(CAST(:seller AS uuid) IS NULL OR t.seller_id = :seller) AND t.id = :id",
                        seller == null ? null : seller.value(),
                        id.value(),
                        1)
                .stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("inventory/unknown-transfer", id));
    }

    private Transfer lock(Editor editor, TransferId id) {
        find(editor, id);
        database.call(sql -> sql.createQuery("SELECT 1 FROM stock_transfer WHERE id = :id FOR UPDATE")
                .bind("id", id.value())
                .mapTo(int.class)
                .one());
        return find(editor, id);
    }

    private List<Transfer> read(String which, @Nullable UUID seller, @Nullable UUID id, int limit) {
        return database.call(sql -> {
            var query = sql.createQuery(
                    """
                    SELECT t.id, t.number, f.code AS from_code, w.code AS to_code, t.state, t.expected_on, t.actor, t.created_at
                      FROM stock_transfer t JOIN warehouse f ON f.id = t.from_warehouse JOIN warehouse w ON w.id = t.to_warehouse
                     WHERE """
                            + " " + which + " ORDER BY t.state <> 'IN_TRANSIT', t.created_at DESC, t.id LIMIT :limit");
            var heads = (id == null ? query : query.bind("id", id))
                    .bind("seller", seller)
                    .bind("limit", limit)
                    .mapTo(Head.class)
                    .list();
            var rows = sql.createQuery(
                            "SELECT transfer_id, offer_id, quantity, received, lost FROM stock_transfer_line WHERE transfer_id = ANY(:ids) ORDER BY offer_id")
                    .bindArray("ids", UUID.class, heads.stream().map(Head::id).toList())
                    .mapTo(Row.class)
                    .list();
            return heads.stream().map(head -> transfer(head, rows)).toList();
        });
    }

    private static Transfer transfer(Head head, List<Row> rows) {
        return new Transfer(
                new TransferId(head.id()),
                head.number(),
                head.fromCode(),
                head.toCode(),
                Transfer.State.valueOf(head.state()),
                head.expectedOn(),
                head.actor(),
                head.createdAt(),
                rows.stream()
                        .filter(row -> row.transferId().equals(head.id()))
                        .map(row -> new Transfer.Line(
                                new OfferId(row.offerId()), row.quantity(), row.received(), row.lost()))
                        .toList());
    }

    private static List<Receipt> receipts(String warehouse, List<OfferUnits> lines) {
        return lines.stream()
                .map(line -> new Receipt(line.offer(), warehouse, line.units()))
                .toList();
    }

    static String actor(Editor editor) {
        return Objects.toString(editor.account().value());
    }
}
