-- Mailings (P-05) go to very many at once, and must not keep a code waiting that somebody needs to log in; and who wants news by mail is known with
-- since when and by which way.

alter table mails add column bulk boolean not null default false;
drop index mails_due;
create index mails_due on mails (bulk, next_try_at) where state = 'due';

-- The answer itself is users.news. Null: never asked, or not known any more.
alter table users add column news_at timestamptz;
alter table users add column news_way text check (news_way in ('sign-up', 'account', 'operator', 'link'));
-- What was answered so far: by the last change of it that is known, else when the account was made.
update users u set
    news_at = coalesce(c.occurred_at, u.created_at),
    news_way = case when c.occurred_at is null then 'sign-up' when c.by_operator then 'operator' else 'account' end
  from users v left join lateral (
    select e.occurred_at, coalesce((e.data ->> 'byOperator')::boolean, false) as by_operator from events e
    where e.site_id = v.site_id and e.what = 'account.changed' and e.subject = 'user/' || v.id and e.data -> 'fields' ? 'news'
    order by e.occurred_at desc limit 1) c on true
  where v.site_id = u.site_id and v.id = u.id and v.ended_at is null and v.erased_at is null and (u.news or c.occurred_at is not null);
create index users_news on users (site_id, news_at) where news_at is not null;
