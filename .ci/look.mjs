// Opens each report and says what is wrong with it as a page; exits with 1 if anything is.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [, , executablePath, folder, ...languages] = process.argv;
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const faults = [];

// Every character of the page is drawn and compared with what is drawn for two code points that no font has.
const missingGlyphs = () => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 40, height: 40 });
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  const drawn = (character, font) => {
    pen.clearRect(0, 0, 40, 40);
    pen.font = font;
    pen.fillText(character, 8, 28);
    return pen.getImageData(0, 0, 40, 40).data.join();
  };
  const seen = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const font = `20px ${getComputedStyle(node.parentElement).fontFamily}`;
    for (const character of node.data) if (character.trim()) seen.set(character + font, [character, font]);
  }
  const missing = [...seen.values()].filter(([character, font]) => drawn(character, font) === drawn("\u0378", font));
  const works = drawn("\u0379", "20px sans-serif") === drawn("\u0378", "20px sans-serif");
  return { works, seen: seen.size, missing: missing.map(([character]) => character) };
};

const browser = await chromium.launch({ executablePath, args: FLAGS });
for (const language of languages) {
  const address = pathToFileURL(`${folder}/${language}/laporan.html`).href;
  for (const width of [1280, 360]) {
    const fault = (what) => faults.push(`${language}, ${width} px: ${what}`);
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    page.on("console", (message) => fault(`console: ${message.text()}`));
    page.on("pageerror", (error) => fault(`error: ${error.message}`));
    await page.route("**/*", (route) => {
      if (route.request().url() === address) return route.continue();
      fault(`asks for ${route.request().url()}`);
      return route.abort();
    });
    await page.goto(address);
    const wide = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    if (wide[0] > wide[1]) fault(`scrolls sideways: ${wide[0]} > ${wide[1]}`);
    const glyphs = await page.evaluate(missingGlyphs);
    if (!glyphs.works) fault("the check for missing glyphs does not work here");
    if (glyphs.missing.length) fault(`missing glyphs: ${glyphs.missing.join(" ")}`);
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
    for (const { id, impact, nodes } of violations)
      if (["serious", "critical"].includes(impact)) fault(`axe: ${impact}: ${id} at ${nodes[0].target}`);
    await page.screenshot({ path: `${folder}/${language}-${width}.png`, fullPage: true });
    const lesser = violations.map(({ id }) => id).join(", ") || "none";
    console.log(`${language}, ${width} px: ${glyphs.seen} glyphs drawn, axe faults of any weight: ${lesser}`);
    if (width === 1280) {
      const paper = await page.pdf({ path: `${folder}/${language}.pdf`, preferCSSPageSize: true, printBackground: true });
      console.log(`${language}, A4: ${(paper.toString("latin1").match(/\/Type \/Page\b/g) ?? []).length} pages`);
    }
    await context.close();
  }
}
await browser.close();
for (const fault of faults) console.error(fault);
process.exit(faults.length ? 1 : 0);
