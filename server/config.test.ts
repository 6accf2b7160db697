import { describe, expect, test } from 'vitest';
import { readConfig, type ConfigSurroundings } from './config.ts';
import { settings } from './settings.ts';

const files: Record<string, string> = {
  '/run/secrets/database': 'postgres://app:hidden@db.example.jp/engawa\n',
  '/run/secrets/empty': '\n',
};

const surroundings: ConfigSurroundings = {
  defaultDataDir: () => '/checkout/data',
  sitesDir: '/checkout/sites',
  readFile: (path) => {
    const text = files[path];
    if (text === undefined) throw new Error('no such file');
    return text;
  },
};

const read = (env: Record<string, string>) => readConfig(env, surroundings);

function faultsOf(env: Record<string, string>): string[] {
  const verdict = read(env);
  return verdict.ok ? [] : verdict.faults.map(({ sentence }) => sentence);
}

test('an empty environment gives the defaults', () => {
  expect(read({ HOME: '/home/somebody', ENGAWA_SMTP_URL: '' })).toEqual({
    ok: true,
    config: {
      port: 3000,
      databaseUrl: null,
      databaseOwnerUrl: null,
      dataDir: '/checkout/data',
      sitesDir: '/checkout/sites',
      publicUrl: null,
      smtpUrl: null,
      mqttUrl: null,
      mqttPort: null,
      mqttTlsPort: null,
      tlsCert: null,
      tlsKey: null,
      backupPassphrase: null,
      metricsToken: null,
      egressAllow: [],
      logLevel: 'info',
    },
  });
});

const rightValues: [name: string, text: string, key: keyof typeof settings, value: unknown][] = [
  ['PORT', '0', 'port', 0],
  ['PORT', '65535', 'port', 65_535],
  ['DATABASE_URL', 'postgres://a:b@db/engawa', 'databaseUrl', 'postgres://a:b@db/engawa'],
  [
    'DATABASE_URL',
    'postgresql://a@db:5433/engawa?sslmode=require',
    'databaseUrl',
    'postgresql://a@db:5433/engawa?sslmode=require',
  ],
  ['ENGAWA_DATA_DIR', '/srv/engawa', 'dataDir', '/srv/engawa'],
  ['ENGAWA_SITES_DIR', '/srv/sites/', 'sitesDir', '/srv/sites'],
  ['ENGAWA_PUBLIC_URL', 'https://Portal.example.jp/', 'publicUrl', 'https://portal.example.jp'],
  ['ENGAWA_PUBLIC_URL', 'http://localhost:3000', 'publicUrl', 'http://localhost:3000'],
  ['ENGAWA_SMTP_URL', 'smtps://mail.example.jp', 'smtpUrl', 'smtps://mail.example.jp'],
  ['ENGAWA_MQTT_URL', 'mqtt://broker:1883', 'mqttUrl', 'mqtt://broker:1883'],
  ['ENGAWA_EGRESS_ALLOW', '10.1.2.3, fd00::/8', 'egressAllow', ['10.1.2.3', 'fd00::/8']],
  ['ENGAWA_LOG_LEVEL', 'debug', 'logLevel', 'debug'],
  ['DATABASE_URL_FILE', '/run/secrets/database', 'databaseUrl', 'postgres://app:hidden@db.example.jp/engawa'],
];

test.each(rightValues)('%s=%s is taken', (name, text, key, value) => {
  const verdict = read({ [name]: text });
  expect(verdict.ok && verdict.config[key]).toEqual(value);
});

const wrongValues: [name: string, text: string][] = [
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '3000x'],
  ['DATABASE_URL', 'mysql://a:b@db/engawa'],
  ['DATABASE_URL', 'postgres:///engawa'],
  ['ENGAWA_PUBLIC_URL', 'http://portal.example.jp'],
  ['ENGAWA_PUBLIC_URL', 'https://portal.example.jp/conference'],
  ['ENGAWA_PUBLIC_URL', 'portal.example.jp'],
  ['ENGAWA_SMTP_URL', 'mail.example.jp:25'],
  ['ENGAWA_MQTT_URL', 'http://broker'],
  ['ENGAWA_EGRESS_ALLOW', '10.0.0.0/33'],
  ['ENGAWA_EGRESS_ALLOW', 'intranet'],
  ['ENGAWA_LOG_LEVEL', 'loud'],
];

test.each(wrongValues)('%s=%s is refused with what was expected', (name, text) => {
  const faults = faultsOf({ [name]: text });
  const setting = Object.values(settings).find((one) => one.name === name);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(`${name} is wrong: expected ${setting?.expected}`);
});

describe('what is wrong is told all at once', () => {
  test('a misspelt name comes with the nearest one, a strange one without', () => {
    expect(faultsOf({ ENGAWA_SMPT_URL: 'smtp://mail', ENGAWA_COLOUR_OF_THE_SKY: 'blue', PORT: 'high' })).toEqual([
      'There is no setting ENGAWA_SMPT_URL; did you mean ENGAWA_SMTP_URL?',
      'There is no setting ENGAWA_COLOUR_OF_THE_SKY',
      'PORT is wrong: expected a whole number from 0 to 65535 (0: any free port), found "high"',
    ]);
  });

  test('half of a pair', () => {
    expect(faultsOf({ ENGAWA_TLS_CERT: '/c.pem' })).toEqual([
      'ENGAWA_TLS_CERT is set, but ENGAWA_TLS_KEY is not; it needs both',
    ]);
    expect(faultsOf({ DATABASE_OWNER_URL: 'postgres://a@db/engawa' })).toHaveLength(1);
  });

  test('ports of the embedded broker beside a broker of one’s own', () => {
    expect(faultsOf({ ENGAWA_MQTT_URL: 'mqtt://a:b@broker', ENGAWA_MQTT_PORT: '1883' })).toEqual([
      'ENGAWA_MQTT_PORT and ENGAWA_MQTT_URL are both set; there is one broker',
    ]);
    expect(faultsOf({ ENGAWA_MQTT_URL: 'mqtt://a:b@broker' })).toEqual([]);
  });

  test('a secret given twice, in a file that is not there, in an empty file', () => {
    expect(faultsOf({ DATABASE_URL: 'postgres://a@db/e', DATABASE_URL_FILE: '/run/secrets/database' })).toEqual([
      'DATABASE_URL and DATABASE_URL_FILE are both set; keep one of them',
    ]);
    expect(faultsOf({ ENGAWA_SMTP_URL_FILE: '/nowhere' })).toEqual([
      'ENGAWA_SMTP_URL_FILE: the file /nowhere cannot be read (no such file)',
    ]);
    expect(faultsOf({ ENGAWA_MQTT_URL_FILE: '/run/secrets/empty' })[0]).toContain('is empty');
  });

  test('a setting that is no secret has no file', () => {
    expect(faultsOf({ ENGAWA_LOG_LEVEL_FILE: '/run/level' })).toEqual(['There is no setting ENGAWA_LOG_LEVEL_FILE']);
  });
});

test('no fault quotes a secret', () => {
  const secrets = Object.values(settings).filter((setting) => 'secret' in setting);
  expect(secrets.length).toBeGreaterThan(3);
  for (const { name } of secrets)
    expect(faultsOf({ [name]: 'gopher://user:hunter2@host' }).join()).not.toContain('hunter2');
});
