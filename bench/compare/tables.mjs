// The results as Markdown.
const number = value => value.toLocaleString('en');

function cell(row, looks) {
    if (row.differing === undefined)
        return '';
    const names = Object.keys(row.differing);
    if (names.length === 0)
        return '0';
    const most = Math.max(...Object.values(row.differing));
    return `${number(most)} (${names.length === looks ? 'all' : names.join(', ')})`;
}

function line(row, looks) {
    if (row.failure)
        return `| ${row.tool} | no page | | | | |`;
    const seconds = row.seconds === undefined ? '' : row.seconds.toFixed(1);
    return `| ${row.tool} | ${number(row.bytes)} | ${number(row.brotli)} | ${row.requests} | ${cell(row, looks)} | ${seconds} |`;
}

const table = ({ title, rows }, looks) => [
    `### ${title.replaceAll('`', '')}`,
    '',
    '| | bytes | Brotli | asks for | differing pixels, at most (where) | seconds |',
    '|---|---:|---:|---:|---|---:|',
    ...rows.map(row => line(row, looks)),
    '',
].join('\n');

function summary(results, looks) {
    const names = results[0].rows.map(row => row.tool);
    const lines = names.map(tool => {
        const rows = results.map(result => result.rows.find(row => row.tool === tool));
        const made = rows.filter(row => !row.failure);
        const same = made.filter(row => row.differing && Object.keys(row.differing).length === 0);
        const alone = made.filter(row => row.requests === 0);
        const sum = key => number(made.reduce((total, row) => total + row[key], 0));
        const pictures = rows[0].differing || rows[0].failure ? `${same.length} of ${rows.length}` : '';
        return `| ${tool} | ${made.length} of ${rows.length} | ${alone.length} of ${rows.length} | ${pictures} | ${sum('bytes')} | ${sum('brotli')} |`;
    });
    return [
        `| | made a page | asks for nothing | same pixels in all ${looks} looks | bytes, all made | Brotli |`,
        '|---|---|---|---|---:|---:|',
        ...lines,
        '',
    ].join('\n');
}

export const writeTables = ({ versions, looks, results }) => [
    Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', '),
    '',
    summary(results, looks),
    ...results.map(result => table(result, looks)),
].join('\n');
