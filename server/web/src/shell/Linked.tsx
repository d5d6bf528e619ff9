import { Link } from '@fluentui/react-components';

/** Text in which addresses can be followed, in a window of their own. */
export function Linked({ text }: { readonly text: string }) {
  return text.split(/(https?:\/\/[^\s"]*[^\s".,;:)])/).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <Link key={part} href={part} target="_blank" rel="noreferrer noopener" inline>
        {part}
      </Link>
    ),
  );
}
