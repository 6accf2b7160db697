import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

// Resolved from the package that brings it, whose version it must have.
const axe = createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js');
const axeSource = readFileSync(axe, 'utf8');
/** Stands for what is in the document already; an empty script would mean all of axe. */
const nothing = 'undefined';

/** What axe finds wrong on a page as it stands, each rule with the elements it is about. */
export async function findViolations(page: Page): Promise<string[]> {
  const found = await look(page);
  // A list that began to be read anew meanwhile was pale; what is wrong with a page is so at a second look.
  return found.length > 0 ? look(page) : found;
}

async function look(page: Page): Promise<string[]> {
  // What is being read anew is pale for a moment.
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  // A page of the web app keeps its document over many stops, and the builder would bring axe anew, twice for each.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axeSource);
  const builder = new AxeBuilder({ page, axeSource: nothing })
    // The size of targets is WCAG 2.2 AA, but switched off unless asked for.
    .options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] })
    // Our pages have no frames, which is what the other mode opens a second page for.
    .setLegacyMode();
  const { violations, passes } = await builder.analyze();
  if (passes.length === 0) throw new Error('axe looked at nothing');
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}
