/** A button's label with the letter underlined that works it together with Alt. */
export function AccessLabel({ text, letter }: { readonly text: string; readonly letter: string }) {
  const at = text.indexOf(letter);
  if (at < 0) return text;
  return (
    <span>
      {text.slice(0, at)}
      <u>{letter}</u>
      {text.slice(at + 1)}
    </span>
  );
}
