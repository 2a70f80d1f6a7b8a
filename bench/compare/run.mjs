// Makes every page with every tool, looks at what came out, and writes the tables: node run.mjs PAGES.json
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { brotliCompressSync, constants } from 'node:zlib';
import { countDifferences, launch, looks, Window } from './browser.mjs';
import { writeTables } from './tables.mjs';
import { tools, versionOf } from './tools.mjs';

// The browser itself draws some things in more than one way: where few pixels differ, the picture is taken again.
const attempts = 3;
const few = 1000;

const compressed = content => brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
}).length;

/** The app with a status of success, so that no tool can refuse the page of an error. */
async function answerWithSuccess(origin) {
    const server = createServer(async (request, response) => {
        const answer = await fetch(new URL(request.url, origin), { headers: { 'accept-encoding': 'identity' } });
        const body = Buffer.from(await answer.arrayBuffer());
        response.writeHead(answer.status >= 500 ? 200 : answer.status, {
            'content-type': answer.headers.get('content-type') ?? 'application/octet-stream',
            'content-length': body.length,
        });
        response.end(body);
    });
    await new Promise(listening => server.listen(0, '127.0.0.1', listening));
    return server;
}

/** Pictures of the live page in every look, and what it consists of. */
async function lookAtLive(browser, address) {
    const window = await Window.open(browser, address);
    const pictures = new Map();
    for (const look of looks)
        pictures.set(look.name, [await window.takePicture(look)]);
    const bodies = await Promise.all(window.bodies.values());
    return {
        window,
        pictures,
        row: {
            tool: 'the page with its links',
            bytes: bodies.reduce((sum, body) => sum + body.length, 0),
            brotli: bodies.reduce((sum, body) => sum + compressed(body), 0),
            requests: bodies.length - 1,
        },
    };
}

/** How a tool's page differs from the live one, with the network off. */
async function lookAtMade(browser, page, tool, html, live) {
    const window = await Window.open(browser, page.address, html);
    const errors = new Set();
    window.page.on('pageerror', error => errors.add(error.message.split('\n')[0]));
    const differing = {};
    for (const look of looks) {
        const difference = await differenceIn(window, look, live);
        if (difference) {
            differing[look.name] = difference.pixels;
            writeFileSync(`${page.folder}/${tool} ${look.name}.png`, difference.picture);
        }
    }
    await window.close();
    return {
        bytes: html.length,
        brotli: compressed(html),
        requests: window.requests.size,
        asked: [...window.requests].slice(0, 20),
        differing,
        errors: [...errors],
    };
}

// What differs from every one of several pictures differs because of the page.
async function differenceIn(window, look, live) {
    const expected = live.pictures.get(look.name);
    let least;
    for (let attempt = 1; attempt <= attempts; attempt++) {
        const picture = await window.takePicture(look);
        const pixels = Math.min(...expected.map(one => countDifferences(one, picture)));
        if (pixels === 0)
            return undefined;
        if (!least || pixels < least.pixels)
            least = { pixels, picture };
        if (pixels > few)
            break;
        if (expected.length < attempts)
            expected.push(await live.window.takePicture(look));
    }
    return least;
}

async function makeAndLook(browser, page, name, make, live) {
    const started = performance.now();
    try {
        const html = Buffer.from(await make(page));
        const seconds = (performance.now() - started) / 1000;
        writeFileSync(`${page.folder}/${name}.html`, html);
        return { tool: name, seconds, ...await lookAtMade(browser, page, name, html, live) };
    } catch (error) {
        return { tool: name, failure: String(error?.message ?? error).split('\n').slice(0, 3).join(' ').slice(0, 300) };
    }
}

async function comparePage(browser, told) {
    const server = await answerWithSuccess(new URL(told.address));
    const path = new URL(told.address).pathname;
    const page = { ...told, address: `http://127.0.0.1:${server.address().port}${path}`, folder: `${process.cwd()}/pages/${told.name}` };
    mkdirSync(page.folder, { recursive: true });
    page.html = await (await fetch(page.address)).text();
    const live = await lookAtLive(browser, page.address);
    for (const [name, pictures] of live.pictures)
        writeFileSync(`${page.folder}/live ${name}.png`, pictures[0]);

    const rows = [live.row, await makeAndLook(browser, page, 'DownPage', () => readFileSync(page.file), live)];
    delete rows[1].seconds;
    for (const tool of tools.filter(tool => !process.env.TOOLS || process.env.TOOLS.split(',').includes(tool.name)))
        rows.push(await makeAndLook(browser, page, tool.name, tool.make, live));
    await live.window.close();
    server.close();
    for (const row of rows)
        console.log(`  ${page.name} ${row.tool}: ${row.failure ?? `${row.bytes} ${row.brotli} ${row.requests} ${JSON.stringify(row.differing ?? {})}`}`);
    return { title: page.title, name: page.name, rows };
}

// Tools of another age leave a rejected promise behind; it is the tool's page that counts.
process.on('unhandledRejection', error => console.error(`  unhandled: ${error}`));

const browser = await launch();
const results = [];
for (const page of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
    console.log(page.title);
    results.push(await comparePage(browser, page));
}
const versions = {
    chromium: browser.version(),
    node: process.version,
    ...Object.fromEntries(tools.map(tool => [tool.package, versionOf(tool)])),
};
await browser.close();
writeFileSync('results.json', JSON.stringify({ versions, looks: looks.length, results }, null, 1));
writeFileSync('tables.md', writeTables({ versions, looks: looks.length, results }));
console.log(`Tables: ${process.cwd()}/tables.md`);
