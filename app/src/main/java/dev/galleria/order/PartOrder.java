package dev.galleria.order;

/** How a seller's list can be sorted; each has a column to sort by that no caller can name otherwise. */
public enum PartOrder {
    PLACED("o.placed_at"),
    NAME("p.address ->> 'name'"),
    TOTAL("o.own_total_minor"),
    STATE("o.state");

    private final String column;

    PartOrder(String column) {
        this.column = column;
    }

    /** For ORDER BY; the id makes the order complete, so that pages do not overlap. */
    String sql(boolean ascending) {
        var direction = ascending ? " ASC" : " DESC";
        return column + direction + ", o.id" + direction;
    }
}
