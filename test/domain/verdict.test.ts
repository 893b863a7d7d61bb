import {
  allow,
  firstRefusal,
  hidden,
  orThrow,
  Refused,
  refuseRight,
  refuseState,
  refuseValue,
  statusOf,
} from '../../domain/verdict.ts';

test.each([
  [refuseState('a.b'), 409],
  [refuseValue('a.b'), 422],
  [refuseRight('a.b'), 403],
  [hidden, 404],
])('each kind of refusal has one status: %j', (refusal, status) => {
  expect(statusOf[refusal.kind]).toBe(status);
});

test('the first refusal in the order of the checks counts; without one it is allowed', () => {
  expect(firstRefusal(allow, refuseState('first'), refuseValue('second'))).toMatchObject({ reason: 'first' });
  expect(firstRefusal(allow, allow)).toEqual({ ok: true });
});

test('a refusal is thrown with its reason and details where a value cannot be returned', () => {
  expect(() => orThrow(allow)).not.toThrow();
  expect(() => orThrow(refuseState('a.b', { version: 2 }))).toThrow(Refused);
  expect(() => orThrow(refuseState('a.b'))).toThrow('a.b');
});
