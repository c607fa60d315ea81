package dev.galleria.tenancy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * A connection that is taken from its pool when it is first used. The server asks for a new one even where a transaction
 * already has its own and then drops it: taken at once, transactions would wait for each other's second connection.
 */
final class LateConnection implements InvocationHandler {
    /** Made once: a trace of the stack for each connection is dear, and nobody reads it. */
    private static final SQLFeatureNotSupportedException NO_CLIENT_INFO =
            new SQLFeatureNotSupportedException("client info");
    /** A shopper is told within five seconds that the database does not answer; a report may take its time. */
    private static final int HURRIED_MILLIS = 4_000;

    private static final int PATIENT_MILLIS = 30_000;

    private final String role;
    private @Nullable Connection taken;
    private boolean autoCommit = true;
    private boolean closed;

    private LateConnection(String role) {
        this.role = role;
    }

    /** A connection as that role. Used by one thread at a time, as connections are. */
    static Connection of(String role) {
        return (Connection) Proxy.newProxyInstance(
                LateConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, new LateConnection(role));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "equals":
                return arguments != null && proxy == arguments[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            case "toString":
                return "connection as " + role + (taken == null ? ", not taken yet" : "");
            default:
                if (taken == null) {
                    return untaken(method, arguments);
                }
                if (method.getName().equals("commit")) {
                    refuseCommitOfFailed(taken);
                }
                return call(taken, method, arguments);
        }
    }

    /**
     * The database answers the commit of a transaction whose statement failed by rolling it back, and the driver takes
     * that for success: whoever had caught the failure would be told that nothing was lost.
     */
    private static void refuseCommitOfFailed(Connection taken) throws SQLException {
        if (taken.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED) {
            taken.rollback();
            throw new SQLException("A statement of this transaction failed, so it was rolled back", "25P02");
        }
    }

    /** What can be answered without a connection is. */
    private @Nullable Object untaken(Method method, Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "close":
            case "abort":
                closed = true;
                return null;
            case "isClosed":
                return closed;
            case "isValid":
                return !closed;
            case "getAutoCommit":
                return autoCommit;
            case "setAutoCommit":
                autoCommit = arguments != null && (boolean) arguments[0];
                return null;
            case "getTransactionIsolation":
                return Connection.TRANSACTION_READ_COMMITTED;
            case "getMetaData":
                return Proxy.newProxyInstance(
                        LateConnection.class.getClassLoader(), new Class<?>[] {DatabaseMetaData.class}, this::metaData);
            case "commit":
            case "rollback":
                return null;
            default:
                return call(take(), method, arguments);
        }
    }

    /** The server asks each new connection whether it knows client info properties; "no" needs no connection. */
    private @Nullable Object metaData(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("getClientInfoProperties")) {
            throw NO_CLIENT_INFO;
        }
        var connection = taken == null ? take() : taken;
        return call(connection.getMetaData(), method, arguments);
    }

    private Connection take() throws SQLException {
        if (closed) {
            throw new SQLException("The connection is closed");
        }
        var connection = TenantPools.connection(role);
        connection.setAutoCommit(autoCommit);
        connection.setNetworkTimeout(Runnable::run, CurrentTenant.hurried() ? HURRIED_MILLIS : PATIENT_MILLIS);
        taken = connection;
        return connection;
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
