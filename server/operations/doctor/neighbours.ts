import { fault, ok, reasonOf, warning, type Finding } from './finding.ts';

const answersWithinMs = 10_000;

/** Greets the mail server and logs in; sends nothing. */
export async function examineMail(smtpUrl: string | null): Promise<Finding> {
  if (smtpUrl === null)
    return warning(
      'mail',
      'ENGAWA_SMTP_URL is not set: mails wait in the database',
      'name a mail server; sign-ups need it',
    );
  const { createTransport } = await import('nodemailer');
  const limits = {
    connectionTimeout: answersWithinMs,
    greetingTimeout: answersWithinMs,
    socketTimeout: answersWithinMs,
  };
  const transport = createTransport({ url: smtpUrl, ...limits });
  try {
    await transport.verify();
    return ok('mail', 'the mail server takes us');
  } catch (error) {
    return fault(
      'mail',
      `the mail server does not take us (${reasonOf(error)})`,
      'look at host, port, name and password of ENGAWA_SMTP_URL; mails wait meanwhile',
    );
  } finally {
    transport.close();
  }
}

/** Connects to a broker of one's own as its administrator. */
export async function examineBroker(mqttUrl: string | null): Promise<Finding[]> {
  if (mqttUrl === null) return [];
  const { connectAsync } = await import('mqtt');
  try {
    const client = await connectAsync(mqttUrl, { connectTimeout: answersWithinMs, reconnectPeriod: 0 }, false);
    await client.endAsync(true);
    return [ok('broker', 'it takes us')];
  } catch (error) {
    return [
      fault(
        'broker',
        `it does not take us (${reasonOf(error)})`,
        'look at host, name, password and certificate of ENGAWA_MQTT_URL (docs/external-broker.md)',
      ),
    ];
  }
}
