package dev.galleria.search;

import dev.galleria.platform.Problem;
import java.util.EnumMap;
import java.util.Map;

/** How much each factor weighs, 0 to 100. */
public record Weights(Map<Factor, Integer> byFactor) {
    /** The highest weight. */
    public static final int MOST = 100;

    public Weights {
        var all = new EnumMap<Factor, Integer>(Factor.class);
        for (var factor : Factor.values()) {
            int weight = byFactor.getOrDefault(factor, factor.usual());
            if (weight < 0 || weight > MOST) {
                throw Problem.invalid("search/weight", factor + " " + weight);
            }
            all.put(factor, weight);
        }
        byFactor = Map.copyOf(all);
    }

    /** Those of a marketplace that has not set any. */
    public static Weights usual() {
        return new Weights(Map.of());
    }

    public int of(Factor factor) {
        return byFactor.get(factor);
    }
}
