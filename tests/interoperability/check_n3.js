// check_n3.js TURTLE NQUADS: N3.js parses both; prints their counts.
const fs = require("fs");
const { Parser } = require("n3");
for (const [path, format] of [[process.argv[2], "Turtle"], [process.argv[3], "N-Quads"]]) {
  const quads = new Parser({ format }).parse(fs.readFileSync(path, "utf8"));
  if (quads.length < 1000) throw new Error(`${path}: only ${quads.length} quads`);
  console.log(`N3.js: ${quads.length} quads in ${format}`);
}
