// node anthropic.mjs plain|stream <prompt>, with BASE_URL in the environment.
import Anthropic from '@anthropic-ai/sdk';

const [mode, prompt] = process.argv.slice(2);
const client = new Anthropic({ baseURL: process.env.BASE_URL, apiKey: 'sk-ant-api03-mock' });
const request = { model: 'claude-sonnet-4-5', max_tokens: 100, messages: [{ role: 'user', content: prompt }] };
try {
  const message = mode === 'stream' ? await client.messages.stream(request).finalMessage() : await client.messages.create(request);
  console.log(message.content[0].text);
} catch (error) {
  console.log(`${error.constructor.name} status=${error.status}: ${error.message}`);
  process.exitCode = 1;
}
