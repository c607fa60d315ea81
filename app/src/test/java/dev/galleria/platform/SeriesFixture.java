package dev.galleria.platform;

/** Series without a container. */
public final class SeriesFixture {
    private SeriesFixture() {}

    public static Series over(Database database) {
        var series = new Series();
        series.database = database;
        return series;
    }
}
