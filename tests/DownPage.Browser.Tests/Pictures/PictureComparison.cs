using System.Text.Json;

namespace DownPage.Browser.Tests.Pictures;

/// <summary>Compares decoded pictures, pixel by pixel. The browser decodes them: no other decoder is needed.</summary>
internal static class PictureComparison
{
    private const string Script =
        """
        async ([first, second]) => {
            const decode = async base64 => {
                const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0));
                return createImageBitmap(new Blob([bytes], { type: 'image/png' }),
                    { colorSpaceConversion: 'none', premultiplyAlpha: 'none' });
            };
            const [a, b] = [await decode(first), await decode(second)];
            const [width, height] = [Math.max(a.width, b.width), Math.max(a.height, b.height)];
            const pixelsOf = image => {
                const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
                context.drawImage(image, 0, 0);
                return context.getImageData(0, 0, width, height);
            };
            const [pixelsOfA, pixelsOfB] = [pixelsOf(a), pixelsOf(b)];
            const [inA, inB] = [new Uint32Array(pixelsOfA.data.buffer), new Uint32Array(pixelsOfB.data.buffer)];
            const shown = pixelsOfA.data.slice();
            let [pixels, left, top, right, bottom] = [0, width, height, 0, 0];
            for (let i = 0; i < inA.length; i++) {
                if (inA[i] === inB[i]) {
                    for (let channel = 0; channel < 3; channel++)
                        shown[4 * i + channel] = 191 + (shown[4 * i + channel] >> 2);
                    continue;
                }
                shown.set([255, 0, 0, 255], 4 * i);
                const [x, y] = [i % width, Math.floor(i / width)];
                pixels++;
                left = Math.min(left, x);
                right = Math.max(right, x + 1);
                top = Math.min(top, y);
                bottom = Math.max(bottom, y + 1);
            }
            if (pixels === 0)
                return null;
            const canvas = new OffscreenCanvas(width, height);
            canvas.getContext('2d').putImageData(new ImageData(shown, width, height), 0, 0);
            const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
            let binary = '';
            for (let start = 0; start < bytes.length; start += 32768)
                binary += String.fromCharCode(...bytes.subarray(start, start + 32768));
            const size = image => `${image.width} x ${image.height}`;
            return JSON.stringify({
                pixels, left, top, right, bottom, firstSize: size(a), secondSize: size(b), png: btoa(binary),
            });
        }
        """;

    /// <summary>Where the pictures differ; null: nowhere.</summary>
    /// <param name="first">The bytes of a PNG.</param>
    /// <param name="second">The bytes of the other PNG.</param>
    public static async Task<PictureDifference?> CompareAsync(byte[] first, byte[] second)
    {
        // The same browser writes the same pixels as the same bytes: this is nearly always the end of it.
        if (first.AsSpan().SequenceEqual(second))
            return null;

        var browser = await Chromium.GetAsync();
        var page = await browser.NewPageAsync();
        try
        {
            var difference = await page.EvaluateAsync<string?>(
                Script, new[] { Convert.ToBase64String(first), Convert.ToBase64String(second) });
            return difference is null ? null : JsonSerializer.Deserialize<PictureDifference>(difference);
        }
        finally
        {
            await page.CloseAsync();
        }
    }
}
