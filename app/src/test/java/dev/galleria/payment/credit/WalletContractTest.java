package dev.galleria.payment.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.ledger.Books;
import dev.galleria.ledger.LedgerFixture;
import dev.galleria.payment.GatewayDouble;
import dev.galleria.payment.Outcome;
import dev.galleria.payment.PaymentGateway;
import dev.galleria.payment.PaymentGatewayContract;
import dev.galleria.payment.Receiver;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.platform.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Credit is a gateway without a page, over our own ledger. */
class WalletContractTest extends PaymentGatewayContract {
    private final WalletGateway wallet = new WalletGateway();
    private TestDatabase database;
    private Jdbi jdbi;
    private Books books;
    private Credits credits;

    @BeforeAll
    void open() {
        database = TestDatabase.migrated();
        jdbi = database.jdbi();
        books = LedgerFixture.books(database.database(jdbi));
        credits = CreditFixture.credits(database.database(jdbi), books);
        wallet.credits = credits;
        pay(CHECKOUT, "49.00");
    }

    @AfterAll
    void close() {
        database.close();
    }

    /** A gift card pays so much of that checkout's order. */
    private void pay(UUID checkout, String amount) {
        var worth = Money.of(amount, "EUR");
        var ref = Ids.next();
        jdbi.useTransaction(sql -> {
            var card = CreditFixture.card(credits, books, worth);
            credits.hold(ref, checkout, List.of(new CreditShare(card, CreditKind.GIFT_CARD, "", worth)));
        });
        jdbi.useTransaction(sql -> credits.use(ref, Ids.next()));
    }

    @Test
    void paysOnlyWhatCreditsHold() {
        assertThat(wallet.open(attempt(Ids.next(), "49.01", null))).isInstanceOf(Outcome.Ended.class);
        assertThat(wallet.open(attempt(Ids.next(), "49.00", null)))
                .isInstanceOfSatisfying(
                        Outcome.Paid.class, paid -> assertThat(paid.amount()).isEqualTo(Money.of("49.00", "EUR")));
    }

    @Override
    protected PaymentGateway gateway() {
        return wallet;
    }

    @Override
    protected boolean hosted() {
        return false;
    }

    @Override
    protected Class<? extends Outcome> openedAtOnce() {
        return Outcome.Paid.class;
    }

    @Override
    protected Optional<String> paidRef(String amount) {
        var checkout = Ids.next();
        pay(checkout, amount);
        return Optional.of("wallet:" + checkout);
    }

    @Override
    protected String operation(Call call) {
        return "";
    }

    @Override
    protected void shopperPays(String sessionRef) {
        throw new IllegalStateException("there is no page");
    }

    @Override
    protected void shopperIsDeclined(String sessionRef) {
        throw new IllegalStateException("nobody is declined");
    }

    @Override
    protected GatewayDouble control() {
        throw new IllegalStateException("there is no gateway");
    }

    @Override
    protected String account() {
        return "";
    }

    @Override
    protected Receiver events() {
        throw new IllegalStateException("there are no events");
    }

    @Override
    protected String paymentEvent() {
        return "";
    }
}
