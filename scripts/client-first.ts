// Imported before a script that reads the database client, which is made from the schema: nobody who has just cloned this has one.
import { generateClient } from './steps/build';

await generateClient();
