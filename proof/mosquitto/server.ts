import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort, until } from '../kit/child-server.ts';

const plugins = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu'].map((folder) =>
  join(folder, 'mosquitto_dynamic_security.so'),
);
const startsWithinMs = 10_000;
const administrator = 'administrator';
const password = 'made-for-this-proof';

export type MosquittoServer = {
  port: number;
  /** For `ENGAWA_MQTT_URL`. */
  url: string;
  start(): Promise<void>;
  /** `kill -9`, and waits until it is gone. */
  kill(): Promise<void>;
  /** Has it forget whom it may let in, as after a lost disk; it must not run. */
  forget(): void;
};

/** Debian's Mosquitto with its dynamic security plugin, configured as docs/external-broker.md says, in a folder of its own. */
export async function mosquittoServer(folder: string): Promise<MosquittoServer> {
  const plugin = plugins.find((file) => existsSync(file));
  if (!plugin) throw new Error(`the dynamic security plugin is not there: ${plugins.join(', ')}`);
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const rules = join(folder, 'dynamic-security.json');
  const config = join(folder, 'mosquitto.conf');
  const forget = () => {
    execFileSync('rm', ['-f', rules]);
    execFileSync('mosquitto_ctrl', ['dynsec', 'init', rules, administrator, password], { stdio: 'ignore' });
  };
  forget();
  const lines = [
    'per_listener_settings false',
    'allow_anonymous false',
    `listener ${port} 127.0.0.1`,
    `plugin ${plugin}`,
    `plugin_opt_config_file ${rules}`,
    'set_tcp_nodelay true',
    'max_packet_size 66560',
    'max_queued_messages 10000',
    // Started by root it becomes another user, who may not write here.
    ...(process.getuid?.() === 0 ? ['user root'] : []),
  ];
  writeFileSync(config, `${lines.join('\n')}\n`);
  let child: ChildProcess | null = null;
  process.once('exit', () => child?.kill('SIGKILL'));
  const listens = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect({ port, host: '127.0.0.1' });
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
  return {
    port,
    url: `mqtt://${administrator}:${password}@127.0.0.1:${port}`,
    start: async () => {
      child = spawn('mosquitto', ['-c', config], { stdio: 'ignore' });
      await until('Mosquitto starts', listens, startsWithinMs);
    },
    kill: async () => {
      const killed = child;
      child = null;
      if (!killed || killed.exitCode !== null || killed.signalCode !== null) return;
      const gone = new Promise((resolve) => killed.once('exit', resolve));
      killed.kill('SIGKILL');
      await gone;
    },
    forget,
  };
}
