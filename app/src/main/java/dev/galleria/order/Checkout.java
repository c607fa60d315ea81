package dev.galleria.order;

import dev.galleria.account.AccountId;
import dev.galleria.account.Address;
import dev.galleria.cart.CartKey;
import dev.galleria.inventory.ReservationRef;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Json;
import dev.galleria.platform.OptionalIdColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One attempt to turn a cart into an order. OPEN ⇄ PAYING → PLACED, or ABANDONED; money that comes late may still place it. */
@Entity
@Table(name = "checkout")
class Checkout {
    /** JSON binding needs a class to read a map of texts. */
    public static class Choices extends HashMap<String, String> {
        private static final long serialVersionUID = 1L;
    }

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "cart_id")
    private String cart;

    @Enumerated(EnumType.STRING)
    private CheckoutView.State state;

    private String locale;

    @Nullable
    private String currency;

    @Nullable
    private String email;

    @Nullable
    private String address;

    private String shipping;

    @Nullable
    private String deal;

    @Column(name = "pay_key")
    @Nullable
    private String payKey;

    @Nullable
    private String gateway;

    @Column(name = "hold_id")
    private UUID hold;

    @Nullable
    private String client;

    @Column(name = "account_id", insertable = false, updatable = false)
    @Convert(converter = OptionalIdColumn.class)
    @Nullable
    private UUID account;

    @Column(name = "order_id")
    @Convert(converter = OptionalIdColumn.class)
    @Nullable
    private UUID order;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Enumerated(EnumType.STRING)
    private CheckoutView.@Nullable Notice notice;

    protected Checkout() {} // for JPA

    void fillIn(String newEmail, Address newAddress) {
        email = newEmail;
        address = Json.write(newAddress);
    }

    void choose(Map<String, String> choices) {
        shipping = Json.write(choices);
    }

    /** Starts an attempt to pay: from now on the stock is held under a ref of this attempt. */
    void pay(Deal agreed, PayRequest request, ReservationRef ref) {
        deal = Json.write(agreed);
        payKey = request.formKey();
        gateway = request.gateway();
        client = request.clientAddress();
        hold = ref.value();
        notice = null;
        become(CheckoutView.State.PAYING);
    }

    void reopen(CheckoutView.Notice why) {
        notice = why;
        become(CheckoutView.State.OPEN);
    }

    /** Money counts even when it comes after the time was over. */
    void place(OrderId placed, Instant at) {
        notice = null;
        order = placed.value();
        changedAt = at;
        become(CheckoutView.State.PLACED);
    }

    void abandon(CheckoutView.Notice why) {
        notice = why;
        become(CheckoutView.State.ABANDONED);
    }

    private void become(CheckoutView.State next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException(id + " is " + state + " and may not become " + next);
        }
        state = next;
    }

    CheckoutId id() {
        return new CheckoutId(id);
    }

    CartKey cart() {
        return new CartKey(cart);
    }

    /** Who buys; empty for a guest. */
    Optional<AccountId> account() {
        return Optional.ofNullable(account).map(AccountId::new);
    }

    CheckoutView.State state() {
        return state;
    }

    boolean open() {
        return state == CheckoutView.State.OPEN;
    }

    Locale locale() {
        return Locale.forLanguageTag(locale);
    }

    /** What it is to be paid in; empty where that has never been asked. */
    Optional<Currency> currency() {
        return Optional.ofNullable(currency).map(Currency::getInstance);
    }

    @Nullable
    String email() {
        return email;
    }

    @Nullable
    Address address() {
        return address == null ? null : Json.read(address, Address.class);
    }

    Map<String, String> choices() {
        return Json.read(shipping, Choices.class);
    }

    @Nullable
    Deal deal() {
        return deal == null ? null : Json.read(deal, Deal.class);
    }

    /** The deal of a checkout that has been paid or tried to be. */
    Deal agreed() {
        var agreed = deal();
        if (agreed == null) {
            throw new IllegalStateException(id + " has never been agreed on");
        }
        return agreed;
    }

    boolean paidBy(String formKey) {
        return formKey.equals(payKey);
    }

    @Nullable
    String gateway() {
        return gateway;
    }

    ReservationRef hold() {
        return new ReservationRef(hold);
    }

    CheckoutView.@Nullable Notice notice() {
        return notice;
    }

    /** Gives the next attempt's ref. */
    static ReservationRef newHold() {
        return new ReservationRef(Ids.next());
    }
}
