package dev.galleria.faults;

/** One promise and how it is put to the test. */
interface Promise {
    /** P1 and so on. */
    String name();

    /** Breaks things and counts. The scale is 1 for a run of ten minutes, less for a shorter one. */
    Result prove(Stand stand, double scale);

    /** So many, but at least that many. */
    static int scaled(int full, double scale, int least) {
        return Math.max(least, (int) Math.round(full * scale));
    }
}
