package dev.galleria.platform;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.postgres.PostgresPlugin;

/** How SQL is spoken here: Jdbi with PostgreSQL's types, every record readable from columns of its components' names. */
public final class Rows {
    private Rows() {}

    /** A Jdbi over that source; {@code mapTo(SomeRecord.class)} works for every record, public or not. */
    public static Jdbi over(DataSource source) {
        var jdbi = Jdbi.create(source);
        jdbi.installPlugin(new PostgresPlugin());
        RowMapperFactory records = (type, config) -> {
            var raw = GenericTypes.getErasedType(type);
            return raw.isRecord() ? Optional.of(ConstructorMapper.of(canonical(raw))) : Optional.empty();
        };
        jdbi.registerRowMapper(records);
        return jdbi;
    }

    private static Constructor<?> canonical(Class<?> type) {
        var components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(components);
            // Rows are often a private matter of the class that reads them.
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every record has a canonical constructor: " + type, e);
        }
    }
}
