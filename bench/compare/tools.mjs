// What makes a page of a page: each tool is handed { address, html, webRoot, folder, browser } and returns its page.
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { browserArguments, executablePath } from './browser.mjs';

const runNode = async (...args) =>
    (await promisify(execFile)('node', args, { maxBuffer: 1 << 28, timeout: 90_000 })).stdout;

const singleFile = options => async page => {
    const output = `${page.folder}/single-file-${options.length}.html`;
    await runNode(
        'node_modules/single-file-cli/single-file-node.js', page.address, output,
        `--browser-executable-path=${executablePath}`, `--browser-args=${JSON.stringify(browserArguments)}`, ...options);
    return readFileSync(output);
};

/** All that is needed in the page, nothing trimmed: what those start from that trim styles and put nothing into a page. */
const wholePage = async page => (page.whole ??= (await singleFile([
    '--remove-unused-styles=false', '--remove-unused-fonts=false', '--remove-alternative-fonts=false',
    '--remove-alternative-medias=false', '--remove-alternative-images=false', '--remove-hidden-elements=false',
])(page)).toString());

const styles = /(<style\b[^>]*>)([\s\S]*?)(<\/style>)/gi;

/** The whole page with each of its styles trimmed. */
const trimming = trim => async page => {
    const html = await wholePage(page);
    const trimmed = [];
    for (const [, , css] of html.matchAll(styles))
        trimmed.push(await trim(css, page));
    let index = 0;
    return html.replace(styles, (_, open, __, close) => open + trimmed[index++] + close);
};

export const tools = [
    { name: 'SingleFile', package: 'single-file-cli', make: singleFile([]) },
    { name: 'SingleFile, nothing trimmed', package: 'single-file-cli', make: wholePage },
    {
        name: 'inliner',
        package: 'inliner',
        // A process of its own, and not its command, which prints nothing where nobody watches.
        make: page => runNode('--eval', `
            const Inliner = require('inliner');
            new Inliner('${page.address}', {}, (error, html) => {
                if (error)
                    throw error;
                process.stdout.write(html);
            });`),
    },
    {
        name: 'web-resource-inliner',
        package: 'web-resource-inliner',
        make: async page => {
            const { default: inliner } = await import('web-resource-inliner');
            return promisify(inliner.html)({ fileContent: page.html, relativeTo: page.address, images: true, svgs: true, scripts: true, links: true });
        },
    },
    {
        name: 'html-inline',
        package: 'html-inline',
        make: async page => {
            writeFileSync(`${page.folder}/linked.html`, page.html);
            return runNode('node_modules/html-inline/bin/cmd.js', '-i', `${page.folder}/linked.html`, '-b', page.webRoot);
        },
    },
    {
        name: 'inline-source',
        package: 'inline-source',
        make: async page => {
            const { inlineSource } = await import('inline-source');
            return inlineSource(page.html, { attribute: false, rootpath: page.webRoot, svgAsImage: true });
        },
    },
    {
        name: 'juice',
        package: 'juice',
        make: async page => {
            const { default: juice } = await import('juice');
            return promisify(juice.juiceResources)(page.html, { webResources: { relativeTo: page.address, images: true, scripts: true } });
        },
    },
    {
        name: 'PurgeCSS',
        package: 'purgecss',
        make: trimming(async (css, page) => {
            const { PurgeCSS } = await import('purgecss');
            const [result] = await new PurgeCSS().purge({
                content: [{ raw: page.html, extension: 'html' }],
                css: [{ raw: css }],
                fontFace: true,
                keyframes: true,
                variables: true,
                // The one that its documentation has for names with a colon or a slash.
                defaultExtractor: content => content.match(/[\w-/:.]+(?<!:)/g) ?? [],
            });
            return result.css;
        }),
    },
    {
        name: 'UnCSS',
        package: 'uncss',
        make: trimming(async (css, page) => {
            const { default: uncss } = await import('uncss');
            return promisify((raw, done) => uncss([page.address], { raw, ignoreSheets: [/./] }, done))(css);
        }),
    },
];

export const versionOf = tool => JSON.parse(readFileSync(`node_modules/${tool.package}/package.json`)).version;
