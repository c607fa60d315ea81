package dev.galleria.platform.web;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What pages ask of records, as {@code card.title()}: methods without parameters, looked up once for each type. The standard
 * resolver looks through all methods at every call, which was most of what a list of products cost.
 */
public class RecordResolver extends ELResolver {
    private static final ClassValue<Map<String, Method>> METHODS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.getParameterCount() == 0
                            && Modifier.isPublic(method.getModifiers())
                            && !Modifier.isStatic(method.getModifiers())
                            && !method.isBridge()
                            && method.trySetAccessible())
                    .collect(Collectors.toUnmodifiableMap(Method::getName, Function.identity()));
        }
    };

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object name,
            Class<?> @Nullable [] types,
            Object @Nullable [] parameters) {
        if (!(base instanceof Record) || name == null || parameters != null && parameters.length > 0) {
            return null;
        }
        var method = METHODS.get(base.getClass()).get(name.toString());
        if (method == null) {
            return null;
        }
        try {
            var value = method.invoke(base);
            context.setPropertyResolved(base, name);
            return value;
        } catch (InvocationTargetException e) {
            throw new ELException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new ELException(e);
        }
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {}

    /** Left to others: this resolver only invokes. */
    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        return false;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return null;
    }
}
