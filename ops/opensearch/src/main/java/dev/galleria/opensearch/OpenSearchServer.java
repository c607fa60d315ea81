package dev.galleria.opensearch;

import java.io.IOException;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * One OpenSearch node, reachable from this machine only, until whoever started it closes its standard input. Arguments: a
 * directory for its data, and a free port.
 */
public final class OpenSearchServer {
    private OpenSearchServer() {}

    /** Runs until the standard input ends. */
    public static void main(String[] arguments) throws IOException {
        var directory = arguments[0];
        var port = arguments[1];
        try (var node = new OpenSearchRunner()) {
            node.onBuild((number, settings) -> {
                settings.put("network.host", "127.0.0.1");
                settings.put("http.port", port);
                settings.put("transport.port", "0");
                settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
                settings.put("action.auto_create_index", false);
            });
            node.build(OpenSearchRunner.newConfigs()
                    .basePath(directory)
                    .clusterName("galleria-tests")
                    .numOfNode(1)
                    .useLogger());
            while (System.in.read() >= 0) {
                // Nothing is said to it; the end is what counts.
            }
        }
        System.exit(0); // threads of its client linger
    }
}
