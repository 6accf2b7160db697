import { randomInt } from 'node:crypto';
import { expect, inject, test } from 'vitest';
import { freshDatabase } from '../tools/test/fresh-database.ts';
import { tamper } from './audit/play.ts';
import { deeds } from './audit/tamper.ts';

const rounds = 300;
const events = 60;

test(`P-25 of ${rounds} deeds of the database’s owner the audit log hides none`, async () => {
  const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
  const database = await freshDatabase(inject('templateUrl'));
  try {
    const { faults, found } = await tamper({ ...database, seed, rounds, events });
    expect({ seed, faults }).toEqual({ seed, faults: [] });
    expect(Object.keys(found).toSorted()).toEqual(Object.keys(deeds).toSorted());
  } finally {
    await database.drop();
  }
});
