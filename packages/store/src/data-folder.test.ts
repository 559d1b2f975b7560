import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { dataFolder } from './data-folder.ts';

describe('dataFolder', () => {
  it('is the flag, before KNEEWISE_DATA, before the platform', () => {
    const env = { KNEEWISE_DATA: '/from-env', HOME: '/home/ann' };
    assert.equal(dataFolder(env, 'linux', '/from-flag'), resolve('/from-flag'));
    assert.equal(dataFolder(env, 'linux'), resolve('/from-env'));
    assert.equal(dataFolder({ HOME: '/home/ann' }, 'linux'), '/home/ann/.local/share/kneewise');
  });

  it('is made absolute', () => {
    assert.equal(dataFolder({}, 'linux', 'runs'), resolve('runs'));
  });

  it('takes an empty flag or variable for none', () => {
    assert.equal(
      dataFolder({ KNEEWISE_DATA: '', HOME: '/home/ann' }, 'linux', ''),
      '/home/ann/.local/share/kneewise',
    );
  });

  it('follows XDG_DATA_HOME on Linux where it is absolute', () => {
    assert.equal(dataFolder({ XDG_DATA_HOME: '/xdg', HOME: '/home/ann' }, 'linux'), '/xdg/kneewise');
    assert.equal(
      dataFolder({ XDG_DATA_HOME: 'xdg', HOME: '/home/ann' }, 'linux'),
      '/home/ann/.local/share/kneewise',
    );
  });

  it('is where macOS and Windows keep such things', () => {
    assert.equal(
      dataFolder({ HOME: '/Users/ann' }, 'darwin'),
      '/Users/ann/Library/Application Support/Kneewise',
    );
    assert.equal(
      dataFolder({ APPDATA: 'C:\\Users\\ann\\AppData\\Roaming' }, 'win32'),
      'C:\\Users\\ann\\AppData\\Roaming\\Kneewise',
    );
    assert.equal(
      dataFolder({ USERPROFILE: 'C:\\Users\\ann' }, 'win32'),
      'C:\\Users\\ann\\AppData\\Roaming\\Kneewise',
    );
  });

  it('asks the system for the home folder where HOME is not set', () => {
    assert.equal(dataFolder({}, 'linux'), `${homedir()}/.local/share/kneewise`);
  });
});
