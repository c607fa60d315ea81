package dev.galleria.platform.cluster;

import com.hazelcast.topic.ITopic;
import com.hazelcast.topic.Message;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Tells every node what its caches must forget, in the order of telling: a page that is drawn again must not find the old
 * product beside it. On this node it is done when {@link #tell} returns.
 */
final class Forgetting {
    private final Map<String, Consumer<String>> caches = new ConcurrentHashMap<>();
    private final ITopic<String> topic;

    Forgetting(ITopic<String> topic) {
        this.topic = topic;
        topic.addMessageListener(this::hear);
    }

    /** What is told under that name is done so. */
    void register(String cache, Consumer<String> forget) {
        caches.put(cache, forget);
    }

    /** The name has no blank. */
    void tell(String cache, String what) {
        forget(cache, what);
        topic.publish(cache + ' ' + what);
    }

    private void hear(Message<String> message) {
        if (!message.getPublishingMember().localMember()) {
            var text = message.getMessageObject();
            int blank = text.indexOf(' ');
            forget(text.substring(0, blank), text.substring(blank + 1));
        }
    }

    private void forget(String cache, String what) {
        var known = caches.get(cache);
        if (known != null) {
            known.accept(what);
        }
    }
}
