import { button, field, type Someone } from './people.ts';

type Params = Record<string, string>;

/** Follows the first link of that name. */
export async function follow({ page, words }: Someone, label: string, params?: Params): Promise<void> {
  await page
    .getByRole('link', { name: words(label, params), exact: true })
    .first()
    .click();
}

export async function press(someone: Someone, label: string, params?: Params): Promise<void> {
  await button(someone, someone.words(label, params)).click();
}

/** Says yes in the dialog that asks once more. */
export async function agree({ page, words }: Someone, label: string, params?: Params): Promise<void> {
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words(label, params), exact: true })
    .click();
}

export async function type(someone: Someone, label: string, text: string): Promise<void> {
  await field(someone, someone.words(label)).fill(text);
}
