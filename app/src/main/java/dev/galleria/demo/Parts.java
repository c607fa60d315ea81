package dev.galleria.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gathers what comes one by one and hands it on in parts, so that a large file is never held whole. */
final class Parts<T> implements Consumer<T> {
    private final int size;
    private final Consumer<List<T>> work;
    private List<T> part = new ArrayList<>();

    Parts(int size, Consumer<List<T>> work) {
        this.size = size;
        this.work = work;
    }

    @Override
    public void accept(T one) {
        part.add(one);
        if (part.size() == size) {
            finish();
        }
    }

    /** Hands on what is left; to be called after the last one. */
    void finish() {
        var full = part;
        part = new ArrayList<>();
        if (!full.isEmpty()) {
            work.accept(full);
        }
    }
}
