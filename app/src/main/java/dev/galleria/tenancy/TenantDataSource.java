package dev.galleria.tenancy;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The application's data source: a connection logged in as the current tenant's own role, or as nobody. */
public class TenantDataSource implements DataSource {
    @Override
    public Connection getConnection() throws SQLException {
        var tenant = CurrentTenant.find();
        return LateConnection.of(tenant == null ? TenantPools.NOBODY : tenant.role());
    }

    /** The credentials are the tenant's own; others are not taken. */
    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) {
        // The driver logs through java.util.logging.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // The pools have a timeout of their own.
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("dev.galleria.tenancy");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException("not a wrapper");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
