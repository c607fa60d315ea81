package dev.galleria.platform;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** For ids that may be missing and are only read: EclipseLink 4's own conversion of UUIDs stumbles over null. */
@Converter
public class OptionalIdColumn implements AttributeConverter<UUID, Object> {
    @Override
    public @Nullable Object convertToDatabaseColumn(@Nullable UUID id) {
        return id;
    }

    @Override
    public @Nullable UUID convertToEntityAttribute(@Nullable Object column) {
        return column == null ? null : column instanceof UUID id ? id : UUID.fromString(column.toString());
    }
}
