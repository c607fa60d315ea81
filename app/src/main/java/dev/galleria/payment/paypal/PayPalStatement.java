package dev.galleria.payment.paypal;

import com.paypal.sdk.PaypalServerSdkClient;
import com.paypal.sdk.exceptions.ApiException;
import com.paypal.sdk.models.SearchTransactionsInput;
import com.paypal.sdk.models.TransactionInformation;
import dev.galleria.payment.Statement;
import dev.galleria.payment.Statement.Entry;
import dev.galleria.payment.Statement.Kind;
import dev.galleria.platform.Ids;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What PayPal's Transaction Search says has moved. The codes: developer.paypal.com/docs/transaction-search/transaction-event-codes. */
final class PayPalStatement {
    private static final int PAGE = 500;
    private static final int MOST_PAGES = 200;
    private static final String PAYMENT = "T00";
    private static final String REFUND = "T1107";
    /** With or without a colon in the offset: PayPal writes +0000. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(java.util.Locale.ROOT);

    private PayPalStatement() {}

    static Statement of(PaypalServerSdkClient client, Instant from, Instant to) throws ApiException, IOException {
        var entries = new ArrayList<Entry>();
        int pages = 1;
        for (int page = 1; page <= pages && page <= MOST_PAGES; page++) {
            var input = new SearchTransactionsInput.Builder(text(from), text(to))
                    .fields("transaction_info")
                    .balanceAffectingRecordsOnly("Y")
                    .pageSize(PAGE)
                    .page(page)
                    .build();
            var found = client.getTransactionSearchController()
                    .searchTransactions(input)
                    .getResult();
            if (found == null || found.getTransactionDetails() == null) {
                return new Statement.Unavailable("an answer that is no list");
            }
            pages = found.getTotalPages() == null ? 1 : found.getTotalPages();
            found.getTransactionDetails()
                    .forEach(detail -> entry(detail.getTransactionInfo()).ifPresent(entries::add));
        }
        return new Statement.Listed(List.copyOf(entries));
    }

    private static Optional<Entry> entry(TransactionInformation info) {
        if (info == null
                || info.getTransactionAmount() == null
                || info.getTransactionEventCode() == null
                || !"S".equals(info.getTransactionStatus())) {
            return Optional.empty();
        }
        var value = info.getTransactionAmount().getValue();
        boolean out = value.startsWith("-");
        boolean refund = REFUND.equals(info.getTransactionEventCode());
        if (refund != out || !refund && !info.getTransactionEventCode().startsWith(PAYMENT)) {
            return Optional.empty();
        }
        return Optional.of(new Entry(
                refund ? Kind.REFUND : Kind.CAPTURE,
                info.getTransactionId(),
                PayPalAmount.money(
                        out ? value.substring(1) : value,
                        info.getTransactionAmount().getCurrencyCode()),
                OffsetDateTime.parse(info.getTransactionInitiationDate(), TIME).toInstant(),
                Optional.ofNullable(info.getCustomField()).flatMap(Ids::parse).orElse(null)));
    }

    private static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
