"""What a reader sees of a picture: its pixels, from a screenshot."""

import base64

# Size, share of pixels that differ from the most frequent colour, and how many colours there are.
MEASURE = """async data => {
    const image = await createImageBitmap(await (await fetch('data:image/png;base64,' + data)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height);
    const pen = canvas.getContext('2d');
    pen.drawImage(image, 0, 0);
    const pixels = new Uint32Array(pen.getImageData(0, 0, image.width, image.height).data.buffer);
    const counts = new Map();
    for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) || 0) + 1);
    const ink = 1 - Math.max(...counts.values()) / pixels.length;
    return {width: image.width, height: image.height, ink: ink, colours: counts.size};
}"""


class Looks:
    """Judges screenshots with the browser's own decoder."""

    def __init__(self, browser):
        self.page = browser.new_page()

    def fault(self, element, file):
        """Takes a screenshot of an element and says what is wrong with it; empty when all is well."""
        element.screenshot(path=str(file))
        seen = self.page.evaluate(MEASURE, base64.b64encode(file.read_bytes()).decode())
        if seen["width"] < 100 or seen["height"] < 20:
            return f"only {seen['width']} x {seen['height']} pixels"
        if seen["ink"] < 0.005 or seen["colours"] < 2:
            return f"blank: {seen['colours']} colours on {seen['ink']:.2%} of it"
        return ""
