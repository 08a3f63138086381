// Called by bin/lighthouse: BASE PASSWORDS [PATH…]. Prints a table; exit status 1 if a page has a score below the minimum.
import fs from 'node:fs';
import lighthouse, { desktopConfig } from 'lighthouse';
import puppeteer from 'puppeteer-core';

const MINIMUM = { accessibility: 100, 'best-practices': 100, performance: 95 };
const [base, passwords, ...asked] = process.argv.slice(2);

// As in src/test/java/org/jadhere/browser/Browser.java: without these flags, Chromium connects to Google's servers.
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

function passwordOf(user) {
  const line = fs.readFileSync(passwords, 'utf8').split('\n').find((it) => it.startsWith(`${user} `));
  return line.trim().split(/\s+/)[1];
}

async function login(browser, user) {
  const page = await browser.newPage();
  await page.goto(`${base}/login`);
  await page.type('[name=username]', user);
  await page.type('[name=password]', passwordOf(user));
  await Promise.all([page.waitForNavigation(), page.click('button.main')]);
  const links = {};
  for (const list of ['services', 'members']) {
    await page.goto(`${base}/admin/${list}`);
    links[list] = await page.$eval(`#list tbody a[href^="/admin/${list}/"]`, (it) => it.getAttribute('href'));
  }
  await page.close();
  return links;
}

// Repeats a run only if Lighthouse lost its trace, as happens on a busy machine; never to get a better score.
async function look(browser, path, config, again = 2) {
  const { port } = new URL(browser.wsEndpoint());
  const { lhr } = await lighthouse(`${base}${path}`,
    { port, logLevel: 'silent', disableStorageReset: true, onlyCategories: Object.keys(MINIMUM) }, config);
  if (lhr.runtimeError && again > 0) return look(browser, path, config, again - 1);
  if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`);
  if (new URL(lhr.finalDisplayedUrl).pathname !== path) throw new Error(`${path} led to ${lhr.finalDisplayedUrl}`);
  return lhr;
}

function faults(lhr) {
  return Object.entries(MINIMUM).flatMap(([name, least]) => {
    const category = lhr.categories[name];
    if (Math.round(category.score * 100) >= least) return [];
    return category.auditRefs
      .filter((it) => it.weight > 0 && lhr.audits[it.id].score !== null && lhr.audits[it.id].score < 0.9)
      .map((it) => `    ${name}: ${lhr.audits[it.id].title} ${lhr.audits[it.id].displayValue ?? ''}`);
  });
}

const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM, args: flags });
let good = true;
try {
  console.log('accessibility  best practices  performance  page');
  const show = async (path, form, config) => {
    const lhr = await look(browser, path, config);
    const scores = Object.keys(MINIMUM).map((name) => Math.round(lhr.categories[name].score * 100));
    console.log(`${String(scores[0]).padStart(13)}  ${String(scores[1]).padStart(14)}  ${String(scores[2]).padStart(11)}  ${path} (${form})`);
    const wrong = faults(lhr);
    if (wrong.length) {
      good = false;
      console.log(wrong.join('\n'));
    }
  };
  const forms = [['desktop', desktopConfig], ['mobile', undefined]];
  if (!asked.length) for (const [form, config] of forms) await show('/login', form, config);
  const links = await login(browser, 'admin');
  const paths = asked.length ? asked : ['/admin/services', links.services, links.members];
  for (const path of paths) for (const [form, config] of forms) await show(path, form, config);
} finally {
  await browser.close();
}
process.exitCode = good ? 0 : 1;
