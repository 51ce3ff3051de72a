package unroll.data;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Flow;
import unroll.UnrollException;

/** The server that has a set's file: it is asked for bytes, and trusted no further than itself. */
final class SetServer {
    private static final int MOST_REDIRECTS = 5;

    private final PublicSet set;
    private final Transfer.Limits limits;
    private final HttpClient client;

    SetServer(PublicSet set, Transfer.Limits limits, EnvironmentProxies proxies) {
        this.set = set;
        this.limits = limits;
        client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(limits.connect())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(proxies)
                        .build();
    }

    /** Asks for the file from byte {@code from} on, following hints to other places of the server. */
    HttpResponse<Flow.Publisher<List<ByteBuffer>>> ask(long from)
            throws IOException, InterruptedException {
        URI address = set.address();
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            var answer = send(request(address, from));
            Optional<String> location = answer.headers().firstValue("Location");
            if (answer.statusCode() / 100 != 3 || location.isEmpty()) {
                return answer;
            }
            drop(answer);
            address = next(address, location.get());
        }
        throw new UnrollException(
                String.format(Locale.ROOT, "%s sends on and on", set.address().getHost()));
    }

    private HttpResponse<Flow.Publisher<List<ByteBuffer>>> send(HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofPublisher());
        } catch (IllegalArgumentException e) { // a header that is none, such as a length in words
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "%s answers in a way that is no HTTP (%s)",
                            request.uri().getHost(),
                            e.getMessage()),
                    e);
        }
    }

    private HttpRequest request(URI address, long from) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(limits.silence())
                        .header("Accept-Encoding", "identity")
                        .header("User-Agent", "unroll");
        if (from > 0) {
            request.header("Range", String.format(Locale.ROOT, "bytes=%d-", from));
        }
        return request.build();
    }

    /** Returns where the server sends on to, if that is the same server and no less safe. */
    static URI next(URI from, String location) {
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new UnrollException(
                    String.format(Locale.ROOT, "%s sends on to no address", from.getHost()), e);
        }
        boolean same =
                from.getScheme().equalsIgnoreCase(to.getScheme())
                        && from.getRawAuthority().equalsIgnoreCase(to.getRawAuthority());
        if (!same) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "%s sends on to %s://%s, only %s://%s itself is trusted",
                            from.getHost(),
                            to.getScheme(),
                            to.getRawAuthority(),
                            from.getScheme(),
                            from.getRawAuthority()));
        }
        return to;
    }

    /** Lets go of an answer whose body nobody reads, which would hold the connection. */
    static void drop(HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer) {
        if (answer.body() != null) {
            answer.body().subscribe(new Nobody());
        }
    }

    /** Reads nothing. */
    private static final class Nobody implements Flow.Subscriber<List<ByteBuffer>> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
        }

        @Override
        public void onNext(List<ByteBuffer> item) {}

        @Override
        public void onError(Throwable fault) {}

        @Override
        public void onComplete() {}
    }
}
