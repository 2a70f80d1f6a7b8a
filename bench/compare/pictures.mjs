// Draws the pictures that ModernSite shows and the repository does not hold: node pictures.mjs FOLDER
import { writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';

const pictures = {
    'tile.png': [32, 32, (x, y) => ((x >> 3) + (y >> 3)) % 2 ? [204, 68, 0] : [255, 204, 136]],
    'small.png': [60, 30, x => [x * 2, 136 + x * 2, x * 2]],
    'large.png': [240, 120, (x, y) => [255 - (x >> 1), 128 + y, 128]],
};

for (const [name, [width, height, colorAt]] of Object.entries(pictures)) {
    const png = new PNG({ width, height });
    for (let i = 0; i < width * height; i++)
        png.data.set([...colorAt(i % width, Math.floor(i / width)), 255], 4 * i);
    writeFileSync(`${process.argv[2]}/${name}`, PNG.sync.write(png));
}
