package dev.galleria.seller;

import dev.galleria.platform.Problem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The life of one seller. APPLIED → ACTIVE ⇄ SUSPENDED. */
@Entity
@Table(name = "seller")
class Merchant {
    @Id
    private UUID id;

    @Version
    private long version;

    private String slug;
    private String name;
    private String email;
    private String country;

    @Nullable
    private String city;

    @Column(name = "image_key")
    @Nullable
    private String imageKey;

    @Enumerated(EnumType.STRING)
    private Seller.Status status;

    @Column(name = "rating_sum")
    private long ratingSum;

    @Column(name = "rating_count")
    private int ratingCount;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Merchant() {} // for JPA

    Merchant(UUID id, NewSeller wish, Instant since) {
        this.id = id;
        slug = wish.slug();
        status = Seller.Status.ACTIVE;
        createdAt = since;
        describe(wish);
    }

    final void describe(NewSeller wish) {
        name = wish.name();
        email = wish.email();
        country = wish.country();
        city = wish.city();
        imageKey = wish.imageKey();
    }

    void rate(long sum, int count) {
        if (sum < count || sum > 5L * count) {
            throw Problem.invalid("seller/rating", sum + " stars of " + count);
        }
        ratingSum = sum;
        ratingCount = count;
    }

    void since(Instant instant) {
        createdAt = instant;
    }

    void suspend() {
        status = Seller.Status.SUSPENDED;
    }

    void activate() {
        status = Seller.Status.ACTIVE;
    }

    UUID id() {
        return id;
    }

    Seller view() {
        int rating = ratingCount == 0 ? 0 : (int) ((ratingSum * 200 + ratingCount) / (2L * ratingCount));
        return new Seller(
                new SellerId(id), slug, name, email, country, city, imageKey, status, rating, ratingCount, createdAt);
    }
}
