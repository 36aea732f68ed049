import { CreateAdmin, CreateTestUser, ResetTwoFactor } from '@calmness/accounts';
import { requiredOption, type Command } from '../command';
import { readSecret } from '../read-secret';

export const createAdmin: Command = {
  name: 'accounts:create-admin',
  summary: 'makes an administrator: --email= --first-name= --last-name= (the password is asked for)',
  run: async ({ app, options, say }) => {
    const email = requiredOption(options, 'email');
    const password = await readSecret(`Password of ${email}: `);
    const memberId = await (await app()).get(CreateAdmin).execute({
      email,
      firstName: requiredOption(options, 'first-name'),
      lastName: requiredOption(options, 'last-name'),
      password,
    });
    say(`${email} is an administrator (${memberId})`);
  },
};

export const createTestUser: Command = {
  name: 'accounts:create-test-user',
  summary: 'makes the complete, verified demo member Jean Dupont (refused in production)',
  run: async ({ app, say }) => {
    const { email } = await (await app()).get(CreateTestUser).execute();
    say(`${email} is ready`);
  },
};

export const resetTwoFactor: Command = {
  name: 'accounts:reset-two-factor',
  summary: 'takes a lost second factor away and ends every session: --email=',
  run: async ({ app, options, say }) => {
    const email = requiredOption(options, 'email');
    await (await app()).get(ResetTwoFactor).execute(email);
    say(`${email} logs in with the password alone, and sets a second factor up again`);
  },
};
