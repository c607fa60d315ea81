package dev.galleria.inventory;

import dev.galleria.inventory.SendRule.Aim;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The marketplace's rule of sending, as it is kept. */
final class SendRules {
    private SendRules() {}

    static SendRule read(Handle sql) {
        return sql.createQuery("SELECT array_to_string(ranking, ',') FROM stock_rule")
                .mapTo(String.class)
                .findOne()
                .map(text -> new SendRule(
                        List.of(text.split(",")).stream().map(Aim::valueOf).toList()))
                .orElse(SendRule.DEFAULT);
    }

    static void write(Handle sql, SendRule rule) {
        sql.createUpdate(
                        "INSERT INTO stock_rule (ranking) VALUES (:ranking) ON CONFLICT (one) DO UPDATE SET ranking = excluded.ranking")
                .bindArray(
                        "ranking",
                        String.class,
                        rule.ranking().stream().map(Aim::name).toList())
                .execute();
    }
}
