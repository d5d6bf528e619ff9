import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { language } from './language/language.ts';
import './base.css';
import './shell/shell.css';
import './shell/table.css';
import './list/list.css';
import './wizard/outline.css';
import './wizard/frame.css';
import './wizard/screens.css';
import './form/form.css';
import './checks/checks.css';

document.documentElement.lang = language;

// Fluent writes its rules into style elements of its own; the Content-Security-Policy lets in those that carry the nonce.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce;
const renderer = createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {});

createRoot(document.getElementById('root')!).render(
  <RendererProvider renderer={renderer}>
    <App />
  </RendererProvider>,
);
