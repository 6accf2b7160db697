export default {
  'import-kinds': {
    'activation-keys': 'アクティベーションキーの取り込み',
    'bulk-issue': 'レジストレーションキーの一括発行',
    'manufactured-devices': '製造機器の取り込み',
    'device-registrations': '機器の一括登録',
  },
  'import-done': {
    subject: 'ファイルの処理が完了しました',
    text: `{site}でお預かりしたファイルの処理が完了しました。

{kind}
ファイル: {file}
行数: {rows}

結果は、ログイン後に次のページで確認、ダウンロードできます。
{link}

このメールにキーは記載していません。`,
  },
  'import-refused': {
    subject: 'ファイルを登録できませんでした',
    text: `{site}でお預かりしたファイルは、登録内容と合わなくなったため、登録できませんでした。何も保存されていません。

{kind}
ファイル: {file}
行数: {rows}
誤りのあるセル: {faults}

誤りの内容は、ログイン後に次のページで確認できます。
{link}`,
  },
  'import-failed': {
    subject: 'ファイルを登録できませんでした',
    text: `{site}でお預かりしたファイルは、当方で問題が起きたため、登録できませんでした。何も保存されていません。

{kind}
ファイル: {file}
行数: {rows}

お手数ですが、ログイン後に次のページからもう一度アップロードしてください。
{link}`,
  },
} as const;
