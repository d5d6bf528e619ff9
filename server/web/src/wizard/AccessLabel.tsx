/** A button's label with the letter underlined that works it together with Alt: in `&Next`, as Windows writes it, the N. */
export function AccessLabel({ text }: { readonly text: string }) {
  const at = text.indexOf('&');
  if (at < 0) return text;
  return (
    <span>
      {text.slice(0, at)}
      <u>{text.charAt(at + 1)}</u>
      {text.slice(at + 2)}
    </span>
  );
}

/** The letter that works the button together with Alt. */
export function accessKeyOf(label: string): string {
  return label.charAt(label.indexOf('&') + 1).toUpperCase();
}
