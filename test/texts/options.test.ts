import { optionReasons } from '../../domain/option.ts';
import { languages } from '../../texts/languages.ts';
import { optionText } from '../../texts/options.ts';

test.each(optionReasons)('%s is said in four languages, unlike every other reason', (reason) => {
  for (const language of languages) {
    const others = optionReasons.filter((each) => each !== reason).map((each) => optionText(each, language));
    expect(optionText(reason, language)).toMatch(/^\p{Lu}.+\.$/u);
    expect(others).not.toContain(optionText(reason, language));
  }
});
