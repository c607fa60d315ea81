package dev.galleria.exchange;

import dev.galleria.account.Account;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.exchange.ImportedRow.Outcome;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files of products on their way in. A file is looked through first, which changes nothing; it is brought in by rows of one
 * product at a time, wrong ones left out; and taken back as long as nobody has changed what it brought. The marketplace's
 * people import for everybody, a seller's for their own; what is not theirs does not exist for them (NOT_FOUND).
 */
@ApplicationScoped
public class Imports {
    private static final int LISTED = 100;

    @Inject
    ImportStore store;

    @Inject
    ImportFiles files;

    @Inject
    Scenes scenes;

    @Inject
    Touches touches;

    @Inject
    WorkOff job;

    @Inject
    Clock clock;

    /**
     * Takes a file in and has it looked through; with {@code atOnce} it is brought in right after, without its wrong rows. A
     * file that is no CSV is REFUSED and says why. More than 512 MB is a Problem (REFUSED).
     */
    public Import upload(Account account, String fileName, InputStream file, boolean atOnce) {
        var editor = Editor.of(account);
        var id = new ImportId(Ids.next());
        files.keep(id, file);
        var work = opened(id, account, editor, name(fileName), atOnce);
        store.insert(work, account.id().value());
        if (work.state().working()) {
            job.enqueue(id.toString());
        }
        return find(account, id);
    }

    /** Looks through it again, with these columns; a name that is no column's, or one that stands twice, is a Problem (REFUSED). */
    public Import check(
            Account account, ImportId id, List<String> mapping, @Nullable String category, @Nullable String seller) {
        var work = find(account, id);
        var columns = scenes.columns();
        var seen = new HashSet<String>();
        for (var name : mapping) {
            if (!name.isEmpty() && (!columns.knows(name) || !seen.add(name))) {
                throw Problem.refused("exchange/mapping", name);
            }
        }
        if (mapping.size() != work.header().size()) {
            throw Problem.refused("exchange/mapping", mapping.size());
        }
        if (work.state() != ImportState.CHECKED && (work.state() != ImportState.CANCELED || work.beganAt() != null)) {
            throw Problem.conflict("exchange/not-now", work.state());
        }
        store.map(id, mapping, category, seller);
        return ordered(account, id, ImportState.CHECKING, ImportState.CHECKED, ImportState.CANCELED);
    }

    /** Brings in what the check has found. Repeating it, or going on with one that was canceled, does nothing twice. */
    public Import run(Account account, ImportId id) {
        find(account, id);
        return ordered(account, id, ImportState.RUNNING, ImportState.CHECKED);
    }

    /** Stops at the next step; what has been brought in stays. What is not going on is not stopped: repeating changes nothing. */
    public Import cancel(Account account, ImportId id) {
        if (find(account, id).state().working()) {
            store.askToCancel(id);
            job.enqueue(id.toString());
        }
        return find(account, id);
    }

    /** Takes back what was brought in, except products that somebody has changed, sold or reserved since: see {@link #kept}. */
    public Import undo(Account account, ImportId id) {
        if (!find(account, id).undoable()) {
            throw Problem.conflict("exchange/not-now", "nothing was brought in");
        }
        return ordered(account, id, ImportState.UNDOING, ImportState.DONE, ImportState.CANCELED);
    }

    /** The import; one that the account may not see is a Problem (NOT_FOUND). */
    public Import find(Account account, ImportId id) {
        return store.find(id, Editor.of(account).seller())
                .orElseThrow(() -> Problem.notFound("exchange/unknown-import", id));
    }

    /** The newest first, up to 100. */
    public List<Import> list(Account account) {
        return store.list(Editor.of(account).seller(), LISTED);
    }

    /** Rows that are wrong, new or change something; by number. */
    public List<ImportedRow> rows(Account account, ImportId id, @Nullable Outcome outcome, int offset, int most) {
        find(account, id);
        return store.rows(id, outcome, Math.max(0, offset), Math.min(Math.max(most, 0), 500));
    }

    /** Products that an undoing has left as they are, up to 100. */
    public List<KeptProduct> kept(Account account, ImportId id) {
        find(account, id);
        return touches.kept(id, LISTED);
    }

    /** The wrong rows as they were, with a column {@code _error}: to be corrected and loaded again. */
    public void writeErrors(Account account, ImportId id, OutputStream out) {
        var work = find(account, id);
        try (var rows = new CsvRows(files.of(id), Charset.forName(work.charset()), work.separator())) {
            new ErrorFile(store, work).write(rows, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What columns may be taken for. */
    public List<String> columns() {
        return scenes.columns().all();
    }

    private Import ordered(Account account, ImportId id, ImportState next, ImportState... from) {
        if (!store.order(id, next, false, from)) {
            var now = find(account, id);
            if (now.state() == next || next == ImportState.RUNNING && now.state() == ImportState.DONE) {
                return now;
            }
            throw Problem.conflict("exchange/not-now", now.state());
        }
        job.enqueue(id.toString());
        return find(account, id);
    }

    private static String name(String fileName) {
        var plain = fileName.replaceAll("[\\p{Cntrl}\\p{Cs}]", "").strip();
        var last = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
        return last.isEmpty() ? "products.csv" : last.length() > 200 ? last.substring(0, 200) : last;
    }

    private Import opened(ImportId id, Account account, Editor editor, String name, boolean atOnce) {
        var path = files.of(id);
        var form = new FileForm(java.nio.charset.StandardCharsets.UTF_8, true, ',', 0);
        List<String> header = List.of();
        List<String> mapping = List.of();
        Unreadable failure = null;
        long bytes = 0;
        try {
            bytes = Files.size(path);
            form = FileForm.of(path);
            try (var rows = new CsvRows(path, form.charset(), form.separator())) {
                header = rows.header();
                mapping = scenes.columns().guess(header);
                if (!mapping.contains("sku")) {
                    throw new Unreadable(mapping.stream().allMatch(String::isEmpty) ? "no-columns" : "no-sku", 1);
                }
                if (rows.next().isEmpty()) {
                    throw new Unreadable("no-rows", null);
                }
            }
        } catch (Unreadable e) {
            failure = e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean mappable = failure != null && failure.code().equals("no-sku");
        return new Import(
                id,
                account.name(),
                editor.seller(),
                name,
                bytes,
                form.charset().name(),
                form.sure(),
                form.separator(),
                Columns.isShopify(header),
                header.stream().map(Imports::shown).toList(),
                mapping,
                null,
                null,
                failure == null ? ImportState.CHECKING : mappable ? ImportState.CHECKED : ImportState.REFUSED,
                atOnce,
                false,
                form.lines(),
                new Import.Counts(0, 0, 0, 0, 0, 0, 0, 0),
                failure == null ? null : failure.code(),
                failure == null ? null : failure.row(),
                clock.instant(),
                null,
                null);
    }

    private static String shown(String name) {
        var plain = name.replaceAll("[\\p{Cntrl}\\p{Cs}]", "\uFFFD");
        return plain.length() > 100 ? plain.substring(0, 100) : plain;
    }
}
