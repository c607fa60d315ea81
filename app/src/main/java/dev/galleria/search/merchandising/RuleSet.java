package dev.galleria.search.merchandising;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What applies to one list of products: those at fixed places, in their order; points that others get more; those that stand
 * behind and those that are not shown. Each product is in one of them.
 */
public record RuleSet(List<Pin> pins, Map<UUID, Integer> boosts, Set<UUID> buried, Set<UUID> hidden) {
    /** Nothing is moved. */
    public static final RuleSet NONE = new RuleSet(List.of(), Map.of(), Set.of(), Set.of());

    /** So many products of one list can be moved. */
    static final int MOST = 100;

    /** A product and its place, from 1. */
    public record Pin(UUID product, int position) {}

    /** Of several rules for one product the strictest applies: hidden, then pinned, buried, boosted. */
    static RuleSet of(List<Rule> rules) {
        if (rules.isEmpty()) {
            return NONE;
        }
        var done = new HashSet<UUID>();
        var hidden = take(rules, RuleAction.HIDE, done);
        var pins = new ArrayList<Pin>();
        rules.stream()
                .filter(rule -> rule.action() == RuleAction.PIN && rule.position() != null)
                .map(rule -> new Pin(rule.product().value(), rule.position()))
                .sorted(Comparator.comparingInt(Pin::position).thenComparing(Pin::product))
                .filter(pin -> done.add(pin.product()))
                .forEach(pins::add);
        var buried = take(rules, RuleAction.BURY, done);
        var boosts = new HashMap<UUID, Integer>();
        rules.stream()
                .filter(rule -> rule.action() == RuleAction.BOOST && rule.points() != null)
                .filter(rule -> !done.contains(rule.product().value()))
                .forEach(rule -> boosts.merge(rule.product().value(), rule.points(), Math::max));
        return new RuleSet(List.copyOf(pins), Map.copyOf(boosts), Set.copyOf(buried), Set.copyOf(hidden));
    }

    private static Set<UUID> take(List<Rule> rules, RuleAction action, Set<UUID> done) {
        var taken = new HashSet<UUID>();
        rules.stream()
                .filter(rule -> rule.action() == action)
                .map(rule -> rule.product().value())
                .filter(done::add)
                .forEach(taken::add);
        return taken;
    }

    /** Whether the order is another than without rules. */
    public boolean moves() {
        return !pins.isEmpty() || !boosts.isEmpty() || !buried.isEmpty();
    }

    /** Whether there is any rule. */
    public boolean changes() {
        return moves() || !hidden.isEmpty();
    }

    /** The pinned products in their order. */
    public List<UUID> pinned() {
        return pins.stream().map(Pin::product).toList();
    }

    /**
     * The first page with pinned products at their places. They come first, in their order, as far as they are found; a place
     * behind the last product is the last.
     */
    public List<UUID> arranged(List<UUID> firstPage) {
        var places = new HashMap<UUID, Integer>();
        pins.forEach(pin -> places.put(pin.product(), pin.position()));
        int count = 0;
        while (count < firstPage.size() && places.containsKey(firstPage.get(count))) {
            count++;
        }
        var arranged = new ArrayList<UUID>(firstPage.subList(count, firstPage.size()));
        for (var pinned : firstPage.subList(0, count)) {
            arranged.add(Math.min(places.get(pinned) - 1, arranged.size()), pinned);
        }
        return List.copyOf(arranged);
    }
}
