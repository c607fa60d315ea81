package dev.galleria.account;

import java.time.Duration;

/** What a mailed link is for, and how long it works. */
public enum LinkKind {
    SIGN_UP(Duration.ofHours(24)),
    RESET(Duration.ofMinutes(30));

    private final Duration life;

    LinkKind(Duration life) {
        this.life = life;
    }

    public Duration life() {
        return life;
    }
}
