package dev.galleria.search;

import dev.galleria.tenancy.Tenancy;
import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;

/** Connections for the read side: from the tenants' own pools, outside the application's transactions. */
final class TenantConnections implements MultiTenantConnectionProvider<String> {
    private static final long serialVersionUID = 1L;

    private final transient Tenancy tenancy;

    TenantConnections(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    @Override
    public Connection getConnection(String tenant) throws SQLException {
        if (tenant.equals(BoundTenant.NONE)) {
            return getAnyConnection();
        }
        return tenancy.connection(CatalogUnit.tenant(tenant));
    }

    @Override
    public void releaseConnection(String tenant, Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public Connection getAnyConnection() throws SQLException {
        throw new SQLException("There is no connection without a tenant");
    }

    @Override
    public void releaseAnyConnection(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return false;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException("not a wrapper");
    }
}
