package unroll.data;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import unroll.UnrollException;

/**
 * Which proxy a download goes through: the one of Java's own settings ({@code https.proxyHost}), else
 * that of {@code HTTPS_PROXY} or {@code ALL_PROXY}, unless {@code NO_PROXY} names the server. This
 * machine is asked without one.
 */
final class EnvironmentProxies extends ProxySelector {
    private static final List<Proxy> NONE = List.of(Proxy.NO_PROXY);
    private static final List<String> NAMES =
            List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");

    private final ProxySelector settings;
    private final Map<String, String> environment;

    EnvironmentProxies(ProxySelector settings, Map<String, String> environment) {
        this.settings = settings;
        this.environment = environment;
    }

    @Override
    public List<Proxy> select(URI address) {
        if (PublicSet.isHere(address.getHost())) {
            return NONE;
        }
        if (settings != null) {
            List<Proxy> set = settings.select(address);
            if (set.stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT)) {
                return set;
            }
        }
        for (String name : NAMES) {
            String value = environment.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                return isExcepted(address.getHost()) ? NONE : List.of(proxy(name, value));
            }
        }
        return NONE;
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException cause) {
        if (settings != null) {
            settings.connectFailed(address, proxy, cause);
        }
    }

    /** Says where the way leads, for messages: never the password that the variable may hold. */
    String describe(URI address) {
        Proxy proxy = select(address).get(0);
        return proxy.type() == Proxy.Type.DIRECT
                ? "no proxy is set; where one is needed, set HTTPS_PROXY=http://name:port"
                : "through the proxy " + proxy.address();
    }

    private static Proxy proxy(String name, String value) {
        try {
            URI uri = new URI(value.contains("://") ? value : "http://" + value);
            if ("http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
                int port = uri.getPort() < 0 ? 80 : uri.getPort();
                return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(uri.getHost(), port));
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw unusable(name); // without the cause, which would show a password
        }
        throw unusable(name);
    }

    private static UnrollException unusable(String name) {
        return new UnrollException(
                String.format(
                        Locale.ROOT,
                        "the variable %s names no proxy that can be used; write it as http://name:port",
                        name));
    }

    /** A name in the list excepts itself and everything below it; a star excepts everything. */
    private boolean isExcepted(String host) {
        String list = environment.getOrDefault("no_proxy", environment.get("NO_PROXY"));
        if (list == null) {
            return false;
        }
        String wanted = host.toLowerCase(Locale.ROOT);
        for (String entry : list.toLowerCase(Locale.ROOT).split(",", -1)) {
            String name = entry.strip().replaceFirst("^\\*?\\.", "").replaceFirst(":\\d+$", "");
            if (name.equals("*") || wanted.equals(name) || wanted.endsWith("." + name)) {
                return !name.isEmpty();
            }
        }
        return false;
    }
}
