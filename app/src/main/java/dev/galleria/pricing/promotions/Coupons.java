package dev.galleria.pricing.promotions;

import dev.galleria.account.AccountId;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.platform.Ids;
import dev.galleria.platform.cluster.Limits;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The codes that promotions ask for. A use is taken in the transaction that holds the goods, belongs to the order that is placed
 * with it, and is given back once if the checkout ends without one or the order is canceled.
 */
@ApplicationScoped
public class Coupons {
    /** More codes at once nobody hands out. */
    public static final int MOST = 10_000;

    private static final int TRIES = 10;
    private static final Duration PERIOD = Duration.ofMinutes(10);
    /** Without those that look like others. */
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    CouponStore store;

    @Inject
    PromotionStore promotions;

    @Inject
    Limits limits;

    @Inject
    Tenancy tenancy;

    /** What became of a code. */
    public enum Entered {
        /** It counts from now on if the cart meets its conditions. */
        ACCEPTED,
        UNKNOWN,
        /** Not yet, or no longer. */
        NOT_ON,
        USED_UP,
        /** Too many wrong tries from one place. */
        TOO_MANY
    }

    /** Keeps the code for that cart, in place of another one. Only codes that nobody knows count as tries. */
    @Transactional
    public Entered enter(String cart, String code, String client) {
        var tries = tenancy.current().id().value() + ":coupon:" + client;
        // Those who know a code are never counted, not even for a moment: many may share one address.
        if (!limits.isLeft(tries, TRIES, PERIOD)) {
            return Entered.TOO_MANY;
        }
        var found = store.standing(normal(code));
        var standing = of(found);
        if (standing == Entered.UNKNOWN && !limits.take(tries, TRIES, PERIOD)) {
            return Entered.TOO_MANY;
        }
        if (standing == Entered.ACCEPTED) {
            store.enter(cart, found.orElseThrow().id());
        }
        return standing;
    }

    /** What would become of that code now. Not for guessing: whoever asks knows that it was accepted once. */
    public Entered standing(String code) {
        return of(store.standing(normal(code)));
    }

    private static Entered of(Optional<CouponStore.Standing> found) {
        return found.map(one -> !one.on() ? Entered.NOT_ON : one.left() ? Entered.ACCEPTED : Entered.USED_UP)
                .orElse(Entered.UNKNOWN);
    }

    /** Forgets the code of that cart. Repeating changes nothing. */
    @Transactional
    public void forget(String cart) {
        store.forget(cart);
    }

    /** The code that a visitor has given is the account's now, if that cart has none. Repeating changes nothing. */
    @Transactional
    public void move(String from, String to) {
        store.move(from, to);
    }

    /** A code as it is kept: without outer spaces, in capitals. */
    public static String normal(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }

    /** The code that was given for that cart. */
    public Optional<String> entered(String cart) {
        return store.entered(cart);
    }

    /** Who a use counts for: an account, or a guest's normalized e-mail address. */
    public static String customer(@Nullable AccountId account, String email) {
        return account == null ? "e:" + email.toLowerCase(Locale.ROOT) : "a:" + account;
    }

    /** Takes a use for that checkout, which must be locked; false if none is left. Repeating takes none. */
    @Transactional
    public boolean take(UUID coupon, String customer, UUID checkout) {
        if (store.has(coupon, checkout)) {
            return true;
        }
        store.releaseCheckout(checkout);
        return store.take(coupon, customer, checkout);
    }

    /** The checkout, which must be locked, is that order now. */
    @Transactional
    public void placed(UUID checkout, UUID order) {
        store.placed(checkout, order);
    }

    /** Gives back what that checkout took without becoming an order. Repeating changes nothing. */
    @Transactional
    public void release(UUID checkout) {
        store.releaseCheckout(checkout);
    }

    /** Gives back what that order used, because it is canceled. Repeating changes nothing. */
    @Transactional
    public void giveBack(UUID order) {
        store.releaseOrder(order);
    }

    /** Adds one code of one's own; false if there is such a code, or it is none (4–30 letters, digits and dashes). */
    @Transactional
    public boolean add(Editor editor, UUID promotion, String code, @Nullable Integer most, @Nullable Integer each) {
        Promotions.requireStaff(editor);
        var normal = normal(code);
        return normal.matches("[A-Z0-9-]{4,30}")
                && promotions.find(promotion).isPresent()
                && !store.add(promotion, List.of(normal), "own:" + Ids.next(), most, each)
                        .isEmpty();
    }

    /** Makes so many codes (1–10,000) for one use each. */
    @Transactional
    public List<String> make(Editor editor, UUID promotion, int count) {
        Promotions.requireStaff(editor);
        if (count < 1 || count > MOST || promotions.find(promotion).isEmpty()) {
            return List.of();
        }
        Set<String> codes = new LinkedHashSet<>();
        while (codes.size() < count) {
            codes.add(random());
        }
        return store.add(promotion, codes, Ids.next().toString(), 1, 1);
    }

    /** The promotion's codes, oldest first. */
    public List<CouponRow> list(Editor editor, UUID promotion) {
        Promotions.requireStaff(editor);
        return store.list(promotion);
    }

    /** Sixty bits: guessing one of ten thousand takes far more tries than are allowed. */
    private static String random() {
        var code = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }
}
