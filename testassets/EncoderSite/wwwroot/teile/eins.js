window.eins = 1;
