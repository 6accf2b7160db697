export default {
  roles: { owner: '所有者', manager: '管理者', member: '担当者', viewer: '閲覧者' },
  rights: {
    list: '法人・団体の一覧での表示',
    read: 'データの表示',
    configure: '設定の変更',
    'act-as': '代理での操作',
  },
  'member-invitation': {
    subject: '{organization}への招待',
    text: `{name} 様

{inviter} 様から、{organization}の利用者として{site}へ招待されています。

役割: {role}

承諾される場合は、次のリンクを開いて、パスワードを設定してください。
{link}

リンクの有効期限: {expires}
リンクは一度だけ使用できます。
招待のメールが再送された場合は、最後に届いたメールのリンクだけが有効です。

心当たりのない場合は、このメールを破棄してください。アカウントは作成されません。`,
  },
  'member-invitation-taken': {
    subject: '{organization}への招待について',
    text: `このメールアドレスに、{organization}の利用者として{site}への招待がありました（招待した方: {inviter} 様）。
このメールアドレスはすでに{site}に登録されているため、新しいアカウントは作成できません。このことは、招待した方には知らせていません。

登録済みのアカウントは、引き続きご利用いただけます。
{login}

{organization}の利用者にもなる場合は、別のメールアドレスを招待した方にお知らせください。
心当たりのない場合は、何もしていただく必要はありません。`,
  },
  'member-invitation-withdrawn': {
    subject: '{organization}への招待が取り消されました',
    text: `{name} 様

{organization}の利用者としての{site}への招待が取り消されました。招待のリンクは使用できません。

ご不明な点は、{organization}の担当の方にお問い合わせください。`,
  },
  'member-welcome': {
    subject: '{organization}のアカウントを作成しました',
    text: `{name} 様

招待を承諾いただき、{site}のアカウントを作成しました。

法人・団体: {organization}
役割: {role}
ログインID: {loginId}

ログイン:
{login}

ログインIDは大切に保管してください。`,
  },
  'member-joined': {
    subject: '{name} 様が招待を承諾しました',
    text: `{name} 様が招待を承諾し、{site}で{organization}の利用者になりました。

役割: {role}

招待した方と違う場合は、すぐに利用者の画面から削除してください。`,
  },
  'role-changed': {
    subject: '役割が変更されました',
    text: `{site}での{organization}におけるお客様の役割が変更されました。

これまでの役割: {from}
新しい役割: {to}

ご利用いただける操作は、すぐに変わります。
{login}

ご不明な点は、{organization}の所有者にお問い合わせください。`,
  },
  'member-removed': {
    subject: '{organization}のアカウントが終了しました',
    text: `{site}で、{organization}の利用者から削除されました。アカウントは終了し、今後ログインはできません。

これまでに行われた操作の結果は、{organization}に残ります。
ご不明な点は、{organization}の所有者にお問い合わせください。`,
  },
  'member-left': {
    subject: '{organization}から脱退しました',
    text: `{site}で、{organization}から脱退しました。アカウントは終了し、今後ログインはできません。

これまでに行われた操作の結果は、{organization}に残ります。
お客様ご自身の操作でない場合は、すぐに{organization}の所有者と下記の窓口にご連絡ください。`,
  },
  'member-left-owners': {
    subject: '{name} 様が{organization}から脱退しました',
    text: `{site}で、{name} 様が{organization}から脱退しました。アカウントは終了しています。

これまでに行われた操作の結果は、{organization}に残ります。`,
  },
  'ownership-offered': {
    subject: '{organization}の所有者の引き継ぎのお願い',
    text: `{from} 様が、{site}での{organization}の所有者をお客様に引き継ぐことを希望しています。

所有者は、{organization}の利用者を決めることができ、{organization}を閉鎖することもできます。
承諾すると、お客様が所有者になり、{from} 様は管理者になります。

{until}までに、次の画面で承諾または辞退してください。
{page}

承諾されるまでは、何も変わりません。`,
  },
  'ownership-handed-over': {
    subject: '{organization}の所有者が引き継がれました',
    text: `{site}で、{organization}の所有者が引き継がれました。

今後の所有者: {to} 様
今後の管理者: {from} 様

心当たりのない場合は、すぐに下記の窓口にご連絡ください。`,
  },
  'ownership-offer-ended': {
    subject: '{organization}の所有者は引き継がれませんでした',
    text: `{site}で、{how, select, declined {{to} 様が{organization}の所有者の引き継ぎを辞退しました} other {{from} 様が{organization}の所有者の引き継ぎを取り下げました}}。

所有者は変わっていません。`,
  },
  'organization-moved': {
    subject: '{organization}の担当が{to}に変わりました',
    text: `{site}の窓口が、{organization}の担当を変更しました。

これまで: {from}
今後: {to}

アカウントとデータは、そのままご利用いただけます。
ご不明な点は、下記の窓口にお問い合わせください。`,
  },
  'organization-passed-on': {
    subject: '{organization}の担当が{to}に変わりました',
    text: `{site}で、{from}が閉鎖されたため、{organization}の担当を引き継ぎました。

今後の担当: {to}

アカウントとデータは、そのままご利用いただけます。{from}による{organization}のデータの表示や操作は、終了しました。
ご不明な点は、下記の窓口にお問い合わせください。`,
  },
  'organization-closed': {
    subject: '{organization}が閉鎖されました',
    text: `{site}で、{organization}が閉鎖されました。お客様を含むすべての利用者のアカウントが終了し、今後ログインはできません。

心当たりのない場合は、すぐに下記の窓口にご連絡ください。`,
  },
  'grant-given': {
    subject: '{to}が{organization}を担当できるようになりました',
    text: `{site}の窓口が、{organization}に対する権限を{to}に付与しました。

{to}ができること: {rights}
{until, select, none {この権限は、終了の手続きをするまで有効です。} other {この権限は、{until}まで有効です。}}

ご希望でない場合は、下記の窓口にご連絡ください。`,
  },
  'grant-ended': {
    subject: '{to}による{organization}の担当が終了しました',
    text: `{site}の窓口が、{organization}に対する{to}の権限を終了しました。権限はすでに無効です。

ご不明な点は、下記の窓口にお問い合わせください。`,
  },
  'acting-started': {
    subject: '{by}が{organization}の代理で操作しています',
    text: `{site}で、{organization}を担当する者が、代理での操作を始めました。

操作する者: {user}（{by}）
理由: {reason}
終了の予定: 遅くとも{until}

パスワード、2段階認証、利用者の管理を代理で操作することはできません。操作はすべて、双方の名前で記録されます。

操作の内容は、次の画面でご確認いただけます。
{page}

ご了承いただけない場合は、下記の窓口にご連絡ください。`,
  },
} as const;
