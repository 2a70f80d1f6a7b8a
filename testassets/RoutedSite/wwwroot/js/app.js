import "./parts/first.js";
