// Pictures of a page in the machine's own Chromium.
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';
import { PNG } from 'pngjs';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

export const executablePath = process.env.PATH.split(':').flatMap(folder => names.map(name => `${folder}/${name}`))
    .find(file => { try { execFileSync('test', ['-x', file]); return true; } catch { return false; } });

// The sandbox refuses to run as root, which is who a container's user is; the pages are our own. Tiles that are drawn anew in
// part, or by several threads, have edges that differ from one time to the next.
export const browserArguments = ['--no-sandbox', '--disable-partial-raster', '--num-raster-threads=1'];

export const looks = [
    ...[360, 768, 1440].flatMap(width => ['light', 'dark'].map(colorScheme => ({ name: `${width} ${colorScheme}`, width, colorScheme }))),
    { name: 'print', width: 768, colorScheme: 'light', media: 'print' },
    { name: 'hover', width: 1440, colorScheme: 'light', act: page => page.locator('a:visible').first().hover({ timeout: 3000 }) },
    { name: 'focus', width: 1440, colorScheme: 'light', act: page => page.keyboard.press('Tab') },
];

export const launch = () => chromium.launch({ executablePath, args: browserArguments });

// Brings what may come late, and holds every animation at the same moment.
async function settle() {
    for (const image of document.images)
        image.loading = 'eager';
    await Promise.all([...document.images].map(image => image.decode().catch(() => {})));
    await document.fonts.ready;
    for (const frame of document.querySelectorAll('iframe, object, embed')) {
        frame.scrollIntoView();
        await new Promise(drawn => setTimeout(drawn, 200));
    }
    scrollTo(0, 0);
    for (const animation of document.getAnimations()) {
        if (animation.timeline instanceof DocumentTimeline) {
            animation.pause();
            animation.currentTime = 400;
        }
    }
    await new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)));
}

/** A window that shows one address; with `html` its answer is that and the network is off. */
export class Window {
    requests = new Set();
    bodies = new Map();

    static async open(browser, address, html) {
        const window = new Window();
        window.address = address;
        window.context = await browser.newContext({ locale: 'en' });
        window.page = await window.context.newPage();
        if (html === undefined) {
            window.page.on('response', response => window.bodies.set(response.url(), response.body().catch(() => Buffer.alloc(0))));
            return window;
        }

        await window.context.setOffline(true);
        await window.context.route('**/*', route => {
            if (route.request().isNavigationRequest() && route.request().url() === address)
                return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
            window.requests.add(route.request().url());
            return route.abort('internetdisconnected');
        });
        return window;
    }

    async takePicture(look) {
        await this.page.setViewportSize({ width: look.width, height: 800 });
        await this.page.emulateMedia({ colorScheme: look.colorScheme, media: look.media ?? 'screen' });
        await this.page.mouse.move(0, 0);
        await this.page.goto(this.address);
        await this.page.evaluate(settle);
        if (look.act) {
            await look.act(this.page).catch(() => {});
            await this.page.evaluate(settle);
        }
        return this.page.screenshot({ fullPage: true });
    }

    close() {
        return this.context.close();
    }
}

/** How many pixels differ; what only one of the pictures has differs. */
export function countDifferences(first, second) {
    if (first.equals(second))
        return 0;
    const [a, b] = [PNG.sync.read(first), PNG.sync.read(second)];
    const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)];
    let count = Math.max(a.width, b.width) * Math.max(a.height, b.height) - width * height;
    for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
            if (a.data.readUInt32BE(4 * (y * a.width + x)) !== b.data.readUInt32BE(4 * (y * b.width + x)))
                count++;
        }
    }
    return count;
}
