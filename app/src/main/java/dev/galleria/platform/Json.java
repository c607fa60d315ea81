package dev.galleria.platform;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.adapter.JsonbAdapter;
import java.lang.reflect.Type;
import java.util.Currency;

/** Records to JSON text and back (Jakarta JSON Binding), for columns and payloads. */
public final class Json {
    private static final Jsonb JSONB =
            JsonbBuilder.create(new JsonbConfig().withNullValues(false).withAdapters(new CurrencyAdapter()));

    private Json() {}

    public static String write(Object value) {
        return JSONB.toJson(value);
    }

    public static <T> T read(String json, Class<T> type) {
        return JSONB.fromJson(json, type);
    }

    /** For generic types, e.g. a map. */
    public static <T> T read(String json, Type type) {
        return JSONB.fromJson(json, type);
    }

    /** A currency is its ISO 4217 code. */
    public static class CurrencyAdapter implements JsonbAdapter<Currency, String> {
        @Override
        public String adaptToJson(Currency currency) {
            return currency.getCurrencyCode();
        }

        @Override
        public Currency adaptFromJson(String code) {
            return Currency.getInstance(code);
        }
    }
}
