package dev.galleria.order;

import dev.galleria.account.AccountId;
import dev.galleria.account.Accounts;
import dev.galleria.inventory.LineQuantity;
import dev.galleria.platform.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Orders as shoppers and the shop's staff see them. Sellers have {@link SellerOrders}. */
@ApplicationScoped
public class Orders {
    private static final Pattern NUMBER = Pattern.compile("#?([0-9]{1,12})");

    @Inject
    OrderReader reader;

    @Inject
    OrderLists lists;

    @Inject
    OrderChanges changes;

    @Inject
    HistoryImport history;

    @Inject
    Fulfillment fulfillment;

    @Inject
    OnDelivery onDelivery;

    @Inject
    Accounts accounts;

    /** For the holder of the token, which is the right to see the order; it never changes. */
    public Optional<OrderDetails> byToken(String token) {
        return reader.byTokenHash(Secrets.hash(token));
    }

    /** For handlers and staff: no right is checked. */
    public Optional<OrderDetails> find(OrderId id) {
        return reader.find(id);
    }

    /** The order that a parcel is of: no right is checked. */
    public Optional<OrderDetails> byParcel(ShipmentId id) {
        return reader.byParcel(id);
    }

    /** For staff, by number with or without {@code #}: no right is checked. */
    public Optional<OrderDetails> byNumber(String number) {
        var written = NUMBER.matcher(number.strip());
        return written.matches() ? reader.byNumber("#" + written.group(1)) : Optional.empty();
    }

    /** An account's own order, or a guest's with its confirmed address, by its number; somebody else's is as unknown as none. */
    public Optional<OrderDetails> ofAccount(AccountId account, String number) {
        return byNumber(number).filter(order -> belongs(order, account));
    }

    /** An account's orders and those of a guest with its confirmed address, newest first; pages from 0. */
    public Found<OrderSummary> history(AccountId account, int page, int size) {
        return lists.ofAccount(account, accounts.confirmedEmail(account), page, size);
    }

    private boolean belongs(OrderDetails order, AccountId account) {
        return order.account() == null
                ? accounts.confirmedEmail(account).filter(order.email()::equals).isPresent()
                : account.equals(order.account());
    }

    /** All orders for the shop's staff, newest first. */
    public Found<OrderSummary> list(OrderFilter filter) {
        return lists.all(filter);
    }

    /** The token of an order's stable address, for links in mails. */
    public String token(OrderId id) {
        return OrderStore.token(id);
    }

    /**
     * Cancels the whole order while nothing has been sent: stock goes back, captured money is refunded in full. Repeating
     * gives the first answer. Whoever calls has checked the right; an unknown order is a Problem (NOT_FOUND).
     */
    public Cancellation cancel(OrderId id, String actor) {
        var answer = changes.cancel(id, actor);
        onDelivery.callOff(id);
        return answer;
    }

    /**
     * Cancels units that have not been sent, of any seller's part: by its shopper before they are sent, or by staff. They go back
     * to the shelves, their money to the buyer. Once per token; units that have been sent meanwhile are a Problem (CONFLICT).
     */
    public void cancel(OrderId id, List<LineQuantity> units, String token, String actor) {
        fulfillment.cancel(id, null, units, token, actor);
        onDelivery.callOff(id);
    }

    /** Brings in orders from elsewhere as they stand, with the stock movements that they stand for. Each reference once. */
    public int importHistory(List<PastOrder> orders) {
        return history.bring(orders);
    }
}
