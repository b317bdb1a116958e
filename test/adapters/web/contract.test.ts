import { describeAdapterContract } from '../../contract/adapter-contract.ts';
import { sampleCore } from '../../contract/sample-core.ts';
import { expectInertHtml } from './expect-inert-html.ts';
import { createBrowser, createWeb, readText } from './web-harness.ts';

describeAdapterContract({
  platform: 'web',
  async open(handle, commands) {
    const { adapter } = createWeb();
    await adapter.start(sampleCore(handle, commands));
    const address = adapter.status().detail;
    return {
      adapter,
      async enter() {
        const browser = createBrowser(address);
        await browser.fetch('/');
        return browser;
      },
      close: () => adapter.stop(),
    };
  },
  textOf: readText,
  expectInert: expectInertHtml,
});
