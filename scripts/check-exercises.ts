// npm run check:exercises: runs every example, solution, starter, known wrong answer and mutant in the real sandbox.
import { readOptions, WrongArguments } from './exercises/options';
import { generateClient } from './steps/build';

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  // Nothing here asks the database, but the code that grades is made to.
  await generateClient();
  const { checkExercises } = await import('./exercises/check');
  return checkExercises(options);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof WrongArguments ? error.message : error);
  process.exitCode = 2;
}
