package dev.galleria.cart;

import dev.galleria.catalog.OfferId;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cart as it is kept; public only because JSON is bound to it. Each change gives a new content.
 *
 * @param id of this filling, so that it is merged into another cart once
 * @param lines at most one per offer, in the order in which they came
 * @param done the last additions, merges and purchases, so that repeating one changes nothing
 */
public record CartContent(String id, List<Line> lines, List<String> done) {
    static final int MAX_LINES = 500;
    private static final int REMEMBERED = 50;

    /**
     * So many of an offer, with the title and the price (minor units) that the shopper saw last.
     *
     * @param currency of that price; null in what was written before there were several
     */
    public record Line(OfferId offer, String title, int quantity, long unitMinor, @Nullable Currency currency) {
        Line times(int newQuantity) {
            return new Line(offer, title, newQuantity, unitMinor, currency);
        }

        /** Whether one costs something else now; prices of two currencies say nothing about each other. */
        boolean seenOtherwise(Money now) {
            return unitMinor != now.minorUnits() && (currency == null || currency.equals(now.currency()));
        }
    }

    static CartContent empty() {
        return new CartContent(Ids.next().toString(), List.of(), List.of());
    }

    int count() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }

    int quantity(OfferId offer) {
        return lines.stream()
                .filter(line -> line.offer().equals(offer))
                .mapToInt(Line::quantity)
                .findFirst()
                .orElse(0);
    }

    boolean full() {
        return lines.size() >= MAX_LINES;
    }

    boolean hasDone(String key) {
        return done.contains(key);
    }

    /** What is remembered under that name: the text behind it; empty if nothing is. */
    Optional<String> memory(String name) {
        return done.stream()
                .filter(one -> one.equals(name) || one.startsWith(name + ' '))
                .map(one -> one.substring(name.length()).strip())
                .findFirst();
    }

    /** Remembers that something has been done; the oldest memory goes. */
    CartContent remember(String key) {
        var keys = new ArrayList<>(done);
        keys.add(key);
        return new CartContent(
                id, lines, List.copyOf(keys.subList(Math.max(0, keys.size() - REMEMBERED), keys.size())));
    }

    /** With the line in place of the offer's old one, or at the end. */
    CartContent put(Line line) {
        if (quantity(line.offer()) == 0) {
            return with(Stream.concat(lines.stream(), Stream.of(line)).toList());
        }
        return each(old -> old.offer().equals(line.offer()) ? line : old);
    }

    CartContent remove(OfferId offer) {
        return with(lines.stream().filter(line -> !line.offer().equals(offer)).toList());
    }

    /** Takes out what has been bought; more than that stays. */
    CartContent minus(Map<OfferId, Integer> bought) {
        return with(lines.stream()
                .map(line -> line.times(line.quantity() - bought.getOrDefault(line.offer(), 0)))
                .filter(line -> line.quantity() > 0)
                .toList());
    }

    /** Adds another cart's lines up to the limits; the same filling is added once. */
    CartContent merge(CartContent other) {
        var key = "merge:" + other.id();
        if (hasDone(key)) {
            return this;
        }
        var merged = remember(key);
        for (var line : other.lines()) {
            int before = merged.quantity(line.offer());
            if (before > 0 || !merged.full()) {
                merged = merged.put(line.times(Math.min(Quantity.MAX, before + line.quantity())));
            }
        }
        return merged;
    }

    CartContent each(UnaryOperator<Line> change) {
        return with(lines.stream().map(change).toList());
    }

    private CartContent with(List<Line> newLines) {
        return new CartContent(id, newLines, done);
    }
}
