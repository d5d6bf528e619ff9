import { Button } from '@fluentui/react-components';
import { language, languages, speak } from '../language/language.ts';

/** The other languages that the page speaks, each by its own name; pressed, it is spoken from then on. */
export function Languages() {
  return names.map(([other, name]) => (
    <Button key={other} lang={other} appearance="subtle" size="small" onClick={() => speak(other)}>
      {name}
    </Button>
  ));
}

const names = Object.entries(languages)
  .map(([other, name]) => [other as keyof typeof languages, name] as const)
  .filter(([other]) => other !== language);
