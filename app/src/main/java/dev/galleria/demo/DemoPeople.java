package dev.galleria.demo;

import dev.galleria.account.Address;
import dev.galleria.account.NewAccount;
import dev.galleria.account.Role;
import dev.galleria.seller.NewSeller;
import dev.galleria.seller.Seller;
import dev.galleria.seller.Sellers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The people of a marketplace's files: sellers, its owner, everybody who shops. */
final class DemoPeople {
    private static final int OWNER_SINCE = 2_000;

    private final MarketplaceFiles files;
    private final Days days;

    DemoPeople(MarketplaceFiles files, Days days) {
        this.files = files;
        this.days = days;
    }

    List<Seller> register(Sellers sellers) {
        return files.rows("sellers").stream()
                .map(row -> {
                    int count = row.number("rating_count");
                    long sum = (row.number("rating_hundredths") * (long) count + 50) / 100;
                    return sellers.transferIn(
                            new NewSeller(
                                    row.text("slug"),
                                    row.text("name"),
                                    row.text("email"),
                                    row.text("country"),
                                    row.textOrNull("city"),
                                    row.textOrNull("image"),
                                    row.texts("description")),
                            days.ago(row.number("joined_days_ago")),
                            sum,
                            count);
                })
                .toList();
    }

    /** Everybody who can sign in. */
    List<NewAccount> accounts(List<Seller> sellers) {
        var settings = files.settings();
        var locale = Locale.forLanguageTag(settings.text("default-locale"));
        var accounts = new ArrayList<NewAccount>();
        accounts.add(new NewAccount(
                settings.map("owner").text("email"),
                settings.map("owner").text("name"),
                locale,
                Set.of(Role.OWNER),
                null,
                List.of(),
                days.ago(OWNER_SINCE)));
        sellers.forEach(seller -> accounts.add(new NewAccount(
                seller.email(),
                seller.name(),
                locale,
                Set.of(Role.SELLER),
                seller.id().value(),
                List.of(),
                seller.createdAt())));
        files.rows("customers").forEach(row -> accounts.add(customer(row)));
        return accounts;
    }

    private NewAccount customer(Row row) {
        return new NewAccount(
                row.text("email"),
                row.text("name"),
                Locale.forLanguageTag(row.text("locale")),
                Set.of(),
                null,
                List.of(address(row)),
                days.ago(row.number("registered_days_ago")));
    }

    /** Where the customer of that row lives. */
    static Address address(Row row) {
        return new Address(
                row.text("name"),
                null,
                row.text("line1"),
                row.textOrNull("line2"),
                row.text("postal_code"),
                row.text("city"),
                row.textOrNull("region"),
                row.text("country"),
                row.textOrNull("phone"));
    }
}
