// Copies what the layouts link from node_modules to wwwroot/lib.
import { cpSync } from 'node:fs';

const assets = {
    'bootstrap/dist/css/bootstrap.min.css': 'bootstrap.min.css',
    'bootstrap/dist/js/bootstrap.bundle.min.js': 'bootstrap.bundle.min.js',
    'bootstrap-icons/font/bootstrap-icons.min.css': 'icons/bootstrap-icons.min.css',
    'bootstrap-icons/font/fonts': 'icons/fonts',
    'bulma/css/bulma.min.css': 'bulma.min.css',
    '@picocss/pico/css/pico.min.css': 'pico.min.css',
    'tailwind-prebuilt/dist/tailwind.min.css': 'tailwind2.min.css',
    '@fontsource-variable/inter/index.css': 'inter/index.css',
    '@fontsource-variable/inter/files': 'inter/files',
};

for (const [source, target] of Object.entries(assets))
    cpSync(`node_modules/${source}`, `wwwroot/lib/${target}`, { recursive: true });
