import { describe, expect, it } from 'vitest';
import { organizationKinds, permissions, permissionsOf, roles } from '../domain/accounts/permissions.ts';
import { concerns, needKinds } from '../domain/needs/needs.ts';
import { capabilities } from './capabilities.ts';
import type { Descriptor } from './context/descriptor.ts';

const languages = ['ja', 'en'] as const;

function wordKeys(descriptor: Descriptor): string[] {
  const cards = descriptor.cards.flatMap(({ title, text, action }) => [title, text, action]);
  const needs = (descriptor.needs ?? []).flatMap(({ kind }) => [`needs.${kind}.title`, `needs.${kind}.action`]);
  return [...descriptor.menu.map(({ title }) => title), ...cards, ...needs];
}

function textAt(texts: object, key: string): unknown {
  return key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], texts);
}

describe('P-26 the capabilities of the web app', () => {
  it('have words in both languages for every menu entry and card', async () => {
    let seen = 0;
    for (const descriptor of capabilities) {
      for (const language of languages) {
        const { default: texts } = await descriptor.texts[language]();
        for (const key of wordKeys(descriptor)) {
          expect(textAt(texts, key), `${descriptor.name} ${language} ${key}`).toEqual(expect.any(String));
          seen += 1;
        }
      }
    }
    expect(seen).toBeGreaterThan(0);
  });

  it('have pages of their own, each menu entry and card leads to one', () => {
    const paths = capabilities.flatMap(({ pages }) => pages.map(({ path }) => path));
    expect(new Set(paths).size).toBe(paths.length);
    const led = capabilities.flatMap(({ menu, cards }) => [...menu, ...cards].map(({ path }) => path));
    expect(led.filter((path) => !paths.includes(path))).toEqual([]);
    expect(led.length).toBeGreaterThan(0);
  });

  it('ask for the same permission at the menu as at the page', () => {
    const pages = capabilities.flatMap((one) => one.pages);
    for (const { menu, cards } of capabilities) {
      for (const entry of [...menu, ...cards]) {
        expect(permissions).toContain(entry.permission);
        expect(pages.find(({ path }) => path === entry.path)?.permission).toBe(entry.permission);
      }
    }
  });

  it('show everything that may need somebody once, and whoever is told of it may open the page it leads to (P-38)', () => {
    const pages = capabilities.flatMap((one) => one.pages);
    const entries = capabilities.flatMap(({ needs = [] }) => needs);
    expect(entries.map(({ kind }) => kind).toSorted()).toEqual([...needKinds].toSorted());
    let told = 0;
    for (const { kind, path } of entries)
      for (const of of organizationKinds)
        for (const role of roles) {
          const own = new Set(permissionsOf(of, role));
          if (!concerns(kind, { kind: of, permissions: own })) continue;
          const permission = pages.find((page) => page.path === path)?.permission;
          expect(permission && own.has(permission), `${kind} ${of} ${role}`).toBe(true);
          told += 1;
        }
    expect(told).toBeGreaterThan(needKinds.length);
  });
});
