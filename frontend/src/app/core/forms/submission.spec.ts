import { HttpErrorResponse } from '@angular/common/http';
import { Injector, runInInjectionContext, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, required, submit } from '@angular/forms/signals';
import type { FieldErrorCode } from '@calmness/contracts';
import { firstValueFrom, of, throwError } from 'rxjs';
import { fieldErrors } from '../../../i18n/fr/errors';
import { fieldMessage } from './field-message';
import { Submission } from './submission';

function refusal(errors: { field: string; code: FieldErrorCode }[]): HttpErrorResponse {
  return new HttpErrorResponse({ status: 422, error: { code: 'request.invalid', errors, params: {} } });
}

describe('a submission', () => {
  const model = signal({ siren: '', siret: '' });
  let answers: (HttpErrorResponse | undefined)[] = [];
  let sent = 0;

  function start() {
    sent = 0;
    model.set({ siren: '1', siret: '2' });
    const submission = new Submission();
    const fields = runInInjectionContext(TestBed.inject(Injector), () =>
      form(model, (path) => required(path.siren), {
        submission: {
          action: (tree) =>
            submission.send(tree, () => {
              sent += 1;
              const answer = answers.shift();
              return firstValueFrom(answer ? throwError(() => answer) : of(undefined));
            }),
        },
      }),
    );
    const words = (field: 'siren' | 'siret') => fieldMessage(fields[field], fieldErrors);
    return { submission, fields, words };
  }

  it('puts the server’s words beside the fields, until their value changes', async () => {
    answers = [refusal([{ field: 'siret', code: 'invalid' }])];
    const { submission, fields, words } = start();
    await submit(fields);
    expect(words('siret')).toBe(fieldErrors.invalid);
    expect(submission.failure()).toBeUndefined();
    fields.siret().value.set('3');
    expect(words('siret')).toBeUndefined();
  });

  it('is sent again when the reader mends another field than the one refused', async () => {
    answers = [refusal([{ field: 'siret', code: 'invalid' }]), undefined];
    const { fields, words } = start();
    await submit(fields);
    fields.siren().value.set('9');
    await submit(fields);
    expect(sent).toBe(2);
    expect(words('siret')).toBeUndefined();
  });

  it('is sent again unchanged after an outage', async () => {
    answers = [new HttpErrorResponse({ status: 503 }), undefined];
    const { submission, fields } = start();
    await submit(fields);
    expect(submission.failure()?.code).toBe('request.unavailable');
    await submit(fields);
    expect(sent).toBe(2);
    expect(submission.failure()).toBeUndefined();
  });

  it('shows above the form what names a field it does not have', async () => {
    answers = [refusal([{ field: 'elsewhere', code: 'invalid' }])];
    const { submission, fields } = start();
    await submit(fields);
    expect(submission.failure()?.code).toBe('request.invalid');
  });

  it('is not sent while a rule of its own is broken', async () => {
    answers = [];
    const { fields, words } = start();
    fields.siren().value.set('');
    await submit(fields);
    expect(sent).toBe(0);
    expect(words('siren')).toBe(fieldErrors.required);
  });
});
