import { Badge, Button } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { useState } from 'react';
import { Link } from 'wouter';
import { addressOf } from '../addressOf.ts';
import type { Item } from '../api/installationList.ts';
import { say } from '../language/say.ts';
import { Box } from '../shell/Box.tsx';
import { Table } from '../shell/Table.tsx';
import { ago, moment } from '../times.ts';
import { nameOf, statusWords, words } from '../words.ts';

interface InstallationTableProps {
  readonly items: readonly Item[];
  onForget(id: string): void;
}

/** Which installations there are: name, mode, option, where each is, who moved it last, and when. */
export function InstallationTable({ items, onForget }: InstallationTableProps) {
  const [forgetting, setForgetting] = useState<Item | null>(null);
  return (
    <>
      <Table
        className="rows"
        heads={[say('Name'), say('Mode'), say('Option'), say('Where'), say('Who'), say('When')]}
        buttons={say('Forget')}
      >
        <tbody>
          {items.map((item) => (
            <Row key={item.id} item={item} onForget={() => setForgetting(item)} />
          ))}
        </tbody>
      </Table>
      {forgetting && (
        <Box
          title={say('Forget {installation}?', { installation: nameOf(forgetting) })}
          onClose={() => setForgetting(null)}
          buttons={[
            {
              label: say('Forget it'),
              onClick: () => {
                onForget(forgetting.id);
                setForgetting(null);
              },
            },
            { label: say('Keep it'), isDefault: true, onClick: () => setForgetting(null) },
          ]}
        >
          {say('Its answers, its history and its log are deleted here. What is installed stays as it is.')}
        </Box>
      )}
    </>
  );
}

function Row({ item, onForget }: { readonly item: Item; onForget(): void }) {
  const { id, mode, option, page, status, who, updatedAt } = item;
  return (
    <tr>
      <th scope="row">
        <Link href={addressOf('installation', { id })} className="link">
          {nameOf(item)}
        </Link>
      </th>
      <td data-label={say('Mode')}>
        <Badge appearance="tint" color={mode === 'live' ? 'danger' : 'informative'}>
          {mode === 'live' ? say('Live') : say('Rehearsal')}
        </Badge>
      </td>
      <td data-label={say('Option')}>{option ?? '–'}</td>
      <td data-label={say('Where')}>{asksPages.includes(status) ? words(page) : statusWords[status]}</td>
      <td data-label={say('Who')}>{who}</td>
      <td data-label={say('When')}>
        <time dateTime={updatedAt} title={moment(updatedAt)}>
          {ago(updatedAt)}
        </time>
      </td>
      <td>
        {deletable.includes(status) && (
          <Button
            appearance="subtle"
            size="small"
            icon={<Delete20Regular />}
            aria-label={say('Forget {installation}', { installation: nameOf(item) })}
            onClick={onForget}
          />
        )}
      </td>
    </tr>
  );
}

/** While it asks, where it is says more than how it stands. */
const asksPages = ['asking', 'checking', 'warning', 'error'];
const deletable = ['finished', 'failed', 'cancelled', 'damaged'];
