import type en from '../../en/mail/mailings.ts';
import type { SameKeys } from '../../same-keys.ts';

const mailings: SameKeys<typeof en> = {
  'mailing-important': {
    subject: '{test, select, yes {【試し送り】} other {}}{title}',
    text: `{body}

----
このお知らせは、{site}をご利用のすべての方にお送りしています。次のページでもご覧になれます。
{notices}`,
  },
  'mailing-news': {
    subject: '{test, select, yes {【試し送り】} other {}}{title}',
    text: `{body}

----
このお知らせは、次のページでもご覧になれます。
{notices}

このメールは、{site}で製品情報のお知らせメールの受け取りに同意された方にお送りしています。今後受け取らない場合は、次のページを開いてボタンを押してください（ログインは不要です）。
{withdraw}`,
  },
};
export default mailings;
