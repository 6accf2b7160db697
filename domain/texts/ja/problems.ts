import type en from '../en/problems.ts';
import type { SameKeys } from '../same-keys.ts';

const problems: SameKeys<typeof en> = {
  identifiers: {
    required: '入力してください。',
    'hex-characters': '「{character}」は使えません。半角の数字0～9と英字A～Fで入力してください。',
    'hex-length': '0～9とA～Fの{digits}文字で入力してください。現在は{found}文字です。',
    phone: '電話番号として読み取れません。次の例のように入力してください：{sample}',
    country: '一覧から国・地域を選んでください。',
    'postal-code-japan': '郵便番号を7桁の数字で入力してください（例：123-4567）。',
    'postal-code': '郵便番号は英字・数字・空白・ハイフンの10文字以内で入力してください。',
    'mail-address': 'メールアドレスとして読み取れません。次の例のように入力してください：name@example.jp',
    'mail-address-long': 'メールアドレスが長すぎます。{max}文字以内で入力してください。',
    'text-short': '{min}文字以上で入力してください。現在は{found}文字です。',
    'text-long': '{max}文字以内で入力してください。現在は{found}文字です。',
    'text-control': '改行など、目に見えない文字が含まれています。取り除いて入力し直してください。',
  },
  accounts: {
    'password-length': '{min}文字以上{max}文字以内にしてください。',
    'password-ascii': '半角の英字・数字・記号・空白だけを使ってください。',
    'password-letters-digits': '半角の英字（A～Z、a～z）と数字（0～9）だけを使ってください。',
    'password-letters-digits-symbols': '半角の英字・数字・記号だけを使ってください。空白は使えません。',
    'password-lower': '英小文字を1文字以上使ってください。',
    'password-upper': '英大文字を1文字以上使ってください。',
    'password-letter': '英字を1文字以上使ってください。',
    'password-digit': '数字を1文字以上使ってください。',
    'password-symbol': '記号を1文字以上使ってください。',
    'password-run': '「{part}」のように、連続する文字や同じ文字を{count}文字以上並べないでください。',
    'password-common': '多くの人が使っているパスワードや、流出が知られているパスワードは使わないでください。',
    'password-unreadable': 'パスワードに壊れた文字が含まれています。入力し直してください。',
    'login-id-length': 'ログインIDは{min}文字以上{max}文字以内にしてください。',
    'login-id-letters-digits': 'ログインIDには半角の英字（A～Z、a～z）と数字（0～9）だけを使ってください。',
    'login-id-letters-digits-underscore-hyphen': 'ログインIDには半角の英字・数字・「_」・「-」だけを使ってください。',
    'login-id-taken': 'このログインIDは使えません。別のIDを入力してください。',
    'login-refused': 'ログインIDまたはパスワードが違います。大文字と小文字は区別されます。',
    'login-refused-or-locked':
      'ログインIDまたはパスワードが違うか、アカウントが一時的にロックされています。大文字と小文字は区別されます。',
    'login-locked': 'パスワードの誤りが続いたため、ロックされています。{seconds}秒後にもう一度お試しください。',
    'login-shut': 'パスワードの誤りが多すぎます。「パスワードをお忘れの方」から新しいパスワードを設定してください。',
    'mail-again-differs': '2つのメールアドレスが一致しません。両方の欄に同じアドレスを入力してください。',
    'sign-up-closed': 'このサイトではご自身での登録を受け付けていません。サイトの窓口にお問い合わせください。',
    'terms-not-agreed': '文書をお読みのうえ、同意してください。同意がないと先に進めません。',
    'code-wrong':
      'コードが違うか、すでに使われたか、有効期限が切れています。メールのコードを確認するか、メールを再送して新しいコードを受け取ってください。',
    'link-invalid':
      'このリンクはすでに使われたか、有効期限が切れています。もう一度登録するか、サイトの窓口にお問い合わせください。',
    'present-password-wrong': '現在のパスワードが違います。大文字と小文字は区別されます。',
    'proof-used': 'すでに使われています。新しいものを再送してください。',
    'proof-replaced': '新しいものが送られています。最新のメールのものを使ってください。',
    'proof-over': '有効期限が切れています。新しいものを再送してください。',
    'proof-tries-spent': 'コードの誤りが多すぎます。新しいコードを再送してください。',
    'session-idle': '{minutes}分間操作がなかったため、ログアウトしました。もう一度ログインしてください。',
    'session-over': 'ログインから{hours}時間が過ぎたため、ログアウトしました。もう一度ログインしてください。',
  },
  'registration-keys': {
    'category-unknown': 'このサイトにないカテゴリーです。カテゴリーの名前またはIDを入力してください。',
    'product-unknown': 'このカテゴリーでは扱っていない品番です。',
    'issue-refused': 'キーは発行されていません。下の印の付いた入力を直してください。',
    'too-many-tries': '入力の誤りが続いています。{seconds}秒後にもう一度お試しください。',
    'not-issued-here': 'このカテゴリーのキーはこのサイトでは発行していません。カテゴリーの説明をご覧ください。',
    'repeated-number': 'このアクティベーションキーはすでに上に入力されています。どちらかを削除してください。',
    'unknown-activation-key':
      'アクティベーションキーの番号またはレジストレーションIDが違います。シートと照らし合わせてください。',
    'other-category':
      'このアクティベーションキーはカテゴリー「{category}」のものです。手順1に戻って選び直してください。',
    'bound-to-other-device':
      'このアクティベーションキーは別の機器IDに使われており、その機器IDにしか使えません。機器IDを確認するか、サイトの窓口にお問い合わせください。',
    'bound-to-own-device': 'このアクティベーションキーは機器ID {deviceId} に使用済みで、その機器IDにしか使えません。',
    'product-not-offered': '品番 {productNumber} のキーは現在発行していません。サイトの窓口にお問い合わせください。',
    'slots-used-up':
      'この機器には、この機能のキーがすでに{max}個発行されており、これ以上発行できません。サイトの窓口にお問い合わせください。',
    mistyped: 'レジストレーションキーに誤った文字があります。発行されたキーと照らし合わせてください。',
    'unknown-version':
      'この機器では扱えない種類のキーです。レジストレーションキーと、発行したときの機器IDを確認してください。',
    'not-for-this-unit':
      'このレジストレーションキーはこの機器のものではありません。発行したときの機器IDを確認してください。',
  },
  exports: {
    'too-many':
      'ダウンロード中のファイルが多いため、開始できませんでした。ほかのダウンロードが終わってから、もう一度お試しください。',
  },
  imports: {
    'unreadable-encoding': 'ファイルの文字を読み取れません。CSVをUTF-8またはShift_JISで保存し直してください。',
    'not-a-table': 'CSVとして読み取れません（{line}行目付近）。引用符の閉じ忘れがないか確認してください。',
    'no-rows': 'データの行がありません。1行目に見出し、2行目以降にデータを入れてください。',
    'too-many-rows': '行が多すぎます。1つのファイルは{max}行までです。分けて取り込んでください。',
    'columns-missing': '必要な列がありません: {columns}。テンプレートの見出しを使ってください。',
    'has-faults':
      '誤りのあるセルが{faults}個あります。ファイルを直してから、もう一度アップロードしてください。何も保存されていません。',
    'file-changed': 'プレビューしたファイルと異なります。もう一度アップロードして内容を確認してください。',
    expired: 'ファイルの保存期間（24時間）が過ぎました。もう一度アップロードしてください。',
    'repeated-in-file': '同じ番号が{line}行目にもあります。',
    'stored-differently': 'この番号は、異なる内容ですでに登録されています。',
  },
  platform: {
    'missing-field': 'この項目がありません。',
    'too-long': '長すぎます。',
    'too-short': '短すぎます。',
    'wrong-type': '値の種類または形式が違います。',
    'not-found': 'ページまたはデータが存在しないか、表示する権限がありません。',
    'not-logged-in': 'ログインしてください。',
    'not-permitted': 'この操作をする権限がありません。所属する法人・団体の所有者または管理者に依頼してください。',
    'cross-site': '別のページからの要求のため、実行しませんでした。このサイトを開き直してから操作してください。',
    malformed: '要求を読み取れません。',
    'invalid-fields': '入力に誤りがあります。印の付いた欄を直してください。',
    'unknown-field': 'この項目は使えません。',
    'body-too-large': '送信された内容が大きすぎます。',
    'media-type': 'この種類の内容は受け付けていません。',
    'too-many-requests': '要求が多すぎます。しばらく待ってからもう一度お試しください。',
    'idempotency-key-missing': 'ヘッダー Idempotency-Key がないか、8～64文字の英字・数字・「_」・「-」ではありません。',
    'idempotency-key-reused': 'この Idempotency-Key は別の要求に使われています。',
    'still-running': '同じ要求を処理中です。しばらく待ってから結果を確認してください。',
    'version-missing': 'ヘッダー If-Match（表示していた版）がありません。',
    'changed-meanwhile':
      'ほかの操作によって内容が変更されています。上書きはしていません。現在の内容を確認して、もう一度保存してください。',
    unavailable: '現在サービスにつながりません。データは失われていません。数分後にもう一度お試しください。',
    unexpected:
      '当方で問題が起きました。もう一度お試しください。繰り返し起きる場合は、要求番号をサイトの窓口にお知らせください。',
  },
};

export default problems;
