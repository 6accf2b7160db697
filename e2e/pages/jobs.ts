import type { JobName } from '../../domain/jobs/jobs.ts';
import { newOperator } from '../../tools/test/accounts.ts';
import { runJobs } from '../../server/kernel/jobs.ts';
import { silentLog } from '../../server/kernel/log.ts';
import { enterAs, heading } from '../people.ts';
import type { Walk } from './walk.ts';

/** An operator who looks at what runs by itself, while something of it fails. */
export const jobLooker: Walk = {
  name: 'an operator looks at the jobs',
  go: async ({ scene, someone, look, stop }) => {
    const { page, words } = someone;
    const siteUrl = `${scene.url}/conference`;
    const operator = await newOperator(scene);
    await operator.call('PATCH', '/session', { language: look.language });
    const end = (name: JobName, code?: string) => ({
      name,
      run: async () => {
        if (code) throw Object.assign(new Error('made up'), { code });
      },
    });
    const log = silentLog;
    await runJobs(scene.app, [end('audit-heads'), end('retention'), end('mailings', '53100')], log);
    await enterAs(someone, siteUrl, operator);
    const need = page.getByRole('listitem').filter({ hasText: words('jobs.needs.jobs-failing.title') });
    await need.waitFor();
    await stop('home with a job that fails', '/');
    await need.getByRole('link', { name: words('jobs.needs.jobs-failing.action') }).click();
    await heading(someone, words('jobs.title'));
    await page.getByText(words('jobs.needTitle', { count: 1 })).waitFor();
    await stop('jobs, one that fails', '/o/$organization/jobs');
    await runJobs(scene.app, [end('mailings')], log);
    await page.reload();
    await page.getByText(words('jobs.allWell')).waitFor();
    await stop('jobs', '/o/$organization/jobs');
  },
};
