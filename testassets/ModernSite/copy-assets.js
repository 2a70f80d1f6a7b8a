// Copies the fonts from node_modules to wwwroot/lib.
import { cpSync } from 'node:fs';

for (const [source, target] of [['@fontsource-variable/inter', 'inter'], ['@fontsource/nunito', 'nunito']]) {
    cpSync(`node_modules/${source}/index.css`, `wwwroot/lib/${target}/index.css`);
    cpSync(`node_modules/${source}/files`, `wwwroot/lib/${target}/files`, { recursive: true });
}
