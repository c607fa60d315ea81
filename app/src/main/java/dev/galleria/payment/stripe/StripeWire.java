package dev.galleria.payment.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.net.ApiResource.RequestMethod;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How stripe-java's calls travel: its own client would wait for ever on an answer that drips, follow redirects with the
 * key in hand, and read answers of any size. Here a call is over after the read timeout, whatever comes.
 */
final class StripeWire extends com.stripe.net.HttpClient {
    static final Duration CONNECT = Duration.ofSeconds(1);
    static final Duration READ = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    @Override
    public StripeResponse request(StripeRequest request) throws ApiConnectionException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(http(request), info -> new LimitedBody(MOST_BYTES));
        try {
            var response = answer.get(READ.toMillis(), TimeUnit.MILLISECONDS);
            return new StripeResponse(
                    response.statusCode(),
                    HttpHeaders.of(response.headers().map()),
                    new String(response.body(), StandardCharsets.UTF_8));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new ApiConnectionException("no answer within " + READ.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new ApiConnectionException("no answer: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ApiConnectionException("interrupted", e);
        }
    }

    private static HttpRequest http(StripeRequest request) {
        var builder =
                HttpRequest.newBuilder(URI.create(request.url().toString())).timeout(READ);
        Map<String, List<String>> headers = request.headers().map();
        headers.forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        builder.header("User-Agent", buildUserAgentString(request));
        builder.header("X-Stripe-Client-User-Agent", buildXStripeClientUserAgentString());
        if (request.method() == RequestMethod.POST && request.content() != null) {
            builder.setHeader("Content-Type", request.content().contentType());
            builder.POST(BodyPublishers.ofByteArray(request.content().byteArrayContent()));
        } else {
            builder.method(request.method().name(), BodyPublishers.noBody());
        }
        return builder.build();
    }
}
