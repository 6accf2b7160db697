import counters from './problems/counters.ts';
import devices from './problems/devices.ts';
import entry from './problems/entry.ts';
import imports from './problems/imports.ts';
import licencePlacements from './problems/licence-placements.ts';
import licenceStock from './problems/licence-stock.ts';
import maintenanceLinks from './problems/maintenance-links.ts';
import readings from './problems/readings.ts';
import registrationKeys from './problems/registration-keys.ts';
import type en from '../en/problems.ts';
import type { SameKeys } from '../same-keys.ts';

const problems: SameKeys<typeof en> = {
  ...entry,
  'registration-keys': registrationKeys,
  'monthly-reports': {
    'no-address': 'レポートをお送りする通知先メールアドレスが登録されていません。先に「登録情報」で登録してください。',
    'file-missing': 'ファイルの形式を1つ以上選んでください。',
    'zone-unknown': '一覧からタイムゾーンを選んでください。',
    'group-unknown': 'このグループはすでに削除されています。ほかのグループか、すべての機器を選んでください。',
  },
  'api-keys': {
    'name-missing': 'あとで見分けられる名前を入力してください。',
    'scopes-missing': 'このキーでできることを1つ以上選んでください。',
    'scope-beyond': 'ご自身ができない操作を、キーに与えることはできません。選択を外してください。',
    'ends-past': 'この日は過ぎています。これからの日を選ぶか、期限なしにしてください。',
    'ends-far': '遠すぎる日です。5年以内の日を選ぶか、期限なしにしてください。',
    'too-many': 'キーはすでに{max}個あります。使われていないキーを失効させてください。',
    over: 'このキーは、すでに失効しているか、期限が切れています。',
  },
  webhooks: {
    'name-missing': 'あとで見分けられる名前を入力してください。',
    'url-unreadable': 'Web のアドレスではありません。https://erp.example.jp/hook のように入力してください。',
    'url-scheme': 'アドレスは https:// または http:// で始めてください。',
    'url-secret': 'アドレスから、利用者名とパスワードを除いてください。',
    'url-address': 'プライベートアドレスには送信できません。インターネットから届くアドレスを入力してください。',
    'kinds-missing': '通知する出来事を1つ以上選んでください。',
    'kind-beyond': '通知できない出来事が含まれています。ページを読み込み直して、選び直してください。',
    'too-many': 'Webhook はすでに{max}件あります。使われていないものを削除してください。',
    'is-off': 'この Webhook は停止しています。先に再開してください。',
  },
  alarms: {
    'acknowledged-already': 'このアラームはすでに確認済みです。ページを読み込み直すと、確認した人が表示されます。',
    'time-unreadable': '22:00 のように時刻を入力してください。設定しないときは両方とも空欄にしてください。',
    'hours-alike': '開始と終了が同じ時刻です。異なる時刻を入力するか、両方とも空欄にしてください。',
  },
  exports: {
    'too-many':
      'ダウンロード中のファイルが多いため、開始できませんでした。ほかのダウンロードが終わってから、もう一度お試しください。',
    day: '日付を「2026-11-01」のように、年、月、日で入力してください。',
    'from-after-to': '開始日より前の日付です。開始日と同じ日か、それより後の日付にしてください。',
  },
  imports,
  notices: {
    'time-unreadable': '日付と時刻を入力してください。',
    'time-skipped': 'この日は時計の切り替えにより、この時刻がありません。別の時刻を選んでください。',
    'ends-before-start': '終了が開始より前になっています。開始より後の日時を選んでください。',
    'ends-in-the-past': '終了の日時を過ぎています。これからの日時を選んでください。',
    'starts-in-the-past': '開始の日時を過ぎています。これからの日時を選んでください。',
    'started-already': 'すでに始まっているため、開始の日時は変更できません。',
    'period-long': '開始から終了までは{days}日以内にしてください。',
    'shown-already': 'すでに掲載されたお知らせは削除できません。掲載を終了してください。',
    over: '掲載が終わったお知らせは変更できません。',
    'not-shown-yet': 'このお知らせはまだ掲載されていません。変更または削除してください。',
  },
  devices,
  'unlock-codes': {
    'too-many-reads':
      '1時間に多数のキーコードを表示しました。{minutes}分お待ちください。キーコードは、機器の一覧とそのファイルでも確認できます。',
    'model-without-code':
      '型式「{model}」の機器には、ここではキーコードがありません。キーコードのある型式を指定してください。',
    'version-unknown':
      'この型式の方式にバージョン{version}はありません。サイトのデータにあるバージョンを指定してください。',
  },
  licences: {
    ...licencePlacements,
    ...licenceStock,
    'lines-missing': 'ライセンスを1つ以上選んでください。',
    'quantity-over': '一度に割り当てられるのは1,000ライセンスまでです。残りは、そのあとに割り当ててください。',
    'line-twice': '同じ種類と期間が2回あります。合計を1回だけ入力してください。',
    'type-unknown': 'このライセンスの種類は、なくなりました。ページを読み込み直して、選び直してください。',
    'term-unknown': 'この期間は、販売が終わりました。ページを読み込み直して、選び直してください。',
    'device-twice': '同じ機器が2回選ばれています。1回だけ選んでください。',
    'devices-over':
      'ライセンスより機器のほうが多くなっています。機器と同じか、それより多いライセンスを選んでください。',
    'device-unfit':
      'このお客様の機器ではなくなったか、別の種類のライセンスを使う機器が含まれています。ページを読み込み直して、選び直してください。',
    'device-not-renewing':
      '「更新しない」とされている機器が含まれています。その機器を外すか、先にお客様に設定を変えていただいてください。',
    'device-over':
      'すでにライセンスがなくなった機器が含まれているため、取り置きできません。その機器を外してください。割り当てた後で、お客様が待機中のライセンスを移せます。',
    'customer-unknown':
      '貴社のお客様ではありません。メールアドレスの3文字以上を入力し、表示された中から選んでください。',
    'stock-short':
      '在庫が足りません。この種類と期間の在庫は{available}です。その数以下を入力するか、追加で購入してください。',
    'plan-day': '日付を入力してください。例：2026-12-01',
    'plan-day-past': '今日より後の日ではありません。明日以降の日を選ぶか、今すぐ割り当ててください。',
    'plan-too-late':
      'この日より前に、{count, number}台の機器のライセンスが切れます。最大で{days, number}日間ライセンスがなくなり、この予約では更新されません。早い日を選ぶか、了承のチェックを入れてください。',
    'plan-day-far': '日付が先すぎます。{latest}までの日を選んでください。',
    'holder-unknown': '移す先として、利用中の別のお客様を選んでください。',
    'licences-gone':
      '選んだライセンスの中に、期限が切れたもの、またはこのお客様のものではなくなったものがあります。画面を読み込み直して、選び直してください。',
    'plan-over': 'この予約は、すでに実行されたか、取り消されています。ページを読み込み直して、結果をご確認ください。',
    'too-many-plans': '予約はすでに{max}件あります。取り消すか、実行されるのをお待ちください。',
    'rehearsal-day': '日付は、{earliest}から{latest}までで指定してください。例：2027-12-31',
    'rehearsal-large':
      'ライセンスが多すぎて（{max}本を超えています）、試算できません。より近い日付を指定してください。',
  },
  'maintenance-links': maintenanceLinks,
  readings,
  departments: {
    'department-unknown': 'この部門で集計している機器は、貴社にはもうありません。ページを読み込み直してください。',
  },
  toner: {
    'manager-unknown': 'この利用者は選択できません。メールアドレスを確認済みの、貴社の利用者を選んでください。',
  },
  counters,
  'device-settings': {
    'not-a-number': '数値を入力してください。',
    'not-whole': '整数を入力してください。',
    'too-low': 'この型式で設定できるのは{min} {unit}以上です。{min}以上の値を入力してください。',
    'too-high': 'この型式で設定できるのは{max} {unit}以下です。{max}以下の値を入力してください。',
    'not-a-step': 'この型式では{step} {unit}刻みで設定します。刻みに合う値を入力してください。',
    'not-yes-or-no': 'オンかオフを選んでください。',
    'not-a-choice': '一覧から選んでください。',
    'not-a-window': '開始と終了の時刻を入力してください（例：23:00と05:00）。',
    'window-empty': '開始と終了が同じ時刻です。異なる時刻を入力してください。',
    'window-step': 'この型式では{step}分刻みで設定します。刻みに合う時刻を入力してください。',
    'setting-unknown': 'この型式には、この設定項目がありません。',
    'device-out-of-use':
      'この機器は使用終了の扱いになっているため、設定を送信できません。誤りの場合は、サイトの窓口にお問い合わせください。',
  },
  'maintenance-addresses': {
    'too-many': '登録できるのは{max}件までです。不要なアドレスを削除してください。',
    repeated: 'このアドレスはすでに入力されています。どちらかを削除してください。',
    'link-invalid':
      'このリンクは、すでに使用されたか、有効期限が切れたか、新しいリンクが送られています。登録した方に、リンクの再送を依頼してください。',
    'proved-already': 'このアドレスはすでに確認済みです。リンクは必要ありません。',
  },
  operations: {
    overlaps: 'この時間帯には、別のメンテナンスが予定されています。時間をずらすか、その予定を変更してください。',
    'too-many-planned': '予定できるメンテナンスは{max}件までです。不要な予定を取り消してください。',
    'window-over': '終了または取り消されたメンテナンスは変更できません。',
    'running-already': 'すでに始まったメンテナンスは取り消せません。終了してください。',
    'not-running': 'このメンテナンスは実施中ではありません。変更するか、取り消してください。',
  },
  acting: {
    'not-granted':
      'この法人・団体の代理で操作することは許可されていません。相手の法人・団体、またはサイトの窓口にお問い合わせください。',
  },
};

export default problems;
