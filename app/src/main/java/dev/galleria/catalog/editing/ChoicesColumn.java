package dev.galleria.catalog.editing;

import dev.galleria.platform.Json;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.lang.reflect.Type;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** A variant's choices lie in a column of type jsonb. */
@Converter
public class ChoicesColumn implements AttributeConverter<Map<String, String>, Object> {
    private static final Type TEXT_BY_KEY = new LinkedHashMap<String, String>() {
        private static final long serialVersionUID = 1L;
    }.getClass().getGenericSuperclass();

    @Override
    public Object convertToDatabaseColumn(@Nullable Map<String, String> choices) {
        try {
            var column = new PGobject();
            column.setType("jsonb");
            column.setValue(Json.write(choices == null ? Map.of() : choices));
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException("PGobject takes any text", e);
        }
    }

    @Override
    public Map<String, String> convertToEntityAttribute(@Nullable Object column) {
        return column == null ? Map.of() : Json.read(column.toString(), TEXT_BY_KEY);
    }
}
