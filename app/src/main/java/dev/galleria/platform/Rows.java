package dev.galleria.platform;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;
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
            return raw.isRecord() ? Optional.of(RECORDS.get(raw)) : Optional.empty();
        };
        jdbi.registerRowMapper(records);
        return jdbi;
    }

    private static final ClassValue<RecordMapper> RECORDS = new ClassValue<>() {
        @Override
        protected RecordMapper computeValue(Class<?> type) {
            return new RecordMapper(ConstructorMapper.of(canonical(type)));
        }
    };

    /** Which column goes where is found out once for each list of columns, not for each statement. */
    private static final class RecordMapper implements RowMapper<Object> {
        private final RowMapper<?> mapper;
        private final Map<List<String>, RowMapper<?>> specialized = new ConcurrentHashMap<>();

        private RecordMapper(RowMapper<?> mapper) {
            this.mapper = mapper;
        }

        @Override
        public Object map(ResultSet row, StatementContext context) throws SQLException {
            return specialize(row, context).map(row, context);
        }

        @Override
        @SuppressWarnings("unchecked") // a mapper of records of whatever type
        public RowMapper<Object> specialize(ResultSet row, StatementContext context) throws SQLException {
            var columns = columns(row.getMetaData());
            var known = specialized.get(columns);
            if (known == null) {
                known = mapper.specialize(row, context);
                specialized.put(columns, known);
            }
            return (RowMapper<Object>) known;
        }

        private static List<String> columns(ResultSetMetaData data) throws SQLException {
            var columns = new ArrayList<String>();
            for (int i = 1; i <= data.getColumnCount(); i++) {
                columns.add(data.getColumnLabel(i));
            }
            return columns;
        }
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
