import { spawn } from 'node:child_process';
import type { DeviceCredential } from '../../edge/gateway/bootstrap.ts';

export type Ended = { code: number | null; output: string };
export type Running = {
  /** What it wrote so far. */
  output(): string;
  ended: Promise<Ended>;
  kill(): void;
};

/** What Debian's clients have to be told to come as this device. */
export function asDevice(port: number, { device, username, password }: DeviceCredential): string[] {
  return ['-h', '127.0.0.1', '-p', String(port), '-V', 'mqttv311', '-i', device, '-u', username, '-P', password];
}

/** Starts one of Debian's clients, and has it say each line when it has it. */
export function start(program: string, args: readonly string[], env: Record<string, string> = {}): Running {
  const child = spawn('stdbuf', ['-oL', program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
  return { output: () => output, ended, kill: () => child.kill('SIGKILL') };
}

/** Runs one of Debian's clients to its end. */
export function run(program: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return start(program, args, env).ended;
}
