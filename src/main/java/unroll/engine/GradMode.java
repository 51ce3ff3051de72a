package unroll.engine;

import java.lang.reflect.Method;
import unroll.UnrollException;

/** PyTorch's switch per thread, which DJL's public interface does not reach; off on MXNet. */
final class GradMode {
    private static final Method GET = Engines.isPyTorch() ? find("isGradMode") : null;
    private static final Method SET =
            Engines.isPyTorch() ? find("setGradMode", boolean.class) : null;

    private GradMode() {}

    static boolean isOn() {
        return GET != null && (boolean) call(GET);
    }

    static void set(boolean on) {
        if (SET != null) {
            call(SET, on);
        }
    }

    static Method find(String name, Class<?>... parameters) {
        try {
            return Class.forName("ai.djl.pytorch.jni.JniUtils").getMethod(name, parameters);
        } catch (ReflectiveOperationException e) {
            throw new UnrollException(
                    "the PyTorch engine lacks JniUtils." + name + "; use DJL 0.35.1", e);
        }
    }

    static Object call(Method method, Object... arguments) {
        try {
            return method.invoke(null, arguments);
        } catch (ReflectiveOperationException e) {
            throw new UnrollException("PyTorch refused JniUtils." + method.getName(), e);
        }
    }
}
