import type en from '../en/locked-unit.ts';
import type { SameKeys } from '../same-keys.ts';

const lockedUnit: SameKeys<typeof en> = {
  title: 'UPS（シミュレーター）',
  home: '表示を更新',
  otherLanguage: 'English',
  status: '機器の状態',
  model: '型式',
  serial: '製造番号',
  output: '出力',
  outputLocked: 'ロック中（出力停止）',
  outputOn: '出力中',
  unlockedAt: 'ロックを解除した日時',
  wrongCodes: '誤入力の回数',
  enterCode: '出力のロックを解除する',
  code: 'キーコード',
  codeHintBoth: '機器登録のときにお知らせした、10進数{digits}桁または2進数{binary}桁のキーコードを入力してください。',
  codeHintDecimal: '機器登録のときにお知らせした、数字{digits}桁のキーコードを入力してください。',
  unlock: 'ロックを解除する',
  waiting: 'キーコードの誤りが続いたため、お待ちいただいています。あと{wait}で入力できます。',
  waitSeconds: '{count}秒',
  waitMinutes: '{count}分',
  waitHours: '{count}時間',
  unlocked: 'キーコードを確認しました。電源を出力しています。再起動しても解除されたままです。',
  'already-unlocked': 'ロックはすでに解除されています。キーコードの入力は必要ありません。',
  required: 'キーコードを入力してください。',
  'code-characters': '数字（0～9）だけで入力してください。',
  'code-digits-both': '10進数{digits}桁または2進数{binary}桁で入力してください。いまは{found}桁です。',
  'code-digits-decimal': '数字{digits}桁で入力してください。いまは{found}桁です。',
  'code-range': '{max}より大きいキーコードはありません。数字を確認し、もう一度入力してください。',
  'wrong-code':
    'キーコードが違います。出力はロックされたままです。キーコードを発行したときの製造番号を確認してください。',
  'wrong-code-wait':
    'キーコードが違います。出力はロックされたままです。キーコードを発行したときの製造番号を確認してください。あと{wait}で再び入力できます。',
  wait: '誤りが続いているため、このキーコードは確認していません。あと{wait}で再び入力できます。',
  'not-found': 'ページがありません。',
  refused: 'この要求は受け付けられません。',
  error: '確認してください：',
};

export default lockedUnit;
