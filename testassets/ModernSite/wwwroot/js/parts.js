import { cssClass } from './names.js';

export function show(list, texts) {
    for (const text of texts) {
        const item = document.createElement('li');
        item.className = cssClass;
        item.textContent = text;
        list.append(item);
    }
}
