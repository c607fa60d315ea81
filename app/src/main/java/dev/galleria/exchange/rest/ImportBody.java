package dev.galleria.exchange.rest;

import dev.galleria.exchange.Import;
import dev.galleria.platform.Texts;
import dev.galleria.platform.rest.PublicId;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import as it stands. Counts are of rows, restored and kept of products; times are RFC 3339 in UTC. */
@Schema(name = "Import")
public record ImportBody(
        String id,
        String fileName,
        String state,
        boolean waiting,
        int percent,
        int rowsTotal,
        int rowsDone,
        int created,
        int changed,
        int unchanged,
        int wrong,
        int skipped,
        int restored,
        int kept,
        String charset,
        boolean charsetSure,
        boolean shopify,
        List<String> header,
        List<String> mapping,
        @Nullable String failure,
        @Nullable Integer failureRow,
        String createdAt,
        @Nullable String beganAt,
        @Nullable String endedAt) {

    static ImportBody of(Import work) {
        var counts = work.counts();
        return new ImportBody(
                PublicId.of(work.id()),
                work.fileName(),
                work.state().name(),
                work.waiting(),
                work.percent(),
                work.rowTotal(),
                counts.done(),
                counts.fresh(),
                counts.changed(),
                counts.unchanged(),
                counts.wrong(),
                counts.skipped(),
                counts.restored(),
                counts.kept(),
                work.charset(),
                work.charsetSure(),
                work.shopify(),
                work.header(),
                work.mapping(),
                work.failure() == null ? null : Texts.of(Locale.ENGLISH, "exchange.failure." + work.failure()),
                work.failureRow(),
                work.createdAt().toString(),
                text(work.beganAt()),
                text(work.endedAt()));
    }

    private static @Nullable String text(@Nullable Object moment) {
        return moment == null ? null : moment.toString();
    }
}
