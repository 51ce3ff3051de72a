package unroll.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on this machine that answers exactly the bytes a test wants, faults included. */
final class FaultyServer implements AutoCloseable {
    private final ServerSocket server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Answer answer;

    /** What is sent back to one request. */
    interface Answer {
        void give(Exchange exchange) throws IOException, InterruptedException;
    }

    /** One request and the way back. */
    record Exchange(String request, int number, Socket socket) {

        Exchange head(int status, String... headers) throws IOException {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Test\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            head.append("Connection: close\r\n\r\n");
            return body(head.toString().getBytes(StandardCharsets.ISO_8859_1), 0);
        }

        Exchange body(byte[] bytes, int from) throws IOException {
            return body(bytes, from, bytes.length);
        }

        Exchange body(byte[] bytes, int from, int to) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes, from, to - from);
            out.flush();
            return this;
        }

        void pause(long milliseconds) throws InterruptedException {
            Thread.sleep(milliseconds);
        }

        /** Closes so that the other side gets a reset instead of an end. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Returns the first byte asked for. */
        int range() {
            return request.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("range:"))
                    .map(line -> line.replaceAll("\\D+", ""))
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        }

        /** Answers as a server should, from the byte asked for. */
        void serve(byte[] file) throws IOException {
            promise(file, range()).body(file, range());
        }

        /** Sends the head of the answer a server should give. */
        Exchange promise(byte[] file, int from) throws IOException {
            String length = "Content-Length: " + (file.length - from);
            return from == 0
                    ? head(200, length)
                    : head(206, length, contentRange(from, file.length));
        }
    }

    static String contentRange(int from, int length) {
        return "Content-Range: bytes %d-%d/%d".formatted(from, length - 1, length);
    }

    FaultyServer(Answer answer) throws IOException {
        this.answer = answer;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread listener = new Thread(this::listen, "faulty server");
        listener.setDaemon(true);
        listener.start();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread thread = new Thread(() -> answer(socket));
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return; // closed: the test is over
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            StringBuilder request = new StringBuilder();
            for (String line = in.readLine();
                    line != null && !line.isEmpty();
                    line = in.readLine()) {
                request.append(line).append('\n');
            }
            requests.add(request.toString());
            answer.give(new Exchange(request.toString(), requests.size(), socket));
        } catch (IOException | InterruptedException e) {
            return; // the other side went away, as some tests want
        }
    }

    void answers(Answer next) {
        answer = next;
    }

    /** Returns the heads of all requests so far. */
    List<String> requests() {
        return requests;
    }

    int port() {
        return server.getLocalPort();
    }

    String address(String path) {
        return "http://127.0.0.1:%d%s".formatted(port(), path);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
