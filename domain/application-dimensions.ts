/** A dimension of an application as it stands in its file, and whether its values can be told from others. */
import type { Dimension } from './application.ts';
import type { Place } from './data-shape.ts';
import { choiceOf, fieldsOf, keyOf, listOf, noteTwins, orNull, textOf, textsOf } from './data-shape.ts';
import { fitsPattern, patternProblem } from './scope-pattern.ts';

/** The dimension at that place; its faults are noted. */
export function dimensionAt(place: Place): Dimension {
  const field = fieldsOf(place, {
    required: ['key', 'name', 'values'],
    optional: ['listed', 'pattern', 'patternExample', 'onlyKind'],
  });
  const values = choiceOf(field('values'), ['listed', 'account']);
  const listed = listOf(field('listed')).map((each) => {
    const value = fieldsOf(each, { required: ['key', 'name'] });
    return { key: keyOf(value('key')), name: textsOf(value('name'), 100) };
  });
  noteTwins(field('listed'));
  const pattern = orNull(field('pattern'), (each) => textOf(each, 200));
  const patternExample = orNull(field('patternExample'), (each) => textOf(each, 100));
  const onlyKind = orNull(field('onlyKind'), keyOf);
  const dimension = { key: keyOf(field('key')), name: textsOf(field('name'), 100), values, listed };
  const whole: Dimension = { ...dimension, pattern, patternExample, onlyKind };
  if (field('values').value === values) noteValueFaults(whole, place);
  return whole;
}

const patternAccepted = 'an anchored pattern whose every repetition has an end, such as ^CS\\d{12}$';

function noteValueFaults(dimension: Dimension, { path, note }: Place): void {
  const { values, listed, pattern, patternExample, onlyKind } = dimension;
  if (values === 'listed') {
    if (listed.length === 0) note(`${path}.listed`, 'is empty', 'at least one value, or values "account"');
    for (const [name, given] of Object.entries({ pattern, patternExample, onlyKind }))
      if (given !== null) note(`${path}.${name}`, 'is for values of an account', 'null, or values "account"');
    return;
  }
  if (listed.length > 0) note(`${path}.listed`, 'is not empty', 'no value here, or values "listed"');
  const problem = pattern === null ? null : patternProblem(pattern);
  if (problem !== null) note(`${path}.pattern`, problem, patternAccepted);
  if ((pattern === null) !== (patternExample === null))
    note(
      `${path}.${pattern === null ? 'pattern' : 'patternExample'}`,
      'is missing',
      'both of them or neither',
    );
  else if (problem === null && patternExample !== null && !fitsPattern(pattern, patternExample))
    note(
      `${path}.patternExample`,
      `is ${JSON.stringify(patternExample)}`,
      `a value written as ${pattern ?? ''}`,
    );
}
