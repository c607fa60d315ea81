package dev.galleria.order.rest;

import dev.galleria.order.Return;
import dev.galleria.platform.rest.PublicId;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Goods that a buyer sends back to one seller; the answer is the seller's. */
@Schema(name = "Return")
public record ReturnBody(
        String id,
        String number,
        String part,
        String state,
        String wish,
        String reason,
        String comment,
        String answer,
        Instant askedAt,
        Instant changedAt,
        List<Line> lines) {
    /** Units of one line, and how many of them have come back in what state. */
    @Schema(name = "ReturnLine")
    public record Line(
            int lineNo, String title, String choices, int quantity, int received, @Nullable String condition) {
        private static Line of(Return.Line line) {
            var condition = line.condition();
            return new Line(
                    line.lineNo(),
                    line.title(),
                    line.choices(),
                    line.quantity(),
                    line.received(),
                    condition == null ? null : condition.name());
        }
    }

    static ReturnBody of(Return back) {
        return new ReturnBody(
                PublicId.of(back.id()),
                back.number(),
                PublicId.of(back.part()),
                back.state().name(),
                back.wish().name(),
                back.reason().name(),
                back.comment(),
                back.answer(),
                back.askedAt(),
                back.changedAt(),
                back.lines().stream().map(Line::of).toList());
    }
}
