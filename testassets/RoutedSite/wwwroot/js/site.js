window.lamps = {};
