package dev.galleria.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordReaderTest {
    /** An id. */
    public record BoxId(UUID value) {}

    /** A word of a closed list. */
    public enum Size {
        S,
        M
    }

    /** Something in a box. */
    public record Thing(String name, @Nullable Integer count) {}

    /** Everything that can be read. */
    @ReadOnly("id")
    public record Box(
            @Nullable BoxId inside,
            Money price,
            Size size,
            @Nullable Instant since,
            @Nullable BigDecimal weight,
            boolean open,
            List<Thing> things,
            Map<String, String> labels) {}

    @Test
    void readsARecordByItsComponents() {
        var id = new BoxId(Ids.next());

        var box = RecordReader.read(
                json(
                        """
                        {"id": 7, "inside": "%s", "price": {"amount": "12.30", "currency": "EUR"}, "size": "M",
                         "since": "2026-11-27T01:00:00+01:00", "weight": 2.5, "open": true,
                         "things": [{"name": "cup", "count": 2}, {"name": "lid"}], "labels": {"en": "Box"}}"""
                                .formatted(PublicId.of(id))),
                Box.class);

        assertThat(box)
                .isEqualTo(new Box(
                        id,
                        Money.of("12.30", "EUR"),
                        Size.M,
                        Instant.parse("2026-11-27T00:00:00Z"),
                        new BigDecimal("2.5"),
                        true,
                        List.of(new Thing("cup", 2), new Thing("lid", null)),
                        Map.of("en", "Box")));
    }

    @Test
    void namesEveryFaultByItsPlace() {
        var refusal = refused(
                """
                {"inside": "boxi_x", "price": {"amount": "1.234", "currency": "EUR"}, "size": "XL", "since": "yesterday",
                 "weight": "2", "open": "true", "things": [{"name": null}, {"nam/e": 1, "name": "a", "count": 1.5}, 3],
                 "labels": {"en": 5}, "tenantId": 1}""");

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.faults().stream().map(fault -> fault.pointer() + " " + fault.code()))
                .containsExactlyInAnyOrder(
                        "/tenantId unknown-field",
                        "/inside id",
                        "/price/amount amount",
                        "/size choice",
                        "/since moment",
                        "/weight number",
                        "/open boolean",
                        "/things/0/name missing",
                        "/things/1/nam~1e unknown-field",
                        "/things/1/count integer",
                        "/things/2 object",
                        "/labels/en string");
    }

    @Test
    void wantsAnObjectAndWhatIsNeeded() {
        assertThat(refused("[]").faults()).extracting(ApiFault::code).containsExactly("object");
        assertThat(refused("{}").faults())
                .extracting(ApiFault::pointer)
                .containsExactly("/price", "/size", "/open", "/things", "/labels");
    }

    @Test
    void knowsAmountsByTheirCurrency() {
        assertThat(refused(priced("12", "YEN")).faults())
                .extracting(ApiFault::pointer)
                .containsExactly("/price/currency");
        assertThat(refused(priced("12.5", "JPY")).faults())
                .extracting(ApiFault::pointer)
                .containsExactly("/price/amount");
        for (var amount : List.of("-1", "1e3", "", "1,5", "１", "9999999999999999")) {
            assertThat(refused(priced(amount, "EUR")).faults())
                    .extracting(ApiFault::pointer)
                    .containsExactly("/price/amount");
        }
    }

    @Test
    void readsIdsOfTheRightKindOnly() {
        var id = Ids.next();
        var text = PublicId.of(new BoxId(id));

        assertThat(text).matches("boxi_[0-9a-z]{26}");
        assertThat(PublicId.read(text, BoxId.class, BoxId::new)).contains(new BoxId(id));
        assertThat(PublicId.of(new BoxId(new UUID(-1, -1)))).isEqualTo("boxi_7zzzzzzzzzzzzzzzzzzzzzzzzz");
        assertThat(PublicId.read("boxi_7zzzzzzzzzzzzzzzzzzzzzzzzz", BoxId.class, BoxId::new))
                .contains(new BoxId(new UUID(-1, -1)));
        for (var wrong : List.of(
                "prod_" + text.substring(5),
                text.substring(5),
                text + "0",
                "boxi_8zzzzzzzzzzzzzzzzzzzzzzzzz",
                text.toUpperCase(java.util.Locale.ROOT),
                "",
                "boxi_",
                "boxi_" + "u".repeat(26))) {
            assertThat(PublicId.read(wrong, BoxId.class, BoxId::new)).isEmpty();
        }
    }

    private static String priced(String amount, String currency) {
        return """
               {"price": {"amount": "%s", "currency": "%s"}, "size": "S", "open": false, "things": [], "labels": {}}"""
                .formatted(amount, currency);
    }

    private static Refusal refused(String json) {
        return catchThrowableOfType(Refusal.class, () -> RecordReader.read(json(json), Box.class));
    }

    private static Object json(String text) {
        return StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
