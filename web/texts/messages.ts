import type accounts from '../../domain/texts/en/accounts.ts';
import type shell from '../../domain/texts/en/shell.ts';
import type ui from '../../domain/texts/en/ui.ts';
import type { Language } from '../../domain/site/languages.ts';

/** Each capability adds its own namespace beside its descriptor, so that keys and arguments are checked there. */
// oxlint-disable-next-line typescript/no-empty-object-type -- filled in by declaration merging
export interface CapabilityMessages {}

export type Messages = { ui: typeof ui; shell: typeof shell; accounts: typeof accounts } & CapabilityMessages;

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: Messages;
  }
}
