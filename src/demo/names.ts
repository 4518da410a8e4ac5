/** Invented names: first names that are common in Denmark, and family names put together from two halves for this purpose. */
import type { Chance } from './random.ts';

const womensNames = `
  Agnes Alberte Amalie Andrea Asta Bodil Camilla Clara Dagny Ditte Ea Ellen Emilie Esther Fatima Filippa Gry Helle Ida
  Inge Jasmin Johanne Josefine Karla Katrine Laura Lea Line Liv Luna Maria Mathilde Mille Nadia Naja Nikoline Olivia
  Pernille Rikke Rosa Sanne Sara Selma Silje Sofia Stine Thea Tilde Vera Vilma Yasmin Zenia
`
  .trim()
  .split(/\s+/);

const mensNames = 'Ali Asger Bjarke Carsten Emil Frode Hans Jeppe Kaj Lasse Mikkel Niels Omar Rune Steen Villads'.split(' ');

const firstHalves = `
  Ahorn Birke Elle Engblomst Fuglemose Gyvel Hybenrose Klitmose Lyngrøn Marehalm Pileklit Ravnemose Rønnebær Sivmose
  Slåentorn Strandmalurt Tangmose Tidselmose Tranemose Vibemose
`
  .trim()
  .split(/\s+/);
const secondHalves = 'dal høj kær lund vang'.split(' ');

/** A woman's full name. */
export function womansName(chance: Chance): string {
  return `${chance.pick(womensNames)} ${familyName(chance)}`;
}

/** A professional's full name. */
export function workersName(chance: Chance): string {
  return `${chance.pick(chance.happens(0.75) ? womensNames : mensNames)} ${familyName(chance)}`;
}

function familyName(chance: Chance): string {
  return `${chance.pick(firstHalves)}${chance.pick(secondHalves)}`;
}
