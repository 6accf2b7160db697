import type en from '../en/licence-holders.ts';
import type { SameKeys } from '../same-keys.ts';

const holders: SameKeys<typeof en> = {
  menu: { hand: 'ライセンスの移動' },
  cards: {
    text: '誤ったアカウントに割り当てられたライセンスを、正しいお客様に移します。',
    action: 'ライセンスを移す',
  },
  find: {
    title: '正しいお客様へのライセンスの移動',
    lead: '誤ったアカウントに割り当てられたライセンスのための手続きです。利用期間は変わりません。',
    from: '現在のお客様',
    customerName: 'お客様の氏名・メールアドレス',
    missing: 'ライセンスを現在お持ちのお客様を選んでください。',
    submit: 'ライセンスを表示する',
  },
  move: {
    title: '{name} のライセンスの移動',
    none: 'このお客様には、利用期間中のライセンスがありません。',
    licences: '移すライセンス',
    licencesMissing: 'ライセンスを1本以上選んでください。',
    all: 'すべて選ぶ',
    line: '{type}・{term}・{day}まで',
    serves: '{serial} で使用中（移すと、このカメラでは使えなくなります）',
    waits: '現在はどのカメラでも使っていません',
    to: '正しいお客様',
    toSupport: '移したライセンスは、使うカメラを選ぶまで待機します。',
    toMissing: '正しいお客様を選んでください。',
    reason: '理由',
    reasonSupport: '監査のために記録します。200文字以内で入力してください。',
    submit: '内容を確認する',
    confirmTitle: 'これらのライセンスを移しますか',
    confirmFrom: '現在',
    confirmTo: '移動先',
    confirmCount: 'ライセンス',
    confirmText: '両方のお客様とその販売店に、それぞれに関わる内容だけをメールでお知らせします。',
    confirm: '移す',
    doneTitle: 'ライセンスを移しました',
    done: 'ライセンス{count}本が {name} のものになりました。',
    another: '続けて移す',
    back: '別のお客様を選ぶ',
  },
};

export default holders;
