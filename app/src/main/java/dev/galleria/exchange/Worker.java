package dev.galleria.exchange;

import dev.galleria.account.AccountId;
import dev.galleria.catalog.editing.Bulk;
import dev.galleria.catalog.editing.BulkProduct;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.exchange.Desk.Task;
import dev.galleria.inventory.Count;
import dev.galleria.inventory.Inventory;
import dev.galleria.platform.FailPoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Does the work of imports, step by step: each step is one transaction with its checkpoint, so that none is done twice. */
@ApplicationScoped
class Worker {
    private static final Logger LOG = Logger.getLogger(Worker.class.getName());
    private static final int ATTEMPTS = 5;

    @Inject
    Desk desk;

    @Inject
    ImportStore store;

    @Inject
    ImportFiles files;

    @Inject
    Scenes scenes;

    @Inject
    Planner planner;

    @Inject
    Touches touches;

    @Inject
    Undoing undoing;

    @Inject
    Bulk bulk;

    @Inject
    Inventory inventory;

    @Inject
    Transactions transactions;

    /** Until nothing waits or somebody else works. */
    void workOff() {
        for (var task = take(); task.isPresent(); task = take()) {
            work(task.get());
        }
    }

    private Optional<Task> take() {
        return transactions.in(desk::take);
    }

    private void work(Task task) {
        var work = store.find(task.id(), null).orElseThrow();
        try {
            var editor = new Editor(new AccountId(store.account(task.id())), work.seller());
            if (task.state() == ImportState.UNDOING) {
                undo(task, editor);
            } else {
                read(task, work, editor);
            }
        } catch (Unreadable e) {
            desk.refuse(task, e);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "The import " + task.id() + " has stopped");
            desk.refuse(task, new Unreadable("broken", null));
        }
    }

    private void read(Task task, Import work, Editor editor) {
        var scene = scenes.of(editor, work.category(), work.sellerSlug());
        boolean write = task.state() == ImportState.RUNNING;
        try (var rows = new CsvRows(files.of(task.id()), Charset.forName(work.charset()), work.separator())) {
            rows.header();
            var groups = new Groups(rows, work.mapping());
            int checkpoint = task.checkpoint();
            for (var next = groups.next(); !next.isEmpty(); next = groups.next()) {
                int done = checkpoint;
                var open = next.stream().filter(group -> last(group) > done).toList();
                if (!open.isEmpty()) {
                    if (!step(task, done, () -> write ? bringIn(task, scene, open) : look(task, scene, open))) {
                        stop(task);
                        return;
                    }
                    checkpoint = last(open.get(open.size() - 1));
                    FailPoint.hit("import.step-committed");
                }
            }
            desk.end(task, write ? ImportState.DONE : ImportState.CHECKED, rows.number());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!write && work.atOnce()) {
            store.order(task.id(), ImportState.RUNNING, false, ImportState.CHECKED);
        }
    }

    private static int last(Group group) {
        return group.rows().get(group.rows().size() - 1).number();
    }

    /** One transaction; what somebody else's lock or a SKU taken at the same moment spoils is tried again. */
    private boolean step(Task task, int checkpoint, Supplier<Step> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.in(() -> {
                    if (!desk.holds(task, checkpoint)) {
                        return false;
                    }
                    var step = work.get();
                    desk.checkpoint(task, step.checkpoint(), step.counts());
                    return true;
                });
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || e instanceof Unreadable) {
                    throw e;
                }
                LOG.log(Level.WARNING, e, () -> "A step of the import " + task.id() + " is tried again");
            }
        }
    }

    /** Where a step ends and what it has found. */
    record Step(int checkpoint, Import.Counts counts) {}

    private Step look(Task task, Scene scene, List<Group> groups) {
        var plan = planner.plan(scene, groups, false);
        desk.write(task, plan.rows());
        int last = last(groups.get(groups.size() - 1));
        return new Step(last, plan.counts(last));
    }

    private Step bringIn(Task task, Scene scene, List<Group> groups) {
        var plan = planner.plan(scene, groups, true);
        int last = last(groups.get(groups.size() - 1));
        bulk.write(
                scene.editor(),
                plan.touched().stream().filter(BulkProduct::changes).toList());
        var ids = plan.touched().stream().map(BulkProduct::id).toList();
        var shelf = new Shelf(bulk.offers(scene.editor(), ids), List.of());
        var counts = plan.stock().stream()
                .map(change -> new Count(shelf.offer(change.place()).orElseThrow(), change.warehouse(), change.after()))
                .toList();
        if (!counts.isEmpty()) {
            inventory.count(counts, task.id() + ":" + last, "import", "import " + task.id());
        }
        touches.remember(task.id(), plan, shelf, bulk.states(ids), scene.own());
        desk.write(task, plan.rows());
        FailPoint.hit("import.step-written");
        return new Step(last, plan.counts(last));
    }

    private void undo(Task task, Editor editor) {
        int checkpoint = task.checkpoint();
        while (true) {
            var part = touches.next(task.id());
            if (part.isEmpty()) {
                desk.end(task, ImportState.UNDONE, 0);
                return;
            }
            int done = checkpoint;
            if (!step(task, done, () -> undoing.step(task.id(), editor, part, done))) {
                stop(task);
                return;
            }
            checkpoint += part.size();
        }
    }

    /** Somebody has asked for it, or another worker has taken over, who then decides. */
    private void stop(Task task) {
        desk.end(task, ImportState.CANCELED, 0);
    }
}
