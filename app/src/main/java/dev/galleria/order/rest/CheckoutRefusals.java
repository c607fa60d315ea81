package dev.galleria.order.rest;

import dev.galleria.inventory.Shortage;
import dev.galleria.order.CheckoutView;
import dev.galleria.platform.Texts;
import dev.galleria.platform.rest.ApiFault;
import dev.galleria.platform.rest.PublicId;
import dev.galleria.platform.rest.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The answers of a checkout that are no success, as problem documents with what is needed to go on. */
final class CheckoutRefusals {
    private CheckoutRefusals() {}

    /** So many of an offer are wanted, so many can be had. */
    public record ShortageBody(String offer, int wanted, int available) {}

    /** Each fault at its place; the text's key is its code. */
    static Refusal rejected(Map<String, String> faults, UnaryOperator<String> pointer) {
        return Refusal.faults(faults.entrySet().stream()
                .map(fault -> new ApiFault(
                        pointer.apply(fault.getKey()), fault.getValue(), Texts.of(Locale.ENGLISH, fault.getValue())))
                .toList());
    }

    static Refusal moved(CheckoutView checkout) {
        var notice = checkout.notice();
        return new Refusal(409, "checkout/moved", "The checkout is in another state; nothing was done.")
                .with(
                        notice == null
                                ? Map.of("state", checkout.state().name())
                                : Map.of("state", checkout.state().name(), "notice", notice.name()));
    }

    static Refusal incomplete(CheckoutView checkout) {
        return new Refusal(409, "checkout/incomplete", "A step is missing; nothing was done.")
                .with(Map.of("step", checkout.step().name()));
    }

    static Refusal changed(ReviewBody review, @Nullable String lostCoupon) {
        return new Refusal(409, "checkout/changed", "It is not what has been seen; look at the new figures first.")
                .with(
                        lostCoupon == null
                                ? Map.of("review", review)
                                : Map.of("review", review, "lostCoupon", lostCoupon));
    }

    static Refusal outOfStock(List<Shortage> shortages) {
        var bodies = shortages.stream()
                .map(one -> new ShortageBody(PublicId.of(one.offer()), one.wanted(), one.available()))
                .toList();
        return new Refusal(409, "checkout/out-of-stock", "Less is left than is wanted; nothing was charged.")
                .with(Map.of("shortages", bodies));
    }

    static Refusal unavailable(int seconds) {
        return new Refusal(
                        503,
                        "checkout/unavailable",
                        "The way to pay cannot be reached; what is bought stays set aside.")
                .retryAfter(seconds);
    }

    static Refusal tooMany(int seconds) {
        return new Refusal(429, "checkout/too-many", "Too many unpaid checkouts hold goods already.")
                .retryAfter(seconds);
    }
}
