package unroll.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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
    void aLineOfPixelsIsAnImage() throws IOException {
        assertThat(shown(new BufferedImage(5000, 1, BufferedImage.TYPE_INT_ARGB)).getHeight())
                .isEqualTo(1);
    }
}
