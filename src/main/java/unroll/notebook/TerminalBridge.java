package unroll.notebook;

import java.io.PrintStream;
import java.util.Map;
import unroll.plot.Bundle;

/** Shows the words of things, line after line, where there is no notebook: a terminal or a test. */
final class TerminalBridge implements Bridge {
    private final PrintStream out;

    TerminalBridge(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "no notebook";
    }

    @Override
    public void show(String id, Map<String, Object> bundle) {
        out.println(bundle.get(Bundle.TEXT));
    }

    @Override
    public void update(String id, Map<String, Object> bundle) {
        show(id, bundle);
    }
}
