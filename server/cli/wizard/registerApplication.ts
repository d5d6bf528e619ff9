import type { View } from '../../view/view.ts';
import { back, type Prompts } from './prompts.ts';
import { sendOrTell, type Talk } from './talk.ts';

type Wish = 'enter' | View['page']['ways'][number]['code'];

/** Whether to enter an application, or which way to one to go. */
export function wantsToRegister(prompts: Prompts, { page, can }: View): Promise<Wish | typeof back> {
  const ways = page.ways.filter(({ code }) => code !== 'register' || can.includes('register'));
  return prompts.select<Wish>('The application that opens the mailbox', [
    { value: 'enter', label: 'Enter one that is registered' },
    ...ways.map(({ code, title }) => ({ value: code, label: title })),
  ]);
}

/** Tells a way: whom it takes, what to do, and its scripts. */
export function tellWay({ prompts }: Talk, { title, roles, steps, scripts }: View['page']['ways'][number]): void {
  const told = [
    title,
    '',
    'It takes:',
    ...roles.map((role) => `  ${role}`),
    '',
    ...steps.map((step, at) => `${at + 1}. ${step}`),
  ];
  prompts.say.page(told.join('\n'));
  for (const { title: what, script } of scripts) prompts.say.plain([`# ${what}`, script].join('\n'));
}

/** Has the mailbox application registered (guide, Preparing for Office 365 Application context authentication). */
export async function registerApplication(talk: Talk, view: View): Promise<View> {
  const { prompts } = talk;
  const check = (text: string) => (text.includes('@') ? undefined : 'Enter an e-mail address.');
  const mailbox = await prompts.text('Mailbox of the MIM Service', { sample: 'such as svcMIMService@contoso.com', check });
  if (mailbox === back) return view;
  const group = await prompts.text('Mail-enabled security group that holds the mailbox', {
    sample: 'such as MIMMailbox@contoso.com',
    check,
  });
  if (group === back) return view;
  const months = await prompts.text('Months until its secret expires', {
    initial: '12',
    check: (text) => (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 24 ? undefined : 'From 1 to 24.'),
  });
  if (months === back) return view;
  const wishes = { mailbox: mailbox.trim(), group: group.trim(), secretMonths: Number(months) };
  return sendOrTell(talk, view, { type: 'register', ...wishes });
}
