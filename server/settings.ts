import { isIP } from 'node:net';
import { resolve } from 'node:path';
import type { LogLevel } from './kernel/log.ts';

/** One setting of the server; all of them are listed below and nowhere else. */
export type Setting<T = unknown> = {
  /** Name of the environment variable. */
  name: string;
  /** What a right value is, as it stands after "expected". */
  expected: string;
  meaning: string;
  /** What holds when it is not set, in words. */
  unset: string;
  /** Never printed, and may come out of a file named by the variable with `_FILE` behind it. */
  secret?: true;
  /** Reads a value; undefined when it is wrong. */
  read: (text: string) => T | undefined;
};

const passphraseCharactersMin = 16;
const logLevels: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent'];

export const settings = {
  port: {
    name: 'PORT',
    expected: 'a whole number from 0 to 65535 (0: any free port)',
    meaning: 'Port of the web server',
    unset: '3000',
    read: readPort,
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    expected: 'postgres://user:password@host:port/database',
    meaning: 'Your own PostgreSQL, 15 or newer, instead of the embedded one',
    unset: 'the embedded PostgreSQL',
    secret: true,
    read: readUrl('postgres:', 'postgresql:'),
  },
  databaseOwnerUrl: {
    name: 'DATABASE_OWNER_URL',
    expected: 'postgres://user:password@host:port/database',
    meaning:
      'The same database as the role that owns the tables, for migrations, when DATABASE_URL is a role that owns none',
    unset: 'DATABASE_URL',
    secret: true,
    read: readUrl('postgres:', 'postgresql:'),
  },
  dataDir: {
    name: 'ENGAWA_DATA_DIR',
    expected: 'the path of a folder',
    meaning: 'Where the embedded database and the master secrets lie',
    unset: "./data, or a folder in /var/lib/engawa where root's database user cannot reach that",
    read: (text) => resolve(text),
  },
  sitesDir: {
    name: 'ENGAWA_SITES_DIR',
    expected: 'the path of a folder',
    meaning: 'Where the sites lie, one folder each',
    unset: './sites',
    read: (text) => resolve(text),
  },
  publicUrl: {
    name: 'ENGAWA_PUBLIC_URL',
    expected: 'https://portal.example.jp without a path (http:// only for localhost)',
    meaning: 'The address people use, for links in mails and for checking where a request comes from',
    unset: 'http://localhost with the port',
    read: readPublicUrl,
  },
  smtpUrl: {
    name: 'ENGAWA_SMTP_URL',
    expected: 'smtp://user:password@host:port or smtps://…',
    meaning: 'The mail server that takes our mails',
    unset: 'mails wait (the demo shows them at /dev/mail)',
    secret: true,
    read: readUrl('smtp:', 'smtps:'),
  },
  mqttUrl: {
    name: 'ENGAWA_MQTT_URL',
    expected: 'mqtt://user:password@host:port or mqtts://…',
    meaning:
      'A Mosquitto of your own, with its dynamic security plugin and the administrator of that, instead of the embedded broker',
    unset: 'the embedded broker',
    secret: true,
    read: readUrl('mqtt:', 'mqtts:'),
  },
  mqttPort: {
    name: 'ENGAWA_MQTT_PORT',
    expected: 'a whole number from 0 to 65535 (0: any free port)',
    meaning: 'Port of the embedded MQTT broker without TLS, for a network of your own',
    unset: 'none',
    read: readPort,
  },
  mqttTlsPort: {
    name: 'ENGAWA_MQTT_TLS_PORT',
    expected: 'a whole number from 0 to 65535 (0: any free port)',
    meaning: 'Port of the embedded MQTT broker with TLS; needs ENGAWA_TLS_CERT',
    unset: '8883 where there is a certificate and a site whose devices report',
    read: readPort,
  },
  tlsCert: {
    name: 'ENGAWA_TLS_CERT',
    expected: 'the path of a PEM file with the certificate and its chain',
    meaning: 'Certificate, to serve HTTPS without a proxy in front',
    unset: 'plain HTTP',
    read: (text) => resolve(text),
  },
  tlsKey: {
    name: 'ENGAWA_TLS_KEY',
    expected: 'the path of a PEM file with the private key',
    meaning: 'Private key of the certificate',
    unset: 'plain HTTP',
    read: (text) => resolve(text),
  },
  backupPassphrase: {
    name: 'ENGAWA_BACKUP_PASSPHRASE',
    expected: `${passphraseCharactersMin} characters or more`,
    meaning: 'With which `backup` packs the master secrets in and `restore` takes them out',
    unset: 'backups name the master secrets and do not hold them',
    secret: true,
    read: (text) => (text.length >= passphraseCharactersMin ? text : undefined),
  },
  metricsToken: {
    name: 'ENGAWA_METRICS_TOKEN',
    expected: `${passphraseCharactersMin} characters or more`,
    meaning: 'With which Prometheus reads /metrics (Authorization: Bearer)',
    unset: 'there is no /metrics',
    secret: true,
    read: (text) => (text.length >= passphraseCharactersMin ? text : undefined),
  },
  egressAllow: {
    name: 'ENGAWA_EGRESS_ALLOW',
    expected: 'addresses or networks separated by commas, such as 10.1.2.3,192.168.0.0/16',
    meaning: 'Private addresses that webhooks may be sent to; all others that are not public are refused',
    unset: 'none',
    read: readNetworks,
  },
  logLevel: {
    name: 'ENGAWA_LOG_LEVEL',
    expected: `one of ${logLevels.join(', ')}`,
    meaning: 'How much is written to the log',
    unset: 'info (warn in the demo)',
    read: (text) => logLevels.find((level) => level === text),
  },
} satisfies Record<string, Setting>;

export type Settings = typeof settings;
export type SettingKey = keyof Settings;

function readPort(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;
}

function readUrl(...protocols: string[]): (text: string) => string | undefined {
  return (text) => {
    const url = URL.parse(text);
    return url && protocols.includes(url.protocol) && url.hostname !== '' ? text : undefined;
  };
}

/** Cookies and passkeys need a secure context, which plain HTTP is on the own machine only. */
function readPublicUrl(text: string): string | undefined {
  const url = URL.parse(text);
  if (!url || url.origin !== text.replace(/\/$/, '').toLowerCase()) return undefined;
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && local) ? url.origin : undefined;
}

function readNetworks(text: string): readonly string[] | undefined {
  const networks = text.split(',').map((part) => part.trim());
  return networks.every(isNetwork) ? networks : undefined;
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
}
