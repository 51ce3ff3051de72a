package unroll.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferFloat;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import unroll.plot.Bundle;

class ImageBundleTest {
    private static BufferedImage shown(BufferedImage image) throws IOException {
        String html = (String) ImageBundle.of(image).get(Bundle.HTML);
        String data = html.replaceFirst(".*?base64,([^\"]*)\".*", "$1");
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data)));
    }

    @Test
    void aSmallImageShowsItsPixelsAsSquares() throws IOException {
        BufferedImage digit = new BufferedImage(28, 14, BufferedImage.TYPE_BYTE_GRAY);
        digit.setRGB(27, 13, 0xFFFFFF);
        BufferedImage shown = shown(digit);
        assertThat(shown.getWidth()).isEqualTo(168);
        assertThat(shown.getRGB(167, 83)).isEqualTo(0xFFFFFFFF);
        assertThat(shown.getRGB(161, 77)).isNotEqualTo(0xFFFFFFFF);
        assertThat(ImageBundle.of(digit).get(Bundle.TEXT))
                .isEqualTo("image, 28 × 14 pixels, opaque, shown at 6 times");
    }

    @Test
    void anImageOfItsOwnSizeStaysAsItIs() throws IOException {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        assertThat(shown(image).getWidth()).isEqualTo(300);
        assertThat(ImageBundle.of(image).get(Bundle.TEXT))
                .isEqualTo("image, 300 × 200 pixels, opaque");
    }

    @Test
    void aLargeImageOfNoiseFitsIntoOneCell() {
        BufferedImage noise = new BufferedImage(3000, 2000, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int i = 0; i < 3000 * 2000; i++) {
            noise.setRGB(i % 3000, i / 3000, random.nextInt());
        }
        Map<String, Object> bundle = ImageBundle.of(noise);
        assertThat((String) bundle.get(Bundle.HTML)).hasSizeLessThan(1_000_000);
        assertThat((String) bundle.get(Bundle.TEXT)).contains("3000 × 2000", "shown at 0.");
    }

    @Test
    void aHugeImageIsReadWithoutACopyOfIt() throws IOException {
        BufferedImage stripes = new BufferedImage(20_000, 20_000, BufferedImage.TYPE_BYTE_BINARY);
        byte[] bytes = ((DataBufferByte) stripes.getRaster().getDataBuffer()).getData();
        Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0xFF);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        BufferedImage shown = shown(stripes);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000_000_000);
        assertThat(shown.getRGB(500, 499)).isEqualTo(0xFF000000);
        assertThat(shown.getRGB(500, 500)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void anImageOfNumbersThatAPngDoesNotKnowIsShownToo() throws IOException {
        ColorSpace grey = ColorSpace.getInstance(ColorSpace.CS_GRAY);
        ColorModel colors =
                new ComponentColorModel(
                        grey, false, false, Transparency.OPAQUE, DataBuffer.TYPE_FLOAT);
        WritableRaster raster =
                Raster.createWritableRaster(
                        new PixelInterleavedSampleModel(
                                DataBuffer.TYPE_FLOAT, 300, 200, 1, 300, new int[] {0}),
                        new DataBufferFloat(300 * 200),
                        null);
        raster.setSample(299, 0, 0, 1f);
        BufferedImage shown = shown(new BufferedImage(colors, raster, false, null));
        assertThat(shown.getRGB(0, 0)).isEqualTo(0xFF000000);
        assertThat(shown.getRGB(299, 0)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void aLineOfPixelsIsAnImage() throws IOException {
        assertThat(shown(new BufferedImage(5000, 1, BufferedImage.TYPE_INT_ARGB)).getHeight())
                .isEqualTo(1);
    }
}
