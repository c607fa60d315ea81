package dev.galleria.platform.rest;

import dev.galleria.platform.Money;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of JSON by their components: what is not nullable is needed, what is unknown is refused, nothing is converted
 * silently. Gathers all faults with their places.
 */
final class RecordReader {
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,4})?");
    private static final int MOST = 100;

    private final List<ApiFault> faults = new ArrayList<>();

    private RecordReader() {}

    /** The record; faults are a {@link Refusal} (400). */
    static <T> T read(@Nullable Object json, Class<T> type) {
        var reader = new RecordReader();
        var value = reader.record(json, type, "");
        if (value == null || !reader.faults.isEmpty()) {
            throw new Refusal(
                    400, "request/body", "The body does not have the form that is asked for.", reader.faults, Map.of());
        }
        return type.cast(value);
    }

    private @Nullable Object record(@Nullable Object json, Class<?> type, String pointer) {
        if (!(json instanceof Map<?, ?> members)) {
            return fault(pointer, "object", "An object is expected here.");
        }
        var components = type.getRecordComponents();
        unknown(members, type, pointer);
        var arguments = new Object[components.length];
        int before = faults.size();
        for (int i = 0; i < components.length; i++) {
            var name = components[i].getName();
            arguments[i] = component(members.get(name), components[i], pointer + "/" + escaped(name));
        }
        return faults.size() > before ? null : make(type, components, arguments);
    }

    private void unknown(Map<?, ?> members, Class<?> type, String pointer) {
        var readOnly = type.getAnnotation(ReadOnly.class);
        var known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        var ignored = readOnly == null ? Set.<String>of() : Set.of(readOnly.value());
        for (var name : members.keySet()) {
            if (!known.contains(name) && !ignored.contains(name)) {
                fault(pointer + "/" + escaped(String.valueOf(name)), "unknown-field", "There is no such field.");
            }
        }
    }

    private @Nullable Object component(@Nullable Object json, RecordComponent component, String pointer) {
        var type = component.getAnnotatedType();
        if (json == null) {
            return type.isAnnotationPresent(Nullable.class) ? null : fault(pointer, "missing", "This field is needed.");
        }
        return value(json, type, pointer);
    }

    private @Nullable Object value(Object json, AnnotatedType type, String pointer) {
        if (type instanceof AnnotatedParameterizedType parameterized) {
            var raw = ((ParameterizedType) type.getType()).getRawType();
            var arguments = parameterized.getAnnotatedActualTypeArguments();
            return raw == List.class ? list(json, arguments[0], pointer) : map(json, arguments[1], pointer);
        }
        return plain(json, (Class<?>) type.getType(), pointer);
    }

    private @Nullable Object list(Object json, AnnotatedType item, String pointer) {
        if (!(json instanceof List<?> items)) {
            return fault(pointer, "array", "An array is expected here.");
        }
        var values = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            values.add(item(items.get(i), item, pointer + "/" + i));
        }
        return values;
    }

    private @Nullable Object map(Object json, AnnotatedType item, String pointer) {
        if (!(json instanceof Map<?, ?> members)) {
            return fault(pointer, "object", "An object is expected here.");
        }
        var values = new LinkedHashMap<String, @Nullable Object>();
        members.forEach((name, value) ->
                values.put(String.valueOf(name), item(value, item, pointer + "/" + escaped(String.valueOf(name)))));
        return values;
    }

    private @Nullable Object item(@Nullable Object json, AnnotatedType type, String pointer) {
        return json == null ? fault(pointer, "missing", "null is not possible here.") : value(json, type, pointer);
    }

    private @Nullable Object plain(Object json, Class<?> type, String pointer) {
        if (type == Boolean.class || type == boolean.class) {
            return json instanceof Boolean ? json : fault(pointer, "boolean", "true or false is expected here.");
        }
        if (type == Integer.class || type == int.class) {
            return integer(json, pointer);
        }
        if (type == BigDecimal.class) {
            return json instanceof BigDecimal ? json : fault(pointer, "number", "A number is expected here.");
        }
        if (type == Money.class) {
            return money(json, pointer);
        }
        if (type.isRecord() && PublicId.component(type).isEmpty()) {
            return record(json, type, pointer);
        }
        return json instanceof String text
                ? text(text, type, pointer)
                : fault(pointer, "string", "A string is expected here.");
    }

    private @Nullable Object integer(Object json, String pointer) {
        try {
            return ((BigDecimal) json).intValueExact();
        } catch (ClassCastException | ArithmeticException e) {
            return fault(pointer, "integer", "A whole number is expected here.");
        }
    }

    private @Nullable Object money(Object json, String pointer) {
        var body = (MoneyBody) record(json, MoneyBody.class, pointer);
        if (body == null) {
            return null;
        }
        try {
            return AMOUNT.matcher(body.amount()).matches()
                    ? Money.of(body.amount(), body.currency())
                    : fault(pointer + "/amount", "amount", "An amount is written like \"12.34\".");
        } catch (ArithmeticException e) {
            return fault(pointer + "/amount", "amount", "The currency does not have so many decimals.");
        } catch (IllegalArgumentException e) {
            return fault(pointer + "/currency", "currency", "A currency is written like \"EUR\" (ISO 4217).");
        }
    }

    private @Nullable Object text(String text, Class<?> type, String pointer) {
        if (type == String.class) {
            return text.indexOf('\0') < 0 ? text : fault(pointer, "characters", "NUL is not possible here.");
        }
        try {
            if (type == Instant.class) {
                return OffsetDateTime.parse(text).toInstant();
            }
            if (type == LocalDate.class) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            return fault(pointer, "moment", "A moment is written as in RFC 3339, e.g. 2026-11-27T08:00:00Z.");
        }
        if (type.isEnum()) {
            for (var constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(text)) {
                    return constant;
                }
            }
            return fault(pointer, "choice", "One of " + Arrays.toString(type.getEnumConstants()));
        }
        return id(text, type, pointer);
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object id(String text, Class<?> type, String pointer) {
        var found = PublicId.read(text, (Class<Record>) type, uuid ->
                (Record) make(type, type.getRecordComponents(), new Object[] {uuid}));
        return found.isPresent() ? found.get() : fault(pointer, "id", "This is not an id of that kind.");
    }

    private static Object make(Class<?> type, RecordComponent[] components, @Nullable Object[] arguments) {
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Bodies are public records: " + type, e);
        }
    }

    private @Nullable Object fault(String pointer, String code, String message) {
        if (faults.size() < MOST) {
            faults.add(new ApiFault(pointer, code, message));
        }
        return null;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
