import { html, render, type TemplateResult } from 'lit';
import type WaDialog from '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { messageOf } from '../api/http.js';

interface Question {
  heading: string;
  text?: string;
  content?: TemplateResult;
  confirm: string;
  danger?: boolean;
  /** Runs on confirmation with the form's fields; the dialog stays open and shows the message when it throws. */
  run: (fields: FormData) => Promise<void>;
}

/** A dialog with a form. Focus goes in and comes back; Esc closes. Resolves to whether it was confirmed. */
export async function ask(question: Question): Promise<boolean> {
  await import('@awesome.me/webawesome/dist/components/dialog/dialog.js');
  const host = document.createElement('div');
  document.body.append(host);
  return new Promise(resolve => {
    let confirmed = false;
    let busy = false;
    let problem = '';
    const close = (): void => {
      const dialog = host.querySelector<WaDialog>('wa-dialog');
      if (dialog) {
        dialog.open = false;
      }
    };
    // Going elsewhere leaves the question behind.
    addEventListener('hashchange', close, { once: true });
    const submit = async (event: SubmitEvent): Promise<void> => {
      event.preventDefault();
      if (busy) {
        return;
      }
      busy = true;
      problem = '';
      draw();
      try {
        await question.run(new FormData(event.target as HTMLFormElement));
        confirmed = true;
        close();
      } catch (error) {
        problem = messageOf(error);
      }
      busy = false;
      draw();
    };
    const draw = (): void => { render(html`
      <wa-dialog label=${question.heading} without-header @wa-after-hide=${(event: Event) => {
        if (event.target === host.querySelector<WaDialog>('wa-dialog')) {
          removeEventListener('hashchange', close);
          host.remove();
          resolve(confirmed);
        }
      }}>
        <form class="dialog-form" @submit=${submit}>
          <h2>${question.heading}</h2>
          ${question.text ? html`<p class="muted">${question.text}</p>` : ''}
          ${question.content ?? ''}
          ${problem ? html`<p class="note bad" role="alert">${problem}</p>` : ''}
          <div class="dialog-actions">
            <button type="button" @click=${close}>Cancel</button>
            <button type="submit" class=${question.danger ? 'danger' : 'primary'} ?disabled=${busy}>${question.confirm}</button>
          </div>
        </form>
      </wa-dialog>`, host); };
    draw();
    const dialog = host.querySelector<WaDialog>('wa-dialog');
    void dialog?.updateComplete.then(() => {
      dialog.open = true;
    });
  });
}
