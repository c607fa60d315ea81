package dev.galleria.order;

/**
 * What was allocated to one line of an order, or to a part's shipping (line 0), when it was placed, and what of it has been
 * given back. Minor units; the tax is contained in the total.
 */
record Refundable(int partNo, int lineNo, int quantity, long total, long tax, int unitsBack, long back, long taxBack) {
    Refundable {
        if (back < 0 || back > total || taxBack < 0 || taxBack > tax || unitsBack > quantity) {
            throw new IllegalArgumentException("part " + partNo + ", line " + lineNo + ": " + back + " of " + total);
        }
    }

    boolean shipping() {
        return lineNo == 0;
    }

    long rest() {
        return total - back;
    }

    int units() {
        return quantity - unitsBack;
    }

    /** After that has been given back. */
    Refundable less(Share share) {
        return new Refundable(
                partNo,
                lineNo,
                quantity,
                total,
                tax,
                unitsBack + share.quantity(),
                Math.addExact(back, share.amount()),
                Math.addExact(taxBack, share.tax()));
    }

    /** What one refund takes from it. */
    record Share(int partNo, int lineNo, int quantity, long amount, long tax) {}
}
