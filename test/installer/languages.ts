/**
 * How a language writes the lines of an installer's log that are for people. They are written from the structure that Microsoft
 * documents ("Error Table", messages 7, 11 to 14): the sentences are not Windows' own, and nothing may hang on them.
 */
export interface Language {
  /** Windows' code page, by the name that decoders know. */
  readonly codePage: string;
  starts(time: string, action: string): string;
  tells(time: string, action: string, what: string): string;
  ends(time: string, action: string, value: string): string;
  error(code: string, what: string): string;
  /** What stands between hours, minutes and seconds, and before and after them. */
  readonly time?: (hours: string, minutes: string, seconds: string) => string;
  readonly product: (name: string, what: string) => string;
  readonly feature: string;
  readonly opening: readonly [begins: string, ends: string];
  readonly what: string;
}

export const languages: Readonly<Record<string, Language>> = {
  Chinese: {
    codePage: 'gbk',
    starts: (time, action) => `操作开始 ${time}: ${action}。`,
    tells: (time, action, what) => `操作 ${time}: ${action}。${what}`,
    ends: (time, action, value) => `操作结束 ${time}: ${action}。返回值 ${value}。`,
    error: (code, what) => `错误 ${code}。${what}`,
    product: (name, what) => `产品: ${name} -- ${what}`,
    feature: '功能',
    opening: ['日志开始', '日志停止'],
    what: '正在复制新文件',
  },
  'traditional Chinese': {
    codePage: 'big5',
    starts: (time, action) => `動作開始 ${time}： ${action}。`,
    tells: (time, action, what) => `動作 ${time}： ${action}。 ${what}`,
    ends: (time, action, value) => `動作結束 ${time}： ${action}。 傳回值 ${value}。`,
    error: (code, what) => `錯誤 ${code}。 ${what}`,
    product: (name, what) => `產品： ${name} -- ${what}`,
    feature: '功能',
    opening: ['記錄開始', '記錄停止'],
    what: '正在複製新檔案',
  },
  Japanese: {
    codePage: 'shift_jis',
    starts: (time, action) => `アクション開始 ${time}：${action}。`,
    tells: (time, action, what) => `アクション ${time}：${action}。${what}`,
    ends: (time, action, value) => `アクション終了 ${time}：${action}。戻り値 ${value}。`,
    error: (code, what) => `エラー ${code}。${what}`,
    product: (name, what) => `製品： ${name} -- ${what}`,
    feature: '機能',
    opening: ['ログの開始', 'ログの停止'],
    what: '新しいファイルをコピーしています',
  },
  Korean: {
    codePage: 'euc-kr',
    starts: (time, action) => `작업 시작 ${time}: ${action}.`,
    tells: (time, action, what) => `작업 ${time}: ${action}. ${what}`,
    ends: (time, action, value) => `작업 종료 ${time}: ${action}. 반환 값은 ${value}입니다.`,
    error: (code, what) => `오류 ${code}. ${what}`,
    product: (name, what) => `제품: ${name} -- ${what}`,
    feature: '기능',
    opening: ['로깅 시작', '로깅 중지'],
    what: '새 파일을 복사하는 중입니다',
  },
  Hebrew: {
    codePage: 'windows-1255',
    starts: (time, action) => `הפעולה התחילה ${time}: ${action}.`,
    tells: (time, action, what) => `הפעולה ${time}: ${action}. ${what}`,
    ends: (time, action, value) => `הפעולה הסתיימה ${time}: ${action}. הערך שהוחזר הוא ${value}.`,
    error: (code, what) => `שגיאה ${code}. ${what}`,
    product: (name, what) => `מוצר: ${name} -- ${what}`,
    feature: 'תכונה',
    opening: ['הרישום התחיל', 'הרישום הופסק'],
    what: 'הקבצים החדשים מועתקים',
  },
  Arabic: {
    codePage: 'windows-1256',
    starts: (time, action) => `بدء الإجراء ${time}: ${action}.`,
    tells: (time, action, what) => `الإجراء ${time}: ${action}. ${what}`,
    ends: (time, action, value) => `انتهاء الإجراء ${time}: ${action}. القيمة المرجعة ${value}.`,
    error: (code, what) => `خطأ ${code}. ${what}`,
    product: (name, what) => `المنتج: ${name} -- ${what}`,
    feature: 'الميزة',
    opening: ['بدأ التسجيل', 'توقف التسجيل'],
    what: 'يتم نسخ الملفات الجديدة',
  },
  Russian: {
    codePage: 'windows-1251',
    starts: (time, action) => `Начало действия ${time}: ${action}.`,
    tells: (time, action, what) => `Действие ${time}: ${action}. ${what}`,
    ends: (time, action, value) => `Окончание действия ${time}: ${action}. Возвращено значение ${value}.`,
    error: (code, what) => `Ошибка ${code}. ${what}`,
    product: (name, what) => `Продукт: ${name} -- ${what}`,
    feature: 'Компонент',
    opening: ['Запись начата', 'Запись остановлена'],
    what: 'Копирование новых файлов',
  },
  Greek: {
    codePage: 'windows-1253',
    starts: (time, action) => `Έναρξη ενέργειας ${time}: ${action}.`,
    tells: (time, action, what) => `Ενέργεια ${time}: ${action}. ${what}`,
    ends: (time, action, value) => `Τέλος ενέργειας ${time}: ${action}. Τιμή επιστροφής ${value}.`,
    error: (code, what) => `Σφάλμα ${code}. ${what}`,
    product: (name, what) => `Προϊόν: ${name} -- ${what}`,
    feature: 'Δυνατότητα',
    opening: ['Έναρξη καταγραφής', 'Τέλος καταγραφής'],
    what: 'Αντιγραφή νέων αρχείων',
  },
  Thai: {
    codePage: 'windows-874',
    starts: (time, action) => `เริ่มการกระทำ ${time}: ${action}`,
    tells: (time, action, what) => `การกระทำ ${time}: ${action} ${what}`,
    ends: (time, action, value) => `สิ้นสุดการกระทำ ${time}: ${action} ค่าที่ส่งกลับ ${value}`,
    error: (code, what) => `ข้อผิดพลาด ${code}. ${what}`,
    product: (name, what) => `ผลิตภัณฑ์: ${name} -- ${what}`,
    feature: 'คุณลักษณะ',
    opening: ['เริ่มการบันทึก', 'หยุดการบันทึก'],
    what: 'กำลังคัดลอกแฟ้มใหม่',
  },
  French: {
    codePage: 'windows-1252',
    starts: (time, action) => `Début de l’action à ${time}\u00a0: ${action}.`,
    tells: (time, action, what) => `Action ${time}\u00a0: ${action}. ${what}`,
    ends: (time, action, value) => `Fin de l’action à ${time}\u00a0: ${action}. Valeur renvoyée\u00a0: ${value}.`,
    error: (code, what) => `Erreur ${code}. ${what}`,
    product: (name, what) => `Produit\u00a0: ${name} -- ${what}`,
    feature: 'Fonctionnalité',
    opening: ['Début du journal', 'Fin du journal'],
    what: 'Copie de 3 nouveaux fichiers',
  },
  'Canadian French': {
    codePage: 'windows-1252',
    starts: (time, action) => `Début de l’action ${time}\u00a0: ${action}.`,
    tells: (time, action, what) => `Action ${time}\u00a0: ${action}. ${what}`,
    ends: (time, action, value) => `Fin de l’action ${time}\u00a0: ${action}. Valeur de retour ${value}.`,
    error: (code, what) => `Erreur ${code}. ${what}`,
    time: (hours, minutes, seconds) => `${hours} h ${minutes} min ${seconds} s`,
    product: (name, what) => `Produit\u00a0: ${name} -- ${what}`,
    feature: 'Fonctionnalité',
    opening: ['Journalisation commencée', 'Journalisation terminée'],
    what: 'Copie de 3 nouveaux fichiers',
  },
  Italian: {
    codePage: 'windows-1252',
    starts: (time, action) => `Azione avviata alle ${time}: ${action}.`,
    tells: (time, action, what) => `Azione ${time}: ${action}. ${what}`,
    ends: (time, action, value) => `Azione terminata alle ${time}: ${action}. Valore restituito ${value}.`,
    error: (code, what) => `Errore ${code}. ${what}`,
    time: (hours, minutes, seconds) => `${hours}.${minutes}.${seconds}`,
    product: (name, what) => `Prodotto: ${name} -- ${what}`,
    feature: 'Funzionalità',
    opening: ['Registrazione iniziata', 'Registrazione arrestata'],
    what: 'Copia di 3 nuovi file è in corso',
  },
  'a language of no country': {
    codePage: 'windows-1252',
    starts: (time, action) => `Xû ${time}» «${action}»!`,
    tells: (time, action, what) => `Yô ${time}» «${action}»! ${what}`,
    ends: (time, action, value) => `Zâ ${time}» «${action}»! ${value} wî`,
    error: (code, what) => `Rô ${code}. ${what}`,
    product: (name, what) => `Pê: ${name} -- ${what}`,
    feature: 'Fî',
    opening: ['Xû', 'Zâ'],
    what: 'na 3 wî',
  },
};

