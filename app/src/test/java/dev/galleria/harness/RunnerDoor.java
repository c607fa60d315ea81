package dev.galleria.harness;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Set;

/** Lets Arquillian's own servlet be reached past the tenant's door, which knows no tenant for it. In test archives only. */
public class RunnerDoor implements ServletContainerInitializer {
    private static final String RUNNER = "/ArquillianServletRunnerEE9";

    @Override
    public void onStartup(Set<Class<?>> classes, ServletContext context) {
        Filter door = (request, response, chain) ->
                request.getRequestDispatcher(RUNNER).forward(request, response);
        var registration = context.addFilter("runner-door", door);
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, RUNNER);
    }
}
