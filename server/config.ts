import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultDataDir } from './kernel/embedded-postgres/folders.ts';
import { nearestName } from './kernel/nearest-name.ts';
import { settings, type Setting, type SettingKey, type Settings } from './settings.ts';

type Values = { [K in SettingKey]: NonNullable<ReturnType<Settings[K]['read']>> };
type Defaulted = 'port' | 'dataDir' | 'sitesDir' | 'egressAllow' | 'logLevel';

/** What the server was told, with the defaults in; null is "not set". */
export type Config = { [K in SettingKey]: K extends Defaulted ? Values[K] : Values[K] | null };

export type ConfigFault = { name: string; sentence: string };
export type ConfigVerdict = { ok: true; config: Config } | { ok: false; faults: ConfigFault[] };

/** What reading the settings needs from outside, so that tests can say it. */
export type ConfigSurroundings = { readFile: (path: string) => string; defaultDataDir: () => string; sitesDir: string };

export const checkout = join(import.meta.dirname, '..');

const real: ConfigSurroundings = {
  readFile: (path) => readFileSync(path, 'utf8'),
  defaultDataDir: () => defaultDataDir(checkout),
  sitesDir: join(checkout, 'sites'),
};

const table = Object.entries(settings) as [SettingKey, Setting][];
const ownPrefix = 'ENGAWA_';
const fileSuffix = '_FILE';

/** Reads all settings and reports all that is wrong with them at once. An empty variable counts as not set. */
export function readConfig(env: NodeJS.ProcessEnv, surroundings: ConfigSurroundings = real): ConfigVerdict {
  const faults = unknownNames(env);
  const values: Partial<Record<SettingKey, unknown>> = {};
  for (const [key, setting] of table) {
    const given = readGiven(setting, env, surroundings.readFile);
    if (given.fault) faults.push({ name: setting.name, sentence: given.fault });
    if (given.text === undefined) continue;
    values[key] = setting.read(given.text);
    if (values[key] === undefined) faults.push(wrongValue(setting, given.text, given.from));
  }
  faults.push(...pairFaults(env));
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, config: withDefaults(values as Partial<Values>, surroundings) };
}

function withDefaults(values: Partial<Values>, surroundings: ConfigSurroundings): Config {
  return {
    port: values.port ?? 3000,
    databaseUrl: values.databaseUrl ?? null,
    databaseOwnerUrl: values.databaseOwnerUrl ?? null,
    dataDir: values.dataDir ?? surroundings.defaultDataDir(),
    sitesDir: values.sitesDir ?? surroundings.sitesDir,
    publicUrl: values.publicUrl ?? null,
    smtpUrl: values.smtpUrl ?? null,
    mqttUrl: values.mqttUrl ?? null,
    mqttPort: values.mqttPort ?? null,
    mqttTlsPort: values.mqttTlsPort ?? null,
    tlsCert: values.tlsCert ?? null,
    tlsKey: values.tlsKey ?? null,
    backupPassphrase: values.backupPassphrase ?? null,
    metricsToken: values.metricsToken ?? null,
    egressAllow: values.egressAllow ?? [],
    logLevel: values.logLevel ?? 'info',
  };
}

type Given = { text?: string; from: string; fault?: string };

function readGiven(setting: Setting, env: NodeJS.ProcessEnv, readFile: (path: string) => string): Given {
  const direct = env[setting.name];
  const fileName = setting.name + fileSuffix;
  const path = setting.secret ? env[fileName] : undefined;
  if (direct && path) return { from: '', fault: `${setting.name} and ${fileName} are both set; keep one of them` };
  if (!path) return direct ? { text: direct, from: setting.name } : { from: '' };
  try {
    const text = readFile(path).trim();
    if (text === '') return { from: '', fault: `${fileName}: the file ${path} is empty; expected ${setting.expected}` };
    return { text, from: `the file of ${fileName}` };
  } catch (error) {
    return {
      from: '',
      fault: `${fileName}: the file ${path} cannot be read (${error instanceof Error ? error.message : 'no reason given'})`,
    };
  }
}

function wrongValue(setting: Setting, text: string, from: string): ConfigFault {
  const found = setting.secret ? 'something else (not shown, it may hold a password)' : `"${text}"`;
  return { name: setting.name, sentence: `${from} is wrong: expected ${setting.expected}, found ${found}` };
}

function unknownNames(env: NodeJS.ProcessEnv): ConfigFault[] {
  const known = table.flatMap(([, { name, secret }]) => (secret ? [name, name + fileSuffix] : [name]));
  return Object.keys(env)
    .filter((name) => name.startsWith(ownPrefix) && !known.includes(name))
    .map((name) => {
      const nearest = nearestName(name, known);
      return { name, sentence: `There is no setting ${name}${nearest ? `; did you mean ${nearest}?` : ''}` };
    });
}

function pairFaults(env: NodeJS.ProcessEnv): ConfigFault[] {
  const isSet = (name: string) => Boolean(env[name] || env[name + fileSuffix]);
  const needs: [name: string, other: string][] = [
    ['ENGAWA_TLS_CERT', 'ENGAWA_TLS_KEY'],
    ['ENGAWA_TLS_KEY', 'ENGAWA_TLS_CERT'],
    ['DATABASE_OWNER_URL', 'DATABASE_URL'],
    ['ENGAWA_MQTT_TLS_PORT', 'ENGAWA_TLS_CERT'],
  ];
  const excludes: [name: string, other: string][] = [
    ['ENGAWA_MQTT_PORT', 'ENGAWA_MQTT_URL'],
    ['ENGAWA_MQTT_TLS_PORT', 'ENGAWA_MQTT_URL'],
  ];
  return [
    ...needs
      .filter(([name, other]) => isSet(name) && !isSet(other))
      .map(([name, other]) => ({ name, sentence: `${name} is set, but ${other} is not; it needs both` })),
    ...excludes
      .filter(([name, other]) => isSet(name) && isSet(other))
      .map(([name, other]) => ({ name, sentence: `${name} and ${other} are both set; there is one broker` })),
  ];
}
