package unroll.layer;

import java.nio.ByteBuffer;
import java.util.Locale;

/** The number formats that a weights file may hold; everything becomes a float. */
enum NumberType {
    F64(8) {
        @Override
        float next(ByteBuffer bytes) {
            return (float) bytes.getDouble();
        }
    },
    F32(4) {
        @Override
        float next(ByteBuffer bytes) {
            return bytes.getFloat();
        }
    },
    F16(2) {
        @Override
        float next(ByteBuffer bytes) {
            return half(bytes.getShort());
        }
    },
    BF16(2) {
        @Override
        float next(ByteBuffer bytes) {
            return Float.intBitsToFloat(bytes.getShort() << 16);
        }
    };

    private final int bytes;

    NumberType(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    /** Reads one number. */
    abstract float next(ByteBuffer bytes);

    static NumberType parse(String name, String tensor) throws WeightsHeader.Fault {
        for (NumberType type : values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw new WeightsHeader.Fault(
                String.format(
                        Locale.ROOT,
                        "tensor %s holds %s; F32, F64, F16 and BF16 can be read",
                        tensor,
                        name));
    }

    /** Widens an IEEE 754 half: 1 bit sign, 5 bits exponent, 10 bits fraction. */
    private static float half(short bits) {
        int exponent = (bits >> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        float size;
        if (exponent == 0) {
            size = fraction * 0x1p-24f;
        } else if (exponent == 31) {
            size = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else {
            size = Math.scalb(1 + fraction * 0x1p-10f, exponent - 15);
        }
        return bits < 0 ? -size : size;
    }
}
