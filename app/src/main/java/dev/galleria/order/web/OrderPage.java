package dev.galleria.order.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order, ready to be shown.
 *
 * @param cancelAddress where it can be canceled; empty once it cannot
 * @param refund a sentence about money on its way back; empty if there is none
 */
public record OrderPage(
        String number,
        String placed,
        String status,
        String payment,
        String refund,
        Recap recap,
        List<Part> parts,
        Summary summary,
        String token,
        String cancelAddress) {
    /** What one seller sends. */
    public record Part(
            String seller,
            String status,
            String tone,
            String delivery,
            List<Line> lines,
            List<Stage> stages,
            @Nullable Shipment shipment) {}

    /** Some goods and the page where they are sold. */
    public record Line(String slug, Summary.Line goods) {}

    /** A stage of the way: done, current or still to come. */
    public record Stage(String title, String day, String instant, boolean done, boolean current) {}

    /** A parcel that has left; the address of the carrier's page is empty if none is known. */
    public record Shipment(String carrier, String number, String address) {}
}
