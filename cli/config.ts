import { readConfig, type Config } from '../server/config.ts';
import { CommandFailure } from './command.ts';

/** The settings, or all that is wrong with them. */
export function configOrFail(): Config {
  const verdict = readConfig(process.env);
  if (verdict.ok) return verdict.config;
  throw new CommandFailure(
    ['the settings are wrong:', ...verdict.faults.map(({ sentence }) => `  ${sentence}`)].join('\n'),
  );
}
