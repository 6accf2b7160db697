import { isMap, isScalar, LineCounter, type Document, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { SiteFault } from './fault.ts';
import { describeExpected, knownKeys } from './expected.ts';
import { type CapabilitySchemas, type Site, siteSchema } from './site.ts';

const charactersMax = 1024 * 1024;
const faultsMax = 100;
const foundCharactersMax = 60;

export type ParsedSite = { ok: true; site: Site } | { ok: false; faults: SiteFault[] };

type Path = readonly PropertyKey[];

/**
 * Reads the text of a `site.yaml` (P-01).
 * @param fileName stands in the faults, as the person knows the file.
 * @param capabilitySchemas the options schema of every capability the server has.
 * @returns the site with all defaults, or every fault found, in the order of the file.
 */
export function parseSite(yamlText: string, fileName: string, capabilitySchemas: CapabilitySchemas): ParsedSite {
  if (yamlText.length > charactersMax) {
    const found = `${yamlText.length}`;
    return {
      ok: false,
      faults: [
        { file: fileName, line: 1, column: 1, path: '', expected: `at most ${charactersMax} characters`, found },
      ],
    };
  }
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file: fileName, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  // What breaks the form of the file is told alone: the parser's further complaints mostly follow from the first.
  const [broken] = [...document.errors, ...document.warnings];
  if (broken) {
    const fault = { ...at(broken.pos[0]), path: '', expected: 'YAML', found: broken.message };
    return { ok: false, faults: [fault] };
  }

  const value = plainValue(document);
  if (!value.ok)
    return {
      ok: false,
      faults: [{ ...at(0), path: '', expected: 'YAML without runaway aliases', found: value.found }],
    };

  const schema = siteSchema(capabilitySchemas);
  const parsed = schema.safeParse(value.value, { reportInput: true });
  if (parsed.success) return { ok: true, site: parsed.data };
  const faults = flatten(parsed.error.issues, [])
    .flatMap(({ issue, path }) => faultsOf(issue, path, document, schema, at))
    .sort((one, other) => one.line - other.line || one.column - other.column);
  return { ok: false, faults: faults.slice(0, faultsMax) };
}

function plainValue(document: Document): { ok: true; value: unknown } | { ok: false; found: string } {
  try {
    return { ok: true, value: document.toJS() ?? {} };
  } catch (error) {
    return { ok: false, found: error instanceof Error ? error.message : String(error) };
  }
}

type Placed = { issue: z.core.$ZodIssue; path: Path };

// Of a union's branches the one whose keys the author used is what was meant; of a key that fits none only that is told.
function flatten(issues: readonly z.core.$ZodIssue[], base: Path): Placed[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path];
    if (issue.code !== 'invalid_union' || !hasKeys(issue.input)) return [{ issue, path }];
    const meant = issue.errors.find((branch) => !branch.some((one) => one.code === 'unrecognized_keys'));
    const unknown = issue.errors[0]?.filter((one) => one.code === 'unrecognized_keys') ?? [];
    return meant || unknown.length > 0 ? flatten(meant ?? unknown, path) : [{ issue, path }];
  });
}

function hasKeys(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function faultsOf(
  issue: z.core.$ZodIssue,
  path: Path,
  document: Document,
  schema: z.ZodType,
  at: (offset: number) => Pick<SiteFault, 'file' | 'line' | 'column'>,
): SiteFault[] {
  if (issue.code === 'unrecognized_keys') {
    const keys = knownKeys(schema, path, document.toJS());
    return issue.keys.map((key) => ({
      ...at(keyOffset(document, path, key)),
      path: pathText([...path, key]),
      expected: keys.length > 0 ? `only the keys ${keys.join(', ')} here` : 'no keys here',
      found: `the unknown key "${key}"`,
    }));
  }
  return [
    {
      ...at(offsetOf(document, path)),
      path: pathText(path),
      expected: describeExpected(issue, knownKeys(schema, path, document.toJS())),
      found: describeFound(document, path),
    },
  ];
}

// A missing value stands at the nearest thing that exists: its parent.
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function keyOffset(document: Document, path: Path, key: string): number {
  const parent = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(parent)
    ? parent.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
    : undefined;
  const node = pair?.key;
  return isScalar(node) && node.range ? node.range[0] : offsetOf(document, path);
}

/** Writes a path as people read it: `accounts.signUps[0].by`. */
export function pathText(path: Path): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text === '' ? '' : '.'}${String(part)}`),
    '',
  );
}

function describeFound(document: Document, path: Path): string {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  if (node === undefined || node === null) return 'nothing';
  const value: unknown = (node as Node).toJS(document);
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object')
    return `a map with ${Object.keys(value).join(', ') || 'no keys'}`.slice(0, foundCharactersMax + 20);
  if (typeof value !== 'string') return JSON.stringify(value);
  const shown = value.length > foundCharactersMax ? `${value.slice(0, foundCharactersMax)}…` : value;
  return `the text ${JSON.stringify(shown)}`;
}
