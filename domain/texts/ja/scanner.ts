import type en from '../en/scanner.ts';
import type { SameKeys } from '../same-keys.ts';

const scanner: SameKeys<typeof en> = {
  start: 'カメラで読み取る',
  stop: 'カメラを閉じる',
  opening: 'カメラを起動しています。ブラウザから確認を求められたら、カメラの使用を許可してください。',
  picture: 'カメラの映像',
  hint: 'バーコードまたはQRコードを、10〜20cmほど離して中央に映してください。',
  faults: {
    refused: {
      title: 'カメラの使用が許可されていません',
      text: 'ブラウザの設定でこのサイトにカメラの使用を許可してから、もう一度お試しください。番号を入力して進めることもできます。',
    },
    absent: {
      title: 'カメラが見つかりません',
      text: '番号を入力するか、カメラのあるスマートフォンでこの画面を開いてください。',
    },
    'in-use': {
      title: 'カメラを起動できませんでした',
      text: '別のアプリがカメラを使用している可能性があります。そのアプリを閉じてから、もう一度お試しください。番号を入力して進めることもできます。',
    },
    impossible: {
      title: 'ここではカメラを使用できません',
      text: 'ブラウザがカメラに対応していないか、通信が暗号化（HTTPS）されていません。番号を入力してください。',
    },
    failed: {
      title: 'カメラを開始できませんでした',
      text: 'もう一度お試しください。うまくいかない場合は、番号を入力してください。',
    },
  },
  again: 'もう一度試す',
};

export default scanner;
