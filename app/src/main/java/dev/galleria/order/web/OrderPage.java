package dev.galleria.order.web;

import java.util.List;

/**
 * An order, ready to be shown.
 *
 * @param cancelAddress where it can be canceled; empty once it cannot
 * @param unitsAddress where single articles can be canceled; empty if none can
 * @param returnAddress where articles can be sent back; empty if none can
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
        String cancelAddress,
        String unitsAddress,
        String returnAddress,
        List<Link> papers,
        List<Back> returns,
        List<Moment> moments) {
    /** What one seller sends. */
    public record Part(
            String seller,
            String status,
            String tone,
            String delivery,
            List<Line> lines,
            List<Stage> stages,
            List<Shipment> shipments) {}

    /** Some goods and the page where they are sold. */
    public record Line(String slug, Summary.Line goods) {}

    /** A stage of the way: done, current or still to come. */
    public record Stage(String title, String day, String instant, boolean done, boolean current) {}

    /** A parcel that has left; the address of the carrier's page is empty if none is known. */
    public record Shipment(String title, String carrier, String number, String address, String state) {}

    /** A file and what it is. */
    public record Link(String title, String address) {}

    /** A return; it can be withdrawn while the id is not empty. */
    public record Back(String number, String state, String tone, String text, String answer, String withdraw) {}

    /** Something that has happened. */
    public record Moment(String text, String day, String instant) {}
}
