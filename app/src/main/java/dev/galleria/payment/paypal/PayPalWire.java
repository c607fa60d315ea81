package dev.galleria.payment.paypal;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * How the SDK's calls travel. It knows two addresses only, so calls are led to the one that is set here. A call is over
 * after five seconds, whatever comes; it is never repeated behind our back, follows no redirect with the token in hand,
 * and takes no answer of any size.
 */
final class PayPalWire {
    static final Duration CONNECT = Duration.ofSeconds(1);
    static final Duration READ = Duration.ofSeconds(5);
    private static final long MOST_BYTES = 4L * 1024 * 1024;

    private PayPalWire() {}

    static OkHttpClient client(URI base) {
        return new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .readTimeout(READ)
                .writeTimeout(READ)
                .callTimeout(READ)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .addInterceptor(chain -> limited(chain.proceed(
                        chain.request().newBuilder().url(led(chain, base)).build())))
                .build();
    }

    private static HttpUrl led(Interceptor.Chain chain, URI base) {
        int port = base.getPort() >= 0 ? base.getPort() : "https".equals(base.getScheme()) ? 443 : 80;
        return chain.request()
                .url()
                .newBuilder()
                .scheme(base.getScheme())
                .host(base.getHost())
                .port(port)
                .build();
    }

    private static Response limited(Response response) throws IOException {
        var body = response.body();
        if (body != null && body.source().request(MOST_BYTES + 1)) {
            response.close();
            throw new IOException("an answer of more than " + MOST_BYTES + " bytes");
        }
        return response;
    }
}
