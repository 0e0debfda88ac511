/**
 * Messages with something to fill in. The library's own `params` hands the values to `String.replace` as patterns, one
 * after the other: a title with `$&` or `{name}` in it would come out as something else. Here each blank is filled once.
 */
import { type TranslationFunction, transform } from '@nanostores/i18n';

type BlanksOf<Text extends string> = Text extends `${string}{${infer Blank}}${infer Rest}`
  ? Blank | BlanksOf<Rest>
  : never;
export type Values<Text extends string> = Readonly<Record<Exclude<BlanksOf<Text>, 'count'>, string | number>>;

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
type FormsText<F extends Forms> = Extract<F[keyof F], string>;
type CountArguments<Text extends string> = keyof Values<Text> extends never
  ? [count: number]
  : [count: number, values: Values<Text>];

/** Fills each blank once; one without a value stays. */
export const fillIn = (
  locale: string,
  text: string,
  values: Readonly<Record<string, string | number>>,
): string =>
  text.replace(/\{(\w+)\}/g, (blank, name: string) => {
    const value = values[name];
    if (value === undefined) return blank;
    return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : value;
  });

const blanksTransform = transform((locale: string, text: string, values: Record<string, string | number>) =>
  fillIn(locale, text, values),
);
const countsTransform = transform(
  (
    locale: string,
    forms: Record<string, string>,
    count: number,
    values?: Record<string, string | number>,
  ) => {
    const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other ?? '';
    return fillIn(locale, form, { ...values, count });
  },
);

/**
 * A message with blanks: `blanks('{who} released {what}')` → `t.released({ who, what })`. Numbers by the language's
 * rules.
 */
export const blanks = <const Text extends string>(text: Text): TranslationFunction<[Values<Text>], string> =>
  blanksTransform(text) as TranslationFunction<[Values<Text>], string>;

/**
 * A message that depends on a number, by the language's plural rules: `counts({ one: '1 task', other: '{count} tasks'
 * })`.
 */
export const counts = <const F extends Forms>(
  forms: F,
): TranslationFunction<CountArguments<FormsText<F>>, string> =>
  countsTransform(forms as unknown as Record<string, string>) as TranslationFunction<
    CountArguments<FormsText<F>>,
    string
  >;
