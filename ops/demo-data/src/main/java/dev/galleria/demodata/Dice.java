package dev.galleria.demodata;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Repeatable chance: the same purpose always gives the same throws, on every JVM. */
final class Dice {
    private final SplittableRandom random;

    private Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Dice of their own for each purpose, so that a longer word list here moves nothing there. */
    static Dice of(String... purpose) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : String.join(":", purpose).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return new Dice(hash);
    }

    /** A number from {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    long between(long low, long high) {
        return random.nextLong(low, high + 1);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** The index of one of the weights, each as likely as it is heavy. */
    int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int rest = random.nextInt(total);
        int index = 0;
        while (rest >= weights[index]) {
            rest -= weights[index++];
        }
        return index;
    }

    <T> List<T> shuffled(List<T> from) {
        List<T> rest = new ArrayList<>(from);
        List<T> result = new ArrayList<>(from.size());
        while (!rest.isEmpty()) {
            result.add(rest.remove(random.nextInt(rest.size())));
        }
        return result;
    }

    /** Some of a list, in the list's own order. */
    <T> List<T> some(List<T> from, int count) {
        List<T> chosen = shuffled(from).subList(0, Math.min(count, from.size()));
        return from.stream().filter(chosen::contains).toList();
    }
}
