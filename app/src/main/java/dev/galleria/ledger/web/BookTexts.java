package dev.galleria.ledger.web;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.MeasureUnit;
import dev.galleria.ledger.BookAccount;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.platform.MoneyText;
import dev.galleria.seller.Seller;
import dev.galleria.seller.SellerId;
import dev.galleria.seller.Sellers;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** What accounts, parties and rates are called in the language of the visit. */
@RequestScoped
class BookTexts {
    @Inject
    OfficeTexts texts;

    @Inject
    Sellers sellers;

    @Inject
    Visit visit;

    private final Map<String, String> names = new HashMap<>();

    /** "Owed to sellers · Atelier Nord"; the party is left out where there is none. */
    String account(BookAccount account, String party) {
        var name = texts.get("books.account." + account);
        return party.isEmpty() ? name : name + " · " + party(account, party);
    }

    private String party(BookAccount account, String party) {
        return account == BookAccount.CLEARING
                ? texts.get("books.through." + party)
                : names.computeIfAbsent(party, id -> Ids.parse(id)
                        .map(SellerId::new)
                        .flatMap(sellers::find)
                        .map(Seller::name)
                        .orElse(id));
    }

    String seller(String id) {
        return party(BookAccount.SELLER, id);
    }

    /** Basis points as people write percent: 12.5 %. */
    String percent(int basisPoints) {
        return NumberFormatter.withLocale(visit.locale())
                .unit(MeasureUnit.PERCENT)
                .precision(Precision.maxFraction(2))
                .format(BigDecimal.valueOf(basisPoints, 2))
                .toString();
    }

    /** Empty for nothing, as in books. */
    String amount(Money money) {
        return money.isZero() ? "" : MoneyText.of(money, visit.locale());
    }
}
