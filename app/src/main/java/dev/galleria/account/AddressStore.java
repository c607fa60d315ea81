package dev.galleria.account;

import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The rows of {@code address}. Every statement carries the account: somebody else's id finds nothing. */
@ApplicationScoped
class AddressStore {
    @Inject
    Database database;

    /** A row as it is stored. */
    public record Row(
            UUID id,
            String name,
            @Nullable String company,
            String line1,
            @Nullable String line2,
            String postalCode,
            String city,
            @Nullable String region,
            String country,
            @Nullable String phone,
            boolean preferred) {
        SavedAddress saved() {
            return new SavedAddress(
                    new AddressId(id),
                    new Address(name, company, line1, line2, postalCode, city, region, country, phone),
                    preferred);
        }
    }

    List<SavedAddress> list(AccountId account) {
        return database.call(sql -> sql.createQuery(
                        "SELECT * FROM address WHERE account_id = :account ORDER BY preferred DESC, created_at, id")
                .bind("account", account.value())
                .mapTo(Row.class)
                .map(Row::saved)
                .list());
    }

    /** Locks the account's row, so that two changes of its address book take turns. */
    void lockBook(AccountId account) {
        database.call(sql -> sql.createQuery("SELECT id FROM account WHERE id = :id FOR UPDATE")
                .bind("id", account.value())
                .mapTo(UUID.class)
                .findOne());
    }

    AddressId insert(AccountId account, Address address, boolean preferred) {
        return database.call(sql -> insert(sql, account, address, preferred));
    }

    static AddressId insert(Handle sql, AccountId account, Address address, boolean preferred) {
        var id = Ids.next();
        bound(
                        sql.createUpdate(
                                """
                                INSERT INTO address (id, account_id, name, company, line1, line2, postal_code, city, region,
                                                     country, phone, preferred)
                                VALUES (:id, :account, :name, :company, :line1, :line2, :postalCode, :city, :region,
                                        :country, :phone, :preferred)"""),
                        address)
                .bind("id", id)
                .bind("account", account.value())
                .bind("preferred", preferred)
                .execute();
        return new AddressId(id);
    }

    boolean update(AccountId account, AddressId id, Address address) {
        return database.call(sql -> bound(
                                sql.createUpdate(
                                        """
                                        UPDATE address SET name = :name, company = :company, line1 = :line1, line2 = :line2,
                                               postal_code = :postalCode, city = :city, region = :region,
                                               country = :country, phone = :phone
                                         WHERE id = :id AND account_id = :account"""),
                                address)
                        .bind("id", id.value())
                        .bind("account", account.value())
                        .execute())
                == 1;
    }

    boolean prefer(AccountId account, AddressId id) {
        return database.call(sql -> {
            sql.execute(
                    "UPDATE address SET preferred = false WHERE account_id = ? AND preferred AND id <> ?",
                    account.value(),
                    id.value());
            return sql.execute(
                            "UPDATE address SET preferred = true WHERE account_id = ? AND id = ?",
                            account.value(),
                            id.value())
                    == 1;
        });
    }

    boolean delete(AccountId account, AddressId id) {
        return database.call(sql ->
                        sql.execute("DELETE FROM address WHERE account_id = ? AND id = ?", account.value(), id.value()))
                == 1;
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Address address) {
        return statement
                .bind("name", address.name())
                .bind("company", address.company())
                .bind("line1", address.line1())
                .bind("line2", address.line2())
                .bind("postalCode", address.postalCode())
                .bind("city", address.city())
                .bind("region", address.region())
                .bind("country", address.country())
                .bind("phone", address.phone());
    }
}
