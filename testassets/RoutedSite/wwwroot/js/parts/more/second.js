window.second = 2;
