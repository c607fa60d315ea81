package dev.galleria.catalog.media;

import dev.galleria.account.AccountId;
import dev.galleria.platform.Database;
import dev.galleria.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which uploaded pictures the current tenant has, and which keys of them. A row is written before the files it stands for and
 * removed after them, so that no file is ever forgotten.
 */
@ApplicationScoped
class Register {
    private static final String USED =
            """
            EXISTS (SELECT 1 FROM picture_key k WHERE k.content = p.content AND (
                EXISTS (SELECT 1 FROM product_image i WHERE i.key = k.key AND i.key LIKE 'photo:%')
                OR EXISTS (SELECT 1 FROM variant v WHERE v.image_key = k.key AND v.image_key LIKE 'photo:%')
                OR EXISTS (SELECT 1 FROM category c WHERE c.image_key = k.key)
                OR EXISTS (SELECT 1 FROM brand b WHERE b.image_key = k.key)))""";

    @Inject
    Database database;

    @Inject
    Clock clock;

    /** Announces a picture that is about to be stored. One whose files are just being deleted is a Problem (UNAVAILABLE). */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void expect(Intake.Outcome.Taken picture, AccountId by) {
        boolean leaving = database.call(sql -> sql.createQuery(
                        """
                        INSERT INTO picture (content, format, width, height, bytes, uploaded_by, uploaded_at, unused_since)
                        VALUES (:content, :format, :width, :height, :bytes, :by, :now, :now)
                        ON CONFLICT (content) DO UPDATE
                           SET unused_since = CASE WHEN picture.unused_since IS NULL OR picture.leaving
                                                   THEN picture.unused_since ELSE excluded.unused_since END
                        RETURNING leaving""")
                .bind("content", picture.key().content())
                .bind("format", picture.format().suffix())
                .bind("width", picture.key().width())
                .bind("height", picture.key().height())
                .bind("bytes", picture.bytes().length)
                .bind("by", by.value())
                .bind("now", clock.instant())
                .mapTo(boolean.class)
                .one());
        if (leaving) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "catalog/pictures-busy", picture.key());
        }
    }

    /** Gives the key out; in the transaction that uses it. A picture that is not there is a Problem (NOT_FOUND). */
    public void issue(PhotoKey key) {
        int found = database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO picture_key (key, content)
                        SELECT :key, content FROM picture WHERE content = :content AND NOT leaving FOR SHARE
                        ON CONFLICT (key) DO UPDATE SET content = excluded.content""")
                .bind("key", key.text())
                .bind("content", key.content())
                .execute());
        if (found == 0) {
            throw Problem.notFound("catalog/unknown-picture", key);
        }
    }

    /** The format in which the picture of that key is stored; empty when the tenant never gave that key out. */
    Optional<Format> find(PhotoKey key) {
        return database.call(sql -> sql.createQuery(
                                "SELECT p.format FROM picture_key k JOIN picture p ON p.content = k.content WHERE k.key = :key AND NOT p.leaving")
                        .bind("key", key.text())
                        .mapTo(String.class)
                        .findOne())
                .map(suffix -> suffix.equals(Format.PNG.suffix()) ? Format.PNG : Format.JPEG);
    }

    /** A picture that is going: its content, its format and the keys that were given out. */
    record Leaving(String content, String format, List<String> keys) {}

    /** Notes what has come out of use and what is used again; then marks what has been out of use for that long. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Leaving> dismiss(Duration unused, int most) {
        var now = clock.instant();
        return database.call(sql -> {
            sql.createUpdate(
                            "UPDATE picture p SET unused_since = NULL WHERE unused_since IS NOT NULL AND NOT leaving AND "
                                    + USED)
                    .execute();
            sql.createUpdate("UPDATE picture p SET unused_since = :now WHERE unused_since IS NULL AND NOT " + USED)
                    .bind("now", now)
                    .execute();
            sql.createUpdate(
                            """
                            UPDATE picture SET leaving = true WHERE content IN (
                                SELECT content FROM picture WHERE unused_since < :limit ORDER BY unused_since LIMIT :most
                                   FOR UPDATE SKIP LOCKED)""")
                    .bind("limit", now.minus(unused))
                    .bind("most", most)
                    .execute();
            return sql.createQuery(
                            """
                            SELECT content, format, array(SELECT k.key FROM picture_key k WHERE k.content = p.content) AS keys
                              FROM picture p WHERE leaving LIMIT :most""")
                    .bind("most", most)
                    .map((row, context) ->
                            new Leaving(row.getString("content"), row.getString("format"), List.of((String[])
                                    row.getArray("keys").getArray())))
                    .list();
        });
    }

    /** Forgets a picture whose files are gone. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void gone(String content) {
        database.call(sql -> sql.execute("DELETE FROM picture WHERE content = ? AND leaving", content));
    }
}
