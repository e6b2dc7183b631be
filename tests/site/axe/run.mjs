// Holds the atlas pages of a built site against axe-core, at the widths of a desk and of a phone, light and dark.
//
//   node run.mjs SITE [BELOW]
//
// SITE is the folder MkDocs wrote, BELOW the folder in it whose pages are looked at (`law/atlas`). The browser is the
// one that CHROMIUM names, else `chromium` where systems put it. Exit code 1: a page violates a rule; 2: nothing ran.
import { readFileSync, readdirSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const LOOKS = [
  { name: "desk", width: 1280, height: 900, scheme: "light" },
  { name: "phone", width: 390, height: 844, scheme: "light" },
  { name: "desk, dark", width: 1280, height: 900, scheme: "dark" },
  { name: "phone, dark", width: 390, height: 844, scheme: "dark" },
];
// What the theme `mkdocs` draws around a page. Its bar of links lies in no landmark (rule `region`), its list of the
// headings and its last line have links of too little contrast (rule `color-contrast`): not ours to mend.
const OF_THE_THEME = [".navbar", ".bs-sidebar", "body > footer"];
const MOST_SHOWN = 5;
const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

function pagesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? pagesBelow(path) : entry.name.endsWith(".html") ? [path] : [];
  });
}

async function look(page, path, source) {
  await page.goto(pathToFileURL(path).href, { waitUntil: "load" });
  await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
  await page.evaluate(source);
  return page.evaluate(
    (exclude, values) => window.axe.run({ exclude }, { runOnly: { type: "tag", values }, resultTypes: ["violations"] }),
    OF_THE_THEME.map((selector) => [selector]),
    RULES,
  );
}

async function main() {
  const [site, below = "law/atlas"] = process.argv.slice(2);
  const browserPath = process.env.CHROMIUM ?? BROWSERS.find((path) => existsSync(path));
  if (site === undefined || browserPath === undefined) {
    console.error("usage: node run.mjs SITE [BELOW], with a Chromium that CHROMIUM names");
    return 2;
  }
  const pages = pagesBelow(resolve(site, below)).sort();
  const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const browser = await puppeteer.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
  const found = new Map();
  try {
    for (const { name, width, height, scheme } of LOOKS) {
      const page = await browser.newPage();
      await page.setViewport({ width, height });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      for (const path of pages) {
        for (const { id, help, nodes } of (await look(page, path, source)).violations) {
          for (const node of nodes) {
            const place = `${path.slice(resolve(site).length + 1)} (${name}): ${node.target.join(" ")}`;
            const why = node.failureSummary.split("\n").slice(1).join(" ").trim();
            found.set(`${id}: ${help}`, [...(found.get(`${id}: ${help}`) ?? []), `${place}\n      ${why}`]);
          }
        }
      }
      await page.close();
    }
  } finally {
    await browser.close();
  }
  for (const [rule, places] of [...found].sort()) {
    console.log(`${rule}\n  violations: ${places.length}`);
    places.slice(0, MOST_SHOWN).forEach((place) => console.log(`    ${place}`));
  }
  console.log(`${pages.length} pages, ${LOOKS.length} looks each, rules violated: ${found.size}`);
  return pages.length === 0 ? 2 : found.size === 0 ? 0 : 1;
}

process.exitCode = await main();
