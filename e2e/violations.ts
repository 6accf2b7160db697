import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds wrong on a page as it stands, each rule with the elements it is about. */
export async function findViolations(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    // The size of targets is WCAG 2.2 AA, but switched off unless asked for.
    .options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] })
    // Our pages have no frames, which is what the other mode opens a second page for.
    .setLegacyMode();
  const { violations, passes } = await axe.analyze();
  if (passes.length === 0) throw new Error('axe looked at nothing');
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}
