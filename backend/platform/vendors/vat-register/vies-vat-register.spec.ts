import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { proxyPage, startFakeVendor, type FakeVendor, type Reaction } from '../testing/fake-vendor';
import { ViesVatRegister } from './vies-vat-register';

describe('the European register of VAT numbers', () => {
  let vies: FakeVendor;
  let register: ViesVatRegister;
  beforeEach(async () => {
    vies = await startFakeVendor();
    register = new ViesVatRegister(`${vies.url}/rest-api`, 300);
  });
  afterEach(() => vies.close());
  const says = (json: object, status = 200): Reaction => ({ status, json });

  it.each<[string, Reaction, string]>([
    ['a number it knows', says({ isValid: true, userError: 'VALID' }), 'valid'],
    ['a number it does not know', says({ isValid: false, userError: 'INVALID' }), 'invalid'],
    ['a number that is none', says({ isValid: false, userError: 'INVALID_INPUT' }), 'invalid'],
    ['a member state that is away', says({ isValid: false, userError: 'MS_UNAVAILABLE' }), 'unavailable'],
    ['too many at once', says({ isValid: false, userError: 'MS_MAX_CONCURRENT_REQ' }), 'unavailable'],
    ['a number without a word', says({ isValid: false }), 'unavailable'],
    ['an error of its own', says({ errorWrappers: [{ error: 'SERVICE_UNAVAILABLE' }] }, 500), 'unavailable'],
    ['a page of a proxy', proxyPage(502), 'unavailable'],
    ['a connection that is cut', 'cut', 'unavailable'],
    ['silence', 'silence', 'unavailable'],
  ])('reads %s', async (_what, reaction, answer) => {
    vies.answers(reaction);
    expect(await register.check('BE', 'BE0123456749')).toBe(answer);
    expect(vies.heard[0]?.path).toBe('/rest-api/ms/BE/vat/0123456749');
  });

  it('asks for Greece as EL, with or without the letters', async () => {
    vies.answers(says({ isValid: true }));
    await register.check('GR', 'EL094259216');
    await register.check('GR', '094259216');
    expect(vies.heard.map(({ path }) => path)).toEqual(
      Array.from({ length: 2 }, () => '/rest-api/ms/EL/vat/094259216'),
    );
  });
});
