// node google.mjs plain|stream <prompt>, with BASE_URL in the environment.
import { GoogleGenAI } from '@google/genai';

const [mode, prompt] = process.argv.slice(2);
const client = new GoogleGenAI({ apiKey: 'AIzaMock', httpOptions: { baseUrl: process.env.BASE_URL } });
const request = { model: 'gemini-2.5-flash', contents: prompt };
try {
  let text = '';
  if (mode === 'stream') {
    for await (const chunk of await client.models.generateContentStream(request)) text += chunk.text;
  } else {
    text = (await client.models.generateContent(request)).text;
  }
  console.log(text);
} catch (error) {
  console.log(`${error.constructor.name} status=${error.status}: ${error.message}`);
  process.exitCode = 1;
}
