import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** They take longer than their size tells. Begun last, each would end alone while the other workers have nothing to do. */
const long = [
  'e2e/axe.test.ts',
  'proof/faults.test.ts',
  'proof/faults-bulk.test.ts',
  'proof/faults-issue.test.ts',
  'proof/faults-licences.test.ts',
  'proof/faults-mailings.test.ts',
  'proof/faults-webhooks.test.ts',
  'e2e/accounts/sign-ups.test.ts',
];

/** The order in which files are begun on a machine that has not run them yet: the long ones, then the larger ones. */
export class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = long.findIndex((name) => moduleId.endsWith(name));
  return place < 0 ? long.length : place;
}
