import { Fragment } from 'react';
import type { Asked, TeamSheet } from '../../../view/checklist.ts';
import { say } from '../language/say.ts';
import { words } from '../words.ts';

/** What one team is asked for, with room to write the answers down, and what will be checked. */
export function Sheet({ sheet: { team, title, text, asked, checks } }: { readonly sheet: TeamSheet }) {
  const pages = [...Map.groupBy(asked, ({ page }) => page).values()];
  return (
    <section className="team" data-team={team} aria-labelledby={`team-${team}`}>
      <h2 id={`team-${team}`}>{title}</h2>
      <p>{text}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('What is asked')}</th>
            <th scope="col" className="room">
              {say('Answer')}
            </th>
          </tr>
        </thead>
        {pages.map((ofPage) => (
          <tbody key={ofPage[0]!.page}>
            <tr className="of">
              <th scope="rowgroup" colSpan={2}>
                {words(ofPage[0]!.page)} {ofPage[0]!.text && <span className="aside">{ofPage[0]!.text}</span>}
              </th>
            </tr>
            {ofPage.map((one) => (
              <Line key={one.field} asked={one} />
            ))}
          </tbody>
        ))}
      </table>
      {checks.length > 0 && (
        <>
          <h3>{say('What will be checked')}</h3>
          <ul>
            {checks.map((check) => (
              <li key={check.id}>{check.title}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Line({ asked }: { readonly asked: Asked }) {
  const { field, label, description, options, parts, secret } = asked;
  return (
    <tr data-field={`${asked.page}.${field}`}>
      <td>
        <strong>{label}</strong>
        {remarksOn(asked).map((remark) => (
          <Fragment key={remark}>
            {' '}
            <span className="remark">{remark}</span>
          </Fragment>
        ))}
        {description && <div className="aside">{description}</div>}
        {parts && <div className="aside">{parts.map((part) => part.label).join(', ')}</div>}
      </td>
      <td className="room">
        {secret && <span className="aside">{say('A secret: enter it in the wizard, and do not write it down.')}</span>}
        {options?.map((option) => (
          <div key={option.title}>☐ {option.title}</div>
        ))}
      </td>
    </tr>
  );
}

function remarksOn({ needed, examples }: Asked): string[] {
  const [example] = examples ?? [];
  return [
    ...(example === undefined ? [] : [say('such as {example}', { example: String(example) })]),
    ...(needed === 'dependent' ? [say('(depends on other answers)')] : []),
    ...(needed === 'optional' ? [say('(may be left empty)')] : []),
  ];
}
