import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { GateResult } from './gate.ts';
import { checkout, isTest, readSources, stringLiterals } from './sources.ts';

const codeFolders = ['domain', 'edge', 'server', 'web'];
/** Sentences for people, in which a site's ID may be an ordinary word. */
const words = /^domain\/texts\//;

/** No code asks which site it is: a site's ID stands in no string of the code. A word with a value, as in a header, is none. */
export async function checkSiteNames(): Promise<GateResult> {
  const entries = await readdir(join(checkout, 'sites'), { withFileTypes: true });
  const sites = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const sources = (await readSources(codeFolders)).filter(({ path }) => !isTest(path) && !words.test(path));
  const literals = sources.flatMap(({ path, text }) => stringLiterals(text).map((literal) => ({ path, literal })));
  const faults = literals.flatMap(({ path, literal }) => {
    const site = sites.find((id) => new RegExp(`(?<![\\w-])${id}(?![\\w=-])`).test(literal));
    return site ? [`${path} names the site "${site}" in "${literal}"; put what differs into the site's data`] : [];
  });
  return { saw: { sites: sites.length, files: sources.length, strings: literals.length }, faults };
}
