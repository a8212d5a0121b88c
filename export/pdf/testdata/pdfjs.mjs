// Reads a PDF with pdf.js, the reader of Firefox: pdfjs.mjs FOLDER text|find FILE
// FOLDER is where pdfjs-dist lies. "find" takes words from standard input, one a line, and
// prints those that a search finds.
import fs from "node:fs";
import path from "node:path";

// What pdf.js wants of a browser when it is read in, and does not need for texts: a thing
// that takes every question and gives itself for an answer.
const anything = new Proxy(function () {}, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => 0 : anything),
  set: () => true,
  apply: () => anything,
  construct: () => anything,
});
for (const name of ["DOMMatrix", "ImageData", "Path2D", "document"]) {
  globalThis[name] ??= anything;
}
globalThis.window ??= globalThis;
globalThis.requestAnimationFrame ??= setImmediate;
console.warn = () => {};
const [folder, what, file] = process.argv.slice(2);
const load = (part) => import(path.resolve(folder, part));
const pdfjs = (globalThis.pdfjsLib = await load("legacy/build/pdf.mjs"));
const pdf = await pdfjs.getDocument({ data: new Uint8Array(fs.readFileSync(file)), verbosity: 0 }).promise;

if (what === "text") {
  for (let n = 1; n <= pdf.numPages; n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent();
    console.log(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
  }
} else {
  const { EventBus, PDFFindController } = await load("legacy/web/pdf_viewer.mjs");
  const bus = new EventBus();
  const pages = { page: 1, pagesCount: pdf.numPages, currentPageNumber: 1 };
  const links = { get page() { return 1; }, set page(_) {}, get pagesCount() { return pdf.numPages; } };
  const finder = new PDFFindController({ linkService: links, eventBus: bus });
  finder.setDocument(pdf);
  bus.dispatch("pagesinit", {});
  const found = (query) =>
    new Promise((done) => {
      const told = ({ state, matchesCount }) => {
        if (state === 3) return; // still looking
        bus.off("updatefindcontrolstate", told);
        done(state !== 1);
      };
      bus.on("updatefindcontrolstate", told);
      bus.dispatch("find", { source: null, type: "again", query, caseSensitive: true, entireWord: false, highlightAll: false, findPrevious: false, matchDiacritics: true });
    });
  for (const word of fs.readFileSync(0, "utf8").split("\n").filter(Boolean)) {
    if (await found(word)) console.log(word);
  }
}
process.exit(0);
