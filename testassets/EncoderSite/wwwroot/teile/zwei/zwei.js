window.zwei = 2;
