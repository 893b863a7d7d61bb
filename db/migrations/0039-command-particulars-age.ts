/** Words of commands are forgotten with the keys they came under. */
import { key } from './alter.ts';

export const commandParticularsAge = key('command_particulars', 'command_particulars_age', 'created_at');
