import { parseArgs } from 'node:util';
import { roles } from '../../domain/accounts/permissions.ts';
import { createLog } from '../../server/kernel/log.ts';
import { required } from '../arguments.ts';
import { CommandFailure, UsageError, type Command } from '../command.ts';
import { configOrFail } from '../config.ts';
import { refusalSentence } from '../refusal.ts';
import { siteOrFail } from '../site.ts';

export const command: Command = {
  name: 'operator create',
  summary: "Make a user of a site's maker and print the link with which they set their password",
  usage: '--site SITE --login-id ID --mail ADDRESS --name NAME [--role owner|manager|member|viewer]',
  run: async (args) => {
    const { values } = parseArgs({
      args,
      options: {
        site: { type: 'string' },
        'login-id': { type: 'string' },
        mail: { type: 'string' },
        name: { type: 'string' },
        role: { type: 'string', default: 'owner' },
      },
    });
    const role = roles.find((one) => one === values.role);
    if (!role) throw new UsageError(`--role: "${values.role}" is none of ${roles.join(', ')}`);
    const wished = {
      loginId: required(values['login-id'], '--login-id', 'what they log in with'),
      mail: required(values.mail, '--mail', 'their mail address'),
      name: required(values.name, '--name', 'their name'),
      role,
    };
    const config = configOrFail();
    const site = await siteOrFail(config, required(values.site, '--site', 'the ID of a site'));
    const { withApp } = await import('../../server/workbench.ts');
    const { createOperator } = await import('../../server/organizations/create-operator.ts');
    const created = await withApp(config, createLog('warn'), (app) => createOperator(app, site, wished));
    if (!created.ok) throw new CommandFailure(refusalSentence(created, ['accounts', 'identifiers']));
    const { loginId, link, expiresAt } = created.value;
    console.log(`Login ID: ${loginId}\nSet the password here, once and before ${expiresAt.toISOString()}:\n${link}`);
    return 0;
  },
};
