import { describe, expect, test } from 'vitest';
import { fold, tokenize } from '../../src/retrieval/tokenize.ts';

const foldedOf = (text: string) => tokenize(text).map(({ folded }) => folded);
const numbersOf = (text: string) =>
  tokenize(text)
    .filter(({ isNumber }) => isNumber)
    .map(({ folded }) => folded);
const namesOf = (text: string) =>
  tokenize(text)
    .filter(({ isName }) => isName)
    .map(({ raw }) => raw);

describe('fold()', () => {
  test.each([
    ['METROPOLIS', 'metropolis'],
    ['Métropolis', 'metropolis'],
    ['Montre\u0301al', 'montreal'],
    ['Bogotá', 'bogota'],
    ['São Paulo', 'sao paulo'],
    ['Brussel·les', 'brussel·les'],
    ['Łódź', 'lodz'],
    ['Øresund', 'oresund'],
    ['İstanbul', 'istanbul'],
    ['Diyarbakır', 'diyarbakir'],
    ['Straße', 'strasse'],
    ['cœur', 'coeur'],
    ['Đà Nẵng', 'da nang'],
    ['ΑΘΉΝΑ', 'αθηνα'],
    ['', ''],
  ])('fold() gives %j as %j', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });
});

describe('tokenize()', () => {
  test.each([
    ['1,400 people', ['1400']],
    ['1.400 personas', ['1400']],
    ['1 400 personnes', ['1400']],
    ['1\u00A0400 personnes', ['1400']],
    ['1\u202F400 personnes', ['1400']],
    ['1400', ['1400']],
    ['There were 1,400.', ['1400']],
    ['There were 1,400, and then 82.', ['1400', '82']],
    ['150 000 000 d’habitants', ['150000000']],
    ['1,234,567.89', ['1234567.89']],
    ['10.000,50 €', ['10000.50']],
    ['10,000-15,000', ['10000', '15000']],
    ['90 000–100 000', ['90000', '100000']],
    ['35.3%', ['35.3']],
    ['35,3 %', ['35.3']],
    ['€3.5 million', ['3.5']],
    ['the 14th congress', ['14']],
    ['14.º congreso', ['14']],
    ['14º congreso', ['14']],
    ['le 6e congrès', ['6']],
    ['la 1re édition', ['1']],
    ['1er congrès', ['1']],
    ['3a edició', ['3']],
    ['the 2nd and the 3rd', ['2', '3']],
    ['the 3 30 300 rule', ['3', '30', '300']],
    ['the 3-30-300 rule', ['3', '30', '300']],
    ['2019–2023', ['2019', '2023']],
    ['in 2023, 400 people', ['2023', '400']],
    ['+34 93 342 94 60', ['34', '93', '342', '94', '60']],
    ['COVID-19', ['19']],
    ['C40 and 5G', []],
    ['sixteen cities', []],
  ])('tokenize() reads the numbers of %j as %j', (text, expected) => {
    expect(numbersOf(text)).toEqual(expected);
  });

  test.each([
    ["l’association d'Europe", ['l', 'association', 'd', 'europe']],
    ['qu’est-ce que c’est', ['qu', 'est', 'ce', 'que', 'c', 'est']],
    ['O’Neill', ['o', 'neill']],
    ['women’s network', ['women', 's', 'network']],
    ['vice-presidency', ['vice', 'presidency']],
    ['e-mail E-mails', ['email', 'emails']],
    ['Brussel·les', ['brussel', 'les']],
    ['¿Cuántas ciudades?', ['cuantas', 'ciudades']],
    ['« 1 400 villes »', ['1400', 'villes']],
    ['B2B and C40', ['b2b', 'and', 'c40']],
    ['Москва и Αθήνα', ['москва', 'и', 'αθηνα']],
    ['', []],
    ['?! … 🎉', []],
  ])('tokenize() cuts %j into %j', (text, expected) => {
    expect(foldedOf(text)).toEqual(expected);
  });

  test.each([
    ['谁是财务主管？', '财务'],
    ['东京都有多少人口', '人口'],
    ['大都市2023年', '2023'],
  ])('tokenize() cuts %j by dictionary, so that %j is a word of it', (text, word) => {
    expect(foldedOf(text)).toContain(word);
  });

  test('tokenize() gives composed and decomposed letters as the same words', () => {
    expect(tokenize('Montre\u0301al')).toEqual(tokenize('Montréal'));
  });

  test('tokenize() keeps the diacritics of `lower`, as a stemmer wants it', () => {
    expect(tokenize('Élection')).toMatchObject([{ raw: 'Élection', lower: 'élection', folded: 'election' }]);
  });

  test.each([
    ['Who is Ada Lovelace?', ['Ada', 'Lovelace']],
    ['The congress. She left for Dakar.', ['Dakar']],
    ['¿Quién es Ada?', ['Ada']],
    ['What is it? Nobody knows', []],
    ['UNESCO met in Paris', ['UNESCO', 'Paris']],
    ['CLEARING HOUSE', ['CLEARING', 'HOUSE']],
    ['A plan', []],
    ['who is ada lovelace', []],
    ['l’Afrique', ['Afrique']],
    ['In 2023 the Board', ['Board']],
  ])('tokenize() takes in %j %j for names', (text, expected) => {
    expect(namesOf(text)).toEqual(expected);
  });
});
