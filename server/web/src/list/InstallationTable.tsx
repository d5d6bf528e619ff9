import { Badge, Button } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Item } from '../api/installationList.ts';
import { Box } from '../shell/Box.tsx';
import { ago, nameOf, statusWords, words } from '../words.ts';

interface InstallationTableProps {
  readonly items: readonly Item[];
  onForget(id: string): void;
}

/** Which installations there are: name, mode, option, where each is, who moved it last, and when. */
export function InstallationTable({ items, onForget }: InstallationTableProps) {
  const [forgetting, setForgetting] = useState<Item | null>(null);
  return (
    <>
      <table className="installations">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Mode</th>
            <th scope="col">Option</th>
            <th scope="col">Where</th>
            <th scope="col">Who</th>
            <th scope="col">When</th>
            <th scope="col">
              <span className="hidden">Forget</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.id} item={item} onForget={() => setForgetting(item)} />
          ))}
        </tbody>
      </table>
      {forgetting && (
        <Box
          title={`Forget ${nameOf(forgetting)}?`}
          onClose={() => setForgetting(null)}
          buttons={[
            {
              label: 'Forget it',
              onClick: () => {
                onForget(forgetting.id);
                setForgetting(null);
              },
            },
            { label: 'Keep it', isDefault: true, onClick: () => setForgetting(null) },
          ]}
        >
          Its answers, its history and its log are deleted here. What is installed stays as it is.
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
        <Link href={`/installations/${id}`} className="link">
          {nameOf(item)}
        </Link>
      </th>
      <td data-label="Mode">
        <Badge appearance="tint" color={mode === 'live' ? 'danger' : 'informative'}>
          {mode === 'live' ? 'Live' : 'Rehearsal'}
        </Badge>
      </td>
      <td data-label="Option">{option ?? '–'}</td>
      <td data-label="Where">{asksPages.includes(status) ? words(page) : statusWords[status]}</td>
      <td data-label="Who">{who ?? '–'}</td>
      <td data-label="When">
        <time dateTime={updatedAt} title={new Date(updatedAt).toLocaleString()}>
          {ago(updatedAt)}
        </time>
      </td>
      <td>
        {deletable.includes(status) && (
          <Button
            appearance="subtle"
            size="small"
            icon={<Delete20Regular />}
            aria-label={`Forget ${nameOf(item)}`}
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
