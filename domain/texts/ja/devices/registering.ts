import type en from '../../en/devices/registering.ts';
import type { SameKeys } from '../../same-keys.ts';

const registering: SameKeys<typeof en> = {
  scan: {
    taken: '読み取りました：{text}',
    unfit: '「{text}」は、このサイトの製造番号ではありません。ラベルの別のコードを読み取っていないか確認してください。',
    codes: {
      all: '{model}は、すべてラベルにコードがあります。',
      madeFrom: '{model}は、{month}以降に製造されたもののラベルにコードがあります。',
      serialFrom: '{model}は、{serial}以降のもののラベルにコードがあります。',
      others: 'そのほかは、製造番号を入力してください。',
    },
    title: '製造番号の連続読み取り',
    lead: 'ラベルを1枚ずつカメラに映すか、番号を入力してください。一覧を確認するまで、何も登録されません。',
    type: '製造番号',
    add: '追加する',
    outcomes: {
      added: '{text}を追加しました。現在{count, number}件です。',
      again: '{text}はすでに一覧にあるため、追加していません。',
      unfit:
        '「{text}」は、このサイトの製造番号ではありません。ラベルの別のコードを読み取っていないか確認してください。',
      full: '{text}は追加できません。一度に読み取れるのは{count, number}件までです。先にこの一覧を登録してください。',
    },
    none: 'まだ番号がありません。',
    collected: '読み取った製造番号（{count, number}件）',
    remove: '取り消す',
    removeName: '{serial}を取り消す',
    missing: '製造番号を1件以上読み取るか、入力してください。',
    check: '一覧の内容を確認する',
    byFile: 'ファイルで登録する',
    part: '{devices}の一括登録',
    fileName: '読み取り結果.csv',
  },
  many: {
    title: '{devices}の一括登録',
    lead: 'ひな形に製造番号を記入して、アップロードしてください。必須の列は製造番号だけです。',
    scan: '製造番号を読み取る',
    toList: '{devices}の一覧へ',
    orScan: 'ラベルがお手元にあれば、スマートフォンのカメラで製造番号を続けて読み取ることもできます。',
    defaultsLead:
      '任意です。その項目が記入されていない行に入ります。設置場所やご使用者が一部でも記入されている行には、ファイルの内容だけを使います。',
    defaultsOpen: 'すべての行に共通の内容を入力する（ご購入日、設置場所、ご使用者、備考）',
    clean:
      '誤りはありません。確定すると{fresh, number}台を登録します。{before, plural, =0 {} other {登録済みの#台は変わりません。}}',
    confirm: '登録する',
    confirmTitle: 'このファイルの{rows, number}台を登録しますか',
    confirmText: 'すべての行をまとめて登録します。登録できない行が1行でもある場合は、何も登録しません。',
    doneTitle: '{devices}を登録しました',
    done: '「{file}」から{fresh, number}台を登録しました。{before, plural, =0 {} other {#台は登録済みです。}}',
    template: {
      title: '{devices}をまとめて登録する方へ',
      text: 'あらかじめこのひな形に製造番号を記入しておき、ログイン後にアップロードできます。',
      excel: 'ひな形（Excel）',
      csv: 'ひな形（CSV）',
    },
  },
  register: {
    title: '{device}の登録',
    stepsLabel: '登録の手順',
    steps: { form: '入力', confirm: '確認', done: '登録完了' },
    formTitle: '{device}の情報を入力してください',
    formLead: '分かる範囲で入力してください。製造番号以外は、後から追加・変更できます。',
    devicePart: '登録する{device}',
    valuesPart: '入力した内容',
    confirmTitle: '登録内容の確認',
    confirmLead: 'まだ登録されていません。登録の結果は{mail}にもメールで送ります。',
    submit: '登録する',
    doneTitle: '{device}を登録しました',
    doneText: '登録が完了しました。同じ内容のメールを{mail}に送ります。',
    another: '続けて{device}を登録する',
    showOwn: '登録済みの機器を表示する',
    askTitle: '製造番号が正しいのに登録できない場合',
    askText: '窓口にお問い合わせください。以前に別のお客様が登録していた場合なども、状況を確認してご案内します。',
    ask: 'メールで問い合わせる',
    askByForm: 'この番号について問い合わせる',
    askSubject: '製造番号{serial}を登録できません',
    ownData: 'お客様情報と同じ内容を入れる',
    ownDataDone: 'お客様情報の会社名、氏名、フリガナ、部署名を入れました。',
  },
};

export default registering;
