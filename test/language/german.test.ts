import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { screenIds } from '../../machines/chart/flow.ts';
import { screens } from '../../machines/pages/screens.ts';
import { settlementsOf } from '../../machines/plan/settled.ts';
import { closingChecks, hostChecks } from '../../machines/ports/checks.ts';
import { mailOptions, titleOfOption } from '../../machines/vocabulary/mailOptions.ts';
import { problems } from '../../machines/vocabulary/problems.ts';
import { chart } from '../../server/drawing/chart.ts';
import { layoutFile } from '../../server/drawing/drawing.ts';
import { readLayout } from '../../server/drawing/keptLayout.ts';
import type { Layout } from '../../server/drawing/layout.ts';
import { drawMermaid } from '../../server/drawing/mermaid.ts';
import { drawSvg } from '../../server/drawing/svg.ts';
import { catalogs, german } from '../../server/language/german/german.ts';
import { translatorTo } from '../../server/language/languages.ts';
import { readTemplate } from '../../server/language/template.ts';
import { checklist } from '../../server/view/checklist.ts';
import { checklistMarkdown } from '../../server/view/checklistMarkdown.ts';
import { declarationOf } from '../../server/view/pageDeclaration.ts';
import { english, type Wording } from '../../server/view/wording.ts';
import { capitalize, words } from '../../server/view/words.ts';
import { textsIn } from './englishTexts.ts';
import { unknownIn } from './unknownIn.ts';

const translator = (await translatorTo('de'))!;
const checks = { hostChecks, closingChecks };

/** What is told to people here is in the catalog, to the last text. */
const told = globSync([
  'machines/{answers,chart,pages,plan,ports,vocabulary}/**/*.ts',
  'server/{answers,collection,host,view}/**/*.ts',
  'server/runner/{enrolment,runnerName,runnerView,version}.ts',
  'server/report/{attempts,closingReport,html,markdown,markdownParts,phases,times}.ts',
  'server/http/**/*.ts',
])
  // The OpenAPI document and its kin are English; the faults of an audit trail are told by the command line alone.
  .filter((file) => !/(?:metrics|openapi\/.*|audit(?:Faults|Trail))\.ts$/.test(file))
  .toSorted();

