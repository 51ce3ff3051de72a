package unroll.data;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import unroll.UnrollException;

/** Brings the bytes of one set into a file, going on after what the file already holds. */
final class Transfer {
    private static final int TICK = 200;
    private static final int LEAST_BYTES = 1000;

    private final PublicSet set;
    private final Path part;
    private final Limits limits;
    private final EnvironmentProxies proxies;
    private final Consumer<Download> progress;
    private final SetServer server;

    /**
     * How patient a download is.
     *
     * @param connect the longest wait for a connection
     * @param silence the longest wait for an answer, and for each further 1000 bytes of it
     * @param tries how often it is tried while the fault may pass
     * @param pause the pause before the second try; later ones are twice as long each
     */
    record Limits(Duration connect, Duration silence, int tries, Duration pause) {
        static final Limits USUAL =
                new Limits(
                        Duration.ofSeconds(10), Duration.ofSeconds(30), 3, Duration.ofSeconds(1));
    }

    Transfer(
            PublicSet set,
            Path part,
            Limits limits,
            EnvironmentProxies proxies,
            Consumer<Download> progress) {
        this.set = set;
        this.part = part;
        this.limits = limits;
        this.proxies = proxies;
        this.progress = progress;
        server = new SetServer(set, limits, proxies);
    }

    /**
     * Returns when the part holds as many bytes as the set has.
     *
     * @throws UnrollException with what happened, if that cannot be; the part keeps what came
     */
    void run() throws IOException, InterruptedException {
        long pause = limits.pause().toMillis();
        for (int attempt = 1; ; attempt++) {
            Optional<String> fault = attempt();
            if (fault.isEmpty()) {
                return;
            }
            if (attempt == limits.tries()) {
                throw new UnrollException(
                        String.format(
                                Locale.ROOT,
                                "%s, after %d tries; %s are kept: run it again to go on from there",
                                fault.get(),
                                attempt,
                                PublicSet.megabytes(received())));
            }
            tell(received(), fault.get() + "; trying again");
            Thread.sleep(pause);
            pause *= 2;
        }
    }

    /** Tries once; returns a fault that may pass, nothing when all is there. */
    private Optional<String> attempt() throws IOException, InterruptedException {
        if (received() > set.bytes()) {
            Files.delete(part);
        }
        if (received() == set.bytes()) {
            return Optional.empty();
        }
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer;
        try {
            answer = server.ask(received());
        } catch (IOException e) {
            return Optional.of(
                    String.format(
                            Locale.ROOT,
                            "%s does not answer (%s; %s)",
                            host(),
                            reason(e),
                            proxies.describe(set.address())));
        }
        int status = answer.statusCode();
        if (status == 408 || status == 429 || status >= 500) {
            SetServer.drop(answer);
            return Optional.of(
                    String.format(
                            Locale.ROOT, "%s answers %d, a fault of its own", host(), status));
        }
        return receive(answer);
    }

    private Optional<String> receive(HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer)
            throws IOException, InterruptedException {
        if (answer.body() == null) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "the proxy does not let it through to %s: it answers %d%s",
                            host(),
                            answer.statusCode(),
                            answer.statusCode() == 407
                                    ? ", wants a name and a password, which are not sent"
                                    : ""));
        }
        try (FileChannel file =
                FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long from;
            try {
                from = new Answer(set, answer).firstByte(file.size());
            } catch (UnrollException e) {
                SetServer.drop(answer);
                throw e;
            }
            file.truncate(from).position(from);
            Receiver receiver = new Receiver(file, from, set.bytes());
            answer.body().subscribe(receiver);
            Optional<String> fault = await(receiver);
            file.force(true);
            return fault;
        }
    }

    private Optional<String> await(Receiver receiver) throws IOException, InterruptedException {
        long window = System.nanoTime();
        long before = receiver.received();
        try {
            while (true) {
                try {
                    receiver.end().get(TICK, MILLISECONDS);
                    return missing(receiver.received());
                } catch (TimeoutException e) {
                    tell(receiver.received(), "");
                }
                if (System.nanoTime() - window > limits.silence().toNanos()) {
                    if (receiver.received() - before < LEAST_BYTES) {
                        return Optional.of(tooSlow());
                    }
                    window = System.nanoTime();
                    before = receiver.received();
                }
            }
        } catch (ExecutionException e) {
            return passing(receiver, e.getCause());
        } finally {
            receiver.cancel();
        }
    }

    private Optional<String> missing(long received) {
        return received == set.bytes()
                ? Optional.empty()
                : Optional.of(brokeOff(received) + "the answer ended early");
    }

    private Optional<String> passing(Receiver receiver, Throwable fault) throws IOException {
        if (fault instanceof Receiver.DiskFault disk) {
            throw (IOException) disk.getCause();
        }
        if (fault instanceof Receiver.TooLong) {
            Files.deleteIfExists(part);
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "%s sends more than the %,d bytes expected",
                            host(),
                            set.bytes()));
        }
        return Optional.of(brokeOff(receiver.received()) + reason(fault));
    }

    private String brokeOff(long received) {
        return String.format(
                Locale.ROOT,
                "the connection to %s broke off at byte %,d of %,d: ",
                host(),
                received,
                set.bytes());
    }

    private String tooSlow() {
        return String.format(
                Locale.ROOT,
                "%s is too slow: fewer than %,d bytes came in %.0f seconds",
                host(),
                LEAST_BYTES,
                limits.silence().toMillis() / 1e3);
    }

    private long received() throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    private void tell(long received, String note) {
        progress.accept(new Download(set.name(), received, set.bytes(), note));
    }

    private String host() {
        return set.address().getHost();
    }

    /** Says what a fault of the network is; many have no message of their own. */
    private static String reason(Throwable fault) {
        Throwable first = fault;
        while (first.getCause() != null && first.getMessage() == null) {
            first = first.getCause();
        }
        String kind = first.getClass().getSimpleName().replace("Exception", "");
        return first.getMessage() == null ? kind : kind + ": " + first.getMessage();
    }
}
