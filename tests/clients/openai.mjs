// node openai.mjs chat|chat-stream|responses|responses-stream <prompt>, with BASE_URL (without /v1) in the environment.
import OpenAI from 'openai';

const [mode, prompt] = process.argv.slice(2);
const client = new OpenAI({ baseURL: `${process.env.BASE_URL}/v1`, apiKey: 'sk-mock' });
const chat = { model: 'gpt-5', messages: [{ role: 'user', content: prompt }] };
const modes = {
  chat: async () => (await client.chat.completions.create(chat)).choices[0].message.content,
  'chat-stream': async () => await client.chat.completions.stream(chat).finalContent(),
  responses: async () => (await client.responses.create({ model: 'gpt-5', input: prompt })).output_text,
  'responses-stream': async () => (await client.responses.stream({ model: 'gpt-5', input: prompt }).finalResponse()).output_text,
};
try {
  console.log(await modes[mode]());
} catch (error) {
  console.log(`${error.constructor.name} status=${error.status} code=${error.code}: ${error.message}`);
  process.exitCode = 1;
}
