package dev.galleria.inventory;

import java.util.List;
import java.util.Set;

/** What decides which warehouse sends: the first aim counts most, the next one where it leaves a choice. */
public record SendRule(List<Aim> ranking) {
    /** What is aimed at. */
    public enum Aim {
        /** Empty the warehouse with the lowest number first. */
        PRIORITY,
        /** Send from as few warehouses as possible. */
        PARCELS,
        /** Send from as near as possible. */
        DISTANCE
    }

    /** A marketplace that has said nothing goes by the warehouses' priorities. */
    public static final SendRule DEFAULT = new SendRule(List.of(Aim.PRIORITY, Aim.PARCELS, Aim.DISTANCE));

    public SendRule {
        ranking = List.copyOf(ranking);
        if (!Set.copyOf(ranking).equals(Set.of(Aim.values())) || ranking.size() != Aim.values().length) {
            throw new IllegalArgumentException("each aim once: " + ranking);
        }
    }
}
