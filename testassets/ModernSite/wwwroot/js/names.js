export const cssClass = 'made-by-script';