/** What the log of one run is made of. */
export interface LogWish {
  readonly verbose: boolean;
  /** The action that fails in the script, and what a custom action of it says. */
  readonly failing?: { readonly action: string; readonly says: string };
  readonly product?: string;
}

/** The actions of the sequence, in order; those that change something are run again by the script. */
const sequence = ['FindRelatedProducts', 'CostInitialize', 'InstallValidate', 'InstallInitialize', 'ProcessComponents'];
const changes = ['InstallFiles', 'ConfigureDatabase', 'DeploySolutions', 'PublishFeatures'];

/** The log of one installation in a language: plain (`/l*`), or with the engine's own lines (`/l*v`), which are English. */
export function logIn(language: Language, { verbose, failing, product = serviceAndPortal }: LogWish): string {
  const { starts, tells, ends, opening, feature, what } = language;
  const time = language.time?.('10', '20', '30') ?? '10:20:30';
  const engine = (text: string) => (verbose ? [`MSI (s) (64:F0) [10:20:30:500]: ${text}`] : []);
  const step = (action: string) => [
    ...engine(`Doing action: ${action}`),
    tells(time, action, what),
    starts(time, action),
    ends(time, action, '1'),
  ];
  const inScript = (action: string) => [
    ...engine(`Executing op: ActionStart(Name=${action},Description=${what},)`),
    tells(time, action, what),
    ...(action === 'PublishFeatures' ? [`${feature}: CommonServices`, `${feature}: WebPortals`] : []),
  ];
  const end = failing ? changes.indexOf(failing.action) + 1 : changes.length;
  const value = failing ? '3' : '1';
  const lines = [
    ...(verbose ? ['=== Verbose logging started: 11/22/2026  10:20:30  Build type: SHIP UNICODE 5.00.10011.00 ==='] : []),
    `=== ${opening[0]}: 22/11/2026  ${time} ===`,
    ...engine('Doing action: INSTALL'),
    starts(time, 'INSTALL'),
    ...sequence.flatMap(step),
    ...changes.flatMap(step),
    ...engine('Doing action: InstallFinalize'),
    tells(time, 'InstallFinalize', ''),
    starts(time, 'InstallFinalize'),
    ...engine('Executing op: Header(Signature=1397708873,Version=500,ScriptType=1)'),
    ...changes.slice(0, end).flatMap(inScript),
    ...(failing ? [failing.says] : []),
    ends(time, 'InstallFinalize', value),
    ...(failing ? [tells(time, 'Rollback', what)] : []),
    ends(time, 'INSTALL', value),
    ...(verbose ? [`Property(S): ProductName = ${product}`] : []),
    ...engine(`Note: 1: ${failing ? 1708 : 1707}`),
    ...(verbose ? engine(language.product(product, what)) : [language.product(product, what)]),
    ...engine(`MainEngineThread is returning ${failing ? 1603 : 0}`),
    `=== ${opening[1]}: 22/11/2026  ${time} ===`,
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

export const serviceAndPortal = 'Microsoft Identity Manager Service and Portal';

/** A text in one of the ways that a log may be written. */
export function written(text: string, as: string): Buffer {
  if (as === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (as === 'utf-16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  if (as === 'utf-8') return Buffer.from(text);
  const table = tableOf(as);
  return Buffer.concat([...text].map((character) => table.get(character) ?? unwritable(character, as)));
}

const tables = new Map<string, ReadonlyMap<string, Buffer>>();

/** A code page turned round: the bytes of each character. */
function tableOf(codePage: string): ReadonlyMap<string, Buffer> {
  const known = tables.get(codePage);
  if (known) return known;
  const table = new Map<string, Buffer>();
  const decoder = new TextDecoder(codePage, { fatal: true });
  for (let first = 0; first < 256; first++) {
    for (const second of [null, ...Array.from({ length: 256 }, (_, byte) => byte)]) {
      const bytes = Buffer.from(second === null ? [first] : [first, second]);
      const text = decoded(decoder, bytes);
      if (text !== null && [...text].length === 1 && !table.has(text)) table.set(text, bytes);
    }
  }
  tables.set(codePage, table);
  return table;
}

function decoded(decoder: TextDecoder, bytes: Buffer): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function unwritable(character: string, as: string): never {
  throw new Error(`${as} has no ${character}.`);
}