/** Texts that have words and are not told: what stands here has its reason beside it. */
const untold: readonly RegExp[] = [
  // Headings of the installation guide, which is English.
  /^(?:Common deployment steps|Continuation), |^Options [A-Z]|^Preparing for Office 365/,
  // Samples, and what is to be replaced in a script.
  /^[A-Z]:\\|^<[^<>]+>$/,
  // Parts of texts that are held as a whole below.
  /^(?:Registration|Reset|Extranet|Configure|It may be that|Or|open answer|action of the rehearsed installer|field on the page \{page\})$/,
  /^There is no [^.]*\.\{value\}$|^Of \{value\}, |^Proposed: |^(?:cursor|runner|copyOf): \{message\}$/,
  /^\{type\}\{value\} on \{dialog\}, of$|^A property of$|^(?:kept|taken) for this |^\{place\} \{value\}; /,
  /^(?:No mail server|(?:regular|group managed) service account)$/,
  // Documents that are made as a whole, and the headers that send them.
  /^<(?:!doctype|section)|^Swagger|^attachment|^Retry-After|^\s*:root|^\{minutes\} min |^Whether the product is installed now/,
  // Names of headers, methods, classes and schemas, and marks that programs read.
  /^[A-Z][A-Za-z]+$|^Bearer realm|^HTTP\/1\.1 |^(?:id|\{value\}event): |^: still here|charset=utf-8$/,
  // Told to the log, to traces, and to nobody.
  /^(?:step|call) \{\w+\}$|^settled \{|^(?:a (?:token|request|runner)|an? call|runner \{name\}|of a runner|query parser|something went)/,
  /^This request was made before\.$|^mim-setup [a-z ]+$|^azure ad$|^called off/,
];

describe('The German catalog', () => {
  it.each(Object.entries(german))('puts into “%s” what the English text has', (english, message) => {
    const names = readTemplate(english)?.names ?? [];
    const values = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
    const text = translator.tell(english.replaceAll(/\{([a-z]\w*)\}/gi, (_, name: string) => values[name]!));
    expect(message.trim()).toBe(message);
    for (const value of Object.values(values)) if (!/, (?:plural|select),/.test(message)) expect(text).toContain(value);
  });

  it('has no text twice', () => {
    const keys = catalogs.flatMap((catalog) => Object.keys(catalog).map((key) => key.replaceAll(/\{[a-z]\w*\}/gi, '{}')));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it.each([
    ...[
      'page',
      'warning',
      'check',
      'open answer',
      'task',
      'section',
      'field on the page welcome',
      'action of the rehearsed installer',
    ].map((what) => `There is no ${what} "x1". Did you mean x2?`),
    ...mailOptions.map((option) => `${option.option}: ${titleOfOption(option)}`),
    ...['database', 'serviceAddress', 'registrationPortalUrl', 'registrationPortal', 'registrationPortalService'].map(
      (page) => `Proposed: as on the page “${capitalize(words(page))}”.`,
    ),
    ...(['installation', 'package'] as const).flatMap((whom) =>
      [undefined, null, 'Cloud:'].map((label) => settledBy(whom, label)),
    ),
    'Of FIREWALL_CONF and FIREWALL_CONFIG, the package knows this one alone.',
    'Or: CREATE DATABASE is not allowed. Give a reason.',
    'cursor: Send what an earlier list gave as `next`.',
  ])('has %s, which is put together', (text) => {
    expect(translator.find(text)).toBeDefined();
  });

  it('has all words of every declaration, single ones too', () => {
    expect(unknownIn(screenIds.map(declarationOf))).toEqual([]);
    expect(unknownIn(screenIds.map((id) => screens[id]))).toEqual([]);
    expect(unknownIn(Object.values(problems))).toEqual([]);
    expect(unknownIn(Object.values(checks).flatMap(Object.values))).toEqual([]);
  });

  it.each([
    ['the checklist as a document', (wording: Wording) => checklistMarkdown(checklist(), wording)],
    ['the picture of the flow', async (wording: Wording) => drawSvg(chart, await keptIn(wording), undefined, wording)],
    ['one with an installation on it', async (wording: Wording) => drawSvg(chart, await keptIn(wording), marks, wording)],
    [
      'one with an installation where an older version had a state',
      async (wording: Wording) => drawSvg(chart, await keptIn(wording), { ...marks, here: null }, wording),
    ],
    ['the chart for Mermaid', (wording: Wording) => drawMermaid(chart, wording)],
  ])('has every word of %s', async (_, make) => {
    const unknown = new Set<string>();
    const told = new Set<string>();
    const tell = (text: string) => {
      if (translator.find(text) === undefined) unknown.add(text);
      told.add(text);
      return text;
    };
    expect(await make({ language: 'en', tell })).toBe(await make(english));
    expect(told.size).toBeGreaterThan(50);
    expect([...unknown]).toEqual([]);
  });

  it('has every text of the files whose texts are told', () => {
    const missing = told
      .flatMap(textsIn)
      .filter(({ text }) => !isUntold(text) && translator.find(sampleOf(text).trim()) === undefined);
    expect(missing).toEqual([]);
  });
});

const marks = { revision: 3, here: 'ready', trail: [], taken: [], refused: [], calls: [], events: ['install'] };

async function keptIn({ language, tell }: Wording): Promise<Layout> {
  return readLayout(await readFile(layoutFile(language), 'utf8'), chart, tell);
}

/** How a property is told to be settled by a control of the package; without a label by one that has none, or by no control. */
function settledBy(whom: 'installation' | 'package', label: string | null | undefined): string {
  const product = { productName: null, productCode: '{1}', productVersion: '4.6' };
  const asked = label === undefined ? undefined : { dialog: 'MailDlg', control: 'Cloud', type: 'ComboBox', label };
  const settlement = { property: 'CLOUD', for: whom, who: 'anna', at: '2026-11-27T00:00:00Z', product, asked };
  return settlementsOf({ 'mailServer.cloud': settlement })['mailServer.cloud']!.byPackage!;
}

function isUntold(text: string): boolean {
  return untold.some((pattern) => pattern.test(text));
}

/** The text with something at each place. */
function sampleOf(text: string): string {
  return text.replaceAll(/\{[a-z]\w*\}/gi, 'x1');
}
