package dev.galleria.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;

/** A document's score: its text's, and what else speaks for the product, weighed as the marketplace wants it. */
final class Rank extends DoubleValuesSource {
    /** Documents of the same hour are equally old, so that equal queries are equal. */
    private static final long HOUR = 3_600_000;

    private final Weights weights;
    private final long now;

    Rank(Weights weights, long now) {
        this.weights = weights;
        this.now = now / HOUR * HOUR;
    }

    Weights weights() {
        return weights;
    }

    /** In milliseconds, rounded down to the hour. */
    long now() {
        return now;
    }

    /** The fields that a document's merits are read from. */
    private static final class Fields {
        private final SortedNumericDocValues rating;
        private final SortedNumericDocValues reviews;
        private final SortedNumericDocValues seller;
        private final SortedNumericDocValues inStock;
        private final SortedNumericDocValues published;
        private final SortedNumericDocValues sold;
        private final SortedNumericDocValues clicked;
        private final SortedNumericDocValues seen;

        Fields(LeafReaderContext context) throws IOException {
            var reader = context.reader();
            rating = DocValues.getSortedNumeric(reader, "rating");
            reviews = DocValues.getSortedNumeric(reader, "ratingCount");
            seller = DocValues.getSortedNumeric(reader, "sellerRating");
            inStock = DocValues.getSortedNumeric(reader, "inStock");
            published = DocValues.getSortedNumeric(reader, "publishedAt");
            sold = DocValues.getSortedNumeric(reader, "soldLately");
            clicked = DocValues.getSortedNumeric(reader, "clicked");
            seen = DocValues.getSortedNumeric(reader, "seen");
        }

        Merits merits(int document, long now) throws IOException {
            return new Merits(
                    value(rating, document),
                    value(reviews, document),
                    value(seller, document),
                    value(inStock, document) > 0,
                    now - value(published, document),
                    value(sold, document),
                    value(clicked, document),
                    value(seen, document));
        }

        private static long value(SortedNumericDocValues values, int document) throws IOException {
            return values.advanceExact(document) ? values.nextValue() : 0;
        }
    }

    @Override
    public DoubleValues getValues(LeafReaderContext context, DoubleValues scores) throws IOException {
        var fields = new Fields(context);
        return new DoubleValues() {
            private int document;

            @Override
            public double doubleValue() throws IOException {
                double text = scores.advanceExact(document) ? scores.doubleValue() : 0;
                return fields.merits(document, now).total(weights, text);
            }

            @Override
            public boolean advanceExact(int next) {
                document = next;
                return true;
            }
        };
    }

    @Override
    public boolean needsScores() {
        return true;
    }

    @Override
    public DoubleValuesSource rewrite(IndexSearcher searcher) {
        return this;
    }

    @Override
    public boolean isCacheable(LeafReaderContext context) {
        return false;
    }

    @Override
    public int hashCode() {
        return Objects.hash(weights, now);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rank rank && rank.weights.equals(weights) && rank.now == now;
    }

    @Override
    public String toString() {
        return "rank" + weights.byFactor();
    }
}
