using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Coding assistants, agents with their sandboxes and browsers, and what watches models at work.</summary>
internal static class AiToolKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "cursor_api_key", "Cursor API key", Severity.Critical,
            "https://cursor.com/docs/api",
            "<key|crsr>_<hex:64>",
            "CURSOR_API_KEY=crsr_" + "1812b3d23d86dac0e8acca68a6cad0dd72a2595e02cd08561a50d1ad41392903",
            "CURSOR_API_KEY=key_eyour-token-here",
            "use \uff43rsr_" + "c6\uff448b1a7ddf58827a676406ad59c87a\uff1830c1afa54a34639ba5bf64376d25ca3d for the staging job"),
        CatalogueRule.Of(
            "windsurf_service_key", "Windsurf (Codeium) service or API key", Severity.Critical,
            "https://docs.windsurf.com/plugins/accounts/api-reference/api-introduction",
            "<name:codeium|windsurf+api key|service key><uuid>",
            "\"windsurfServiceKey\": \"" + "c25bee4a-acba-08a0-cc3b-1cdab6e672b2\"",
            "windsurf_checksum = \"" + "165d0969-4b21-9037-4526-d4e1fbe27752\"",
            "codeium_api_key: " + "=3918a4=63f1-41ff-2709-=\n874a-3ee8d2b1b=62f2"),
        CatalogueRule.Of(
            "windsurf_session_key", "Windsurf session key", Severity.Critical,
            "https://docs.windsurf.com/plugins/accounts/api-reference/api-introduction",
            "sk-ws-<digit:2>-<base64url:60+>",
            "Authorization: Bearer sk-ws-" + "93-zqnte2aLwGSOPYL6P8smK-uhGeH0Gb-CtixYl5w63_ZBgpeZrQrveq4MGxL3FIoJG_",
            "key = \"SK-WS-" + "53-vUH4LCEDYeU968rQlvoxHIk-SBBfXpDnlQC1VwIaPQxb8Gfhv3EPyL6BV-Ew0iqWnEcuUX\"",
            "bG9naW4gd2l0aCBzay13cy04NS1tWXp5ZlEyRkMzRk9EUU5WaTJheXdTRDNzQzFHZzlXOFlkbWtQbmNRa3M1Ny1ZempYd3lGNlF5"
                + "RlFSQWhrbmduOHAgcGxlYXNl"),
        CatalogueRule.Of(
            "sourcegraph_access_token", "Sourcegraph access token", Severity.Critical,
            "https://sourcegraph.com/docs/cli/how-tos/creating-an-access-token",
            "sgp_<hex:16>_<hex:40>",
            "client = Client(\"sgp_" + "6da78d0af8e77c75_7c3b74da078df2132b0e80914239e57e114c9fb2\")",
            "id-xsgp_" + "e1818b273e8ba86a_4a0db59eb96216d147720b81b75e2ffd3f7209cd",
            "s\u200bgp" + "_5104ba1f1f8eb\u200be85_13a0637cc688938217a3c21f315b8a\u200b335ca45425 works for all of us"),
        CatalogueRule.Of(
            "sourcegraph_legacy_token", "Sourcegraph access token without an instance", Severity.Critical,
            "https://sourcegraph.com/docs/cli/how-tos/creating-an-access-token",
            "<sgp|sgp_local>_<hex:40>",
            "key: sgp_" + "8592ce35615b926a80878f0ca72804c99fb9eb16",
            "SOURCEGRAPH_LEGACY_TOKEN=sgp_...",
            "use sg%7" + "0_local_78cffce%661c%3365cc9e6da71d1e0747ecdac31793e for the staging job"),
        CatalogueRule.Of(
            "sourcegraph_license_token", "Sourcegraph gateway, licence or subscription token", Severity.Critical,
            "https://sourcegraph.com/docs/admin/subscriptions",
            "<sgd|slk|sgs>_<hex:64>",
            "--token 'sgs_" + "7b6618d0f8eaae51d17ed8a6848690a5a6128afd61a871a4622ec26c75b1cfa7'",
            "value sgd_" + "06cbe288c910e70d1b7f27c162da43c99c9abc91939303a772bb4b609f9a61ab2 end",
            "the key s\\u0" + "067s_d320f83807702209fb8573b5cd440eb925c6a5d346ab8fa\\u0062\\u00334bbd2a876ff8f32 is shared with the team"),
        CatalogueRule.Of(
            "amp_access_token", "Amp access token", Severity.Critical,
            "https://ampcode.com/manual",
            "sgamp_user_<upperalnum:26>_<hex:64>",
            "curl -H \"X-Api-Key: sgamp_user_"
                + "OPGQXIM8GDM398DYAMC782BFKK_c41e2ae3c50397d68ab4289f7e305e89f8402784a13fc58edd5021ceef04717d\" https:/" + "/api.example.com",
            "key = \"SGAMP_USER_" + "WED8SWWYKEW1K16ULEUNV763P8_bd0c27b2e9971f794f92648f8df59d42ec0314b36d6451a4e99a5e5abb60e42e\"",
            "login with sgamp_use&#"
                + "x72;_Z7EBK8UJL77&#x31;FLFQK56B7UW6T6_8e6a2b0c1eb7e2f6e0f9b460ed154048a4fe4436a877524f43fa5c7b42ba5&#" + "x30;a1 please"),
        CatalogueRule.Of(
            "warp_api_key", "Warp API key", Severity.Critical,
            "https://docs.warp.dev/reference/cli/api-keys",
            "wk-1.<hex:64>",
            "our key is wk-1." + "e9c01417832fe5ab38487db366d44e3b1244d542092dc034869452a36b9c511d until Friday",
            "id-xwk-1." + "60245537e43e6b489a0948b6549717a17acc112ba774bab89e80c91a1ec1923f",
            "776b2d312e373532626162353666353366646430643137353530366231316130336538353933656663646538623736313031"
                + "6566366132326231356139353137643332306620776f726b7320666f7220616c6c206f66207573"),
        CatalogueRule.Of(
            "context7_api_key", "Context7 API key", Severity.High,
            "https://context7.com/docs/howto/api-keys",
            "ctx7sk-<uuid>",
            "CONTEXT7_API_KEY=ctx7sk-" + "b64d152f-c932-1c82-e66f-79321da17c6c",
            "CONTEXT7_API_KEY=ctx7sk-<paste it here>",
            "use ct\u04457sk-" + "a13226d4-c015-0667-9738-e84512233a4\u0435 for the staging job"),
        CatalogueRule.Of(
            "e2b_api_key", "E2B API key", Severity.Critical,
            "https://e2b.dev/docs/api-key",
            "e2b_<hex:40>",
            "\"token\": \"e2b_" + "c45db2e916bfe86f86a94920712dbc3b69834f08\",",
            "value e2b_" + "bbcb395c199c6a3a40dfd87cbfbb8618cb345324f end",
            "\"e2b_\" + \"" + "230f53f0f050543f5bf8213dcda2f032202345df\""),
        CatalogueRule.Of(
            "daytona_api_key", "Daytona API key", Severity.Critical,
            "https://www.daytona.io/docs/en/api-keys/",
            "dtn_<hex:64>",
            "Authorization: Bearer dtn_" + "f92f23cb51a4370e8ba79493c299545f23f3c2f3d5fca9145348b6cdf7624a2f",
            "key = \"DTN_" + "5630462d9d6f44c1154287f3b01726594f17097a935f479237e42ae7b32bc058\"",
            "login with dt\\x" + "6e_e17d1357fbbded34d148cc60d996fade4c5e5d\\x64e2579beb65bc7ea18639d2\\x3500 please"),
        CatalogueRule.Of(
            "browserbase_api_key", "Browserbase API key", Severity.Critical,
            "https://docs.browserbase.com/introduction/getting-started",
            "bb_<live|test>_<base64url:27>",
            "client = Client(\"bb_live_" + "2PPej0_ACnUxFK5JP8p0AV4teyO\")",
            "id-xbb_test_" + "kKnokPB06Kri4tqKOpbwaDa0F-x",
            "payload=YmJfdGVzdF9KejRtRkR1Vy1CZGpYLWNxTEg4dDlQTFFMcFggd29ya3MgZm9yIGFsbCBvZiB1cw") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "browser_use_api_key", "Browser Use Cloud API key", Severity.Critical,
            "https://docs.cloud.browser-use.com/",
            "bu_<base64url:43>",
            "key: bu_" + "TJa_zc6FI01wp4VpdT11uGhNMjY1G_vB3uSvE4R4KhT",
            "BROWSER_USE_API_KEY=bu_${TOKEN}",
            "use b\u00adu" + "_1Vpz31jUer_q_eAT0Zmw-zkNUh8XoWHn6dw\u00adRt-dF\u00adfL4 for the staging job") with { EntropyFloor = 4.2 },
        CatalogueRule.Of(
            "apify_api_token", "Apify API token", Severity.Critical,
            "https://docs.apify.com/platform/integrations/api",
            "apify_api_<alnum:36>",
            "--token 'apify_api_" + "FCMQJTcPVGGjdjWqyrd2bXJhxzS5WiCaA7Qc'",
            "value apify_api_" + "7MoWvv3dGj3cpVt28gBaEkd8qwipVVO2onWE6 end",
            "the key apif\uff59_api_" + "LDCaCAnQjgVO6OGoHc9CRc4BmY4k0UlMz\uff57K\uff41 is shared with the team"),
        CatalogueRule.Of(
            "dify_api_key", "Dify application or knowledge base API key", Severity.High,
            "https://docs.dify.ai/en/guides/application-publishing/developing-with-apis",
            "<name:dify api key|dify app key|dify key|dify dataset key><app|dataset>-<alnum:24>",
            "DIFY_KEY=app-" + "sHtnmnMgvmqx3pBI4IiWlbfb",
            "dify_key_trace = \"" + "app-szKPWrD6tEP18r4514p61H9L\"",
            "\"difyDatasetKey\": \"=64a" + "ta=73et-Fl4dNg8mh=\nN=530W7b1wS4oiCNj\""),
        CatalogueRule.Of(
            "letta_api_key", "Letta API key", Severity.Critical,
            "https://docs.letta.com/api-reference/overview",
            "sk-let-<base64:60+>",
            "our key is sk-let-" + "233tRk9VraQFcBlgvaVUOnVg9kuz2kDjhQBcJbNyVM9d8ek+vOGNn3wwr7Z/3QMwvnDIHyo1 until Friday",
            "id-xsk-let-" + "BJQpWFeMhE7hvhqvn3ukhVcK0JCv6HMgpDpa86mXhSLnQz7qX5UBlLEtIfFlYE8MKW0rRk4",
            "c2stbGV0LXlBeDkwTExwRGVDdmtEUjhSeE95aVc0aFdESUFvamZiRDVqc2c3RDYrNVYvSDlOQ2dJTmFodkRndldHaTd0SSB3b3Jr"
                + "cyBmb3IgYWxsIG9mIHVz"),
        CatalogueRule.Of(
            "langsmith_api_key", "LangSmith personal token or service key", Severity.Critical,
            "https://docs.langchain.com/langsmith/create-account-api-key",
            "lsv2_<pt|sk>_<hex:32>_<hex:10>",
            "LANGSMITH_API_KEY=lsv2_sk_" + "5bf650ebe4d58efa7836076ce1ca7b09_1cdb229521",
            "LANGSMITH_API_KEY=lsv2_sk_your-token-here",
            "use lsv2_s\u200bk" + "_1778cf92d9ddc6\u200b00af5053e1ac4fab5e_39fbf\u200b8a8bb for the staging job"),
        CatalogueRule.Of(
            "langsmith_legacy_api_key", "LangSmith API key of the first version", Severity.Critical,
            "https://docs.langchain.com/langsmith/create-account-api-key",
            "ls__<hex:32>",
            "\"token\": \"ls__" + "f1eaec3a8d895c9bdcb9a93b00ee9b71\",",
            "value ls__" + "d010b04a79ecf88f030fa44728d069a84 end",
            "the key %6Cs" + "__20502cd1f9d2bafe%39a86%6216da79d2679 is shared with the team"),
        CatalogueRule.Of(
            "langfuse_secret_key", "Langfuse secret key", Severity.Critical,
            "https://langfuse.com/docs/api-and-data-platform/features/public-api",
            "sk-lf-<uuid>",
            "Authorization: Bearer sk-lf-" + "cb491dc6-39cf-c101-7ec0-4a4fe48fd813",
            "key = \"SK-LF-" + "be0b0bdf-1cb5-6455-2771-e6cbb913e1a7\"",
            "login with sk-\\u0" + "06cf-a7aeec53-7aac-1f17-9a12-\\u0030d74b\\u0034f337be please"),
        CatalogueRule.Of(
            "wandb_api_key", "Weights & Biases API key", Severity.Critical,
            "https://docs.wandb.ai/platform/app/settings-page/user-settings",
            "wandb_v1_<alnum:27>_<alnum:49>",
            "client = Client(\"wandb_v1_" + "kCRKSeExUhFSFLLiTtVpqcXsQ0u_WZeoCQzIojd3kAaobqG1tbOEtEra3XzSMW56OP896BS1Zwyf8\")",
            "id-xwandb_v1_" + "LEClssjBITfKs8MGyrXo06ZnoLC_dHQahq7q9CNiEGNRixE7tSHdogSjvhEyLcWMxPjovUMEGawn8",
            "wandb_v&#" + "x31;_0W5DuUXI53mqtI&#x77;5m3INZ6k0S9J_Lzj5ptjdPi2YebAhH&#x6c;GeFTy7M1cnGTIJmyh8hp37BHqchvqCQ works f"
                + "or all of us"),
        CatalogueRule.Of(
            "wandb_legacy_api_key", "Weights & Biases API key without a prefix", Severity.Critical,
            "https://docs.wandb.ai/platform/app/settings-page/user-settings",
            "<name:wandb+api key|key><hex:40>",
            "os.environ[\"WANDB_API_KEY\"] = \"" + "864d38c339fe8cc8096cb5ed4211a4061c6d0d3b\"",
            "wandb_trace = \"" + "46b29e7ae951a71abe281057446bee35f7f54ec8\"",
            "57414e44425f4b45593d64623865376465356339366239313035613463653965653139353730363061316439656235396262"),
        CatalogueRule.Of(
            "helicone_api_key", "Helicone API key", Severity.High,
            "https://docs.helicone.ai/getting-started/quick-start",
            "sk-helicone-<|eu-|cp-><loweralnum:7>-<loweralnum:7>-<loweralnum:7>-<loweralnum:7>",
            "--token 'sk-helicone-" + "3h7a2ce-3cvap9m-vqyeryn-3yxnpjw'",
            "name: sk-helicone-proxy-service",
            "the key sk-helicon\u0435-" + "cp-mk\u043ey2i9-724yz3n-bif1i9a-1q4suov is shared with the team"),
        CatalogueRule.Of(
            "portkey_api_key", "Portkey API key", Severity.Critical,
            "https://portkey.ai/docs/api-reference/inference-api/authentication",
            "<name:portkey+api key|key><base64:27>=",
            "\"portkeyApiKey\": \"" + "5Bde3pvqlMgfr+tFx3Nq29bHEmW=\"",
            "portkey_build = \"" + "6ekwUsRttb8YJLMKJVMnfmX6tBf=\"",
            "\"PORTKEY_API_KEY=VZtrGQ13mDhc61\" + \"" + "XrLG4lem0/RBm=\""),
        CatalogueRule.Of(
            "braintrust_service_token", "Braintrust service token", Severity.Critical,
            "https://www.braintrust.dev/docs/admin/organizations",
            "bt-st-<alnum:48>",
            "our key is bt-st-" + "wXlZy4tspRcVKZ2KN18bXP5lSgPTZIjz3CC0P03aTqtECbgg until Friday",
            "id-xbt-st-" + "OOGHMXPNaXMwSqh5ENv0fGwi9Ck1eJGk4fUgjiHecB9lO7Bx",
            "bt-\\x7" + "3t-FSSImwjCj\\x63CwVPTLc1inJ8DPq3\\x39v8pbEE0y5QNXp3EMKqurD works for all of us"),
        CatalogueRule.Of(
            "promptlayer_api_key", "PromptLayer API key", Severity.High,
            "https://docs.promptlayer.com/quickstart",
            "pl_<hex:32>",
            "PROMPTLAYER_API_KEY=pl_" + "0ba3de3ac4ef05ef99f252feaffc2ff6",
            "PROMPTLAYER_API_KEY=pl_<paste it here>",
            "payload=dXNlIHBsX2UyZTE0ZGQ1NGNiZjNjZmI0YTYwM2Y4MDBmMDhjZGJjIGZvciB0aGUgc3RhZ2luZyBqb2I"),
        CatalogueRule.Of(
            "arize_api_key", "Arize AX API key", Severity.Critical,
            "https://arize.com/docs/ax/security-and-settings/api-keys",
            "ak-<uuid>-<base64url:32>",
            "\"token\": \"ak-" + "fd905af4-0983-afc1-aabb-c624efd03453-G7DySzwLj_1Jjyp9c6y4KIsTomfkUdx6\",",
            "value ak-" + "9d44fc6b-d9e8-f1ba-dd4c-62dd535573f3-bwb4ajvOFQjfJjhuqkG8RCzgBX0fjtIyJ end",
            "the key a\u00adk"
                + "-f51b5bc4-2840-af8d\u00ad-2456-fe88a71a9940-YG\u00adLhqH9V_FNfWiwuHVpcY_YlMlMIAvyN is shared with the team"),
        CatalogueRule.Of(
            "agentops_api_key", "AgentOps API key", Severity.High,
            "https://docs.agentops.ai/v2/quickstart",
            "<name:agentops+api key|key><uuid>",
            "agentops-api-key: " + "27ae81e4-ae56-62b7-4138-51f5db49b7b7",
            "agentops_trace = \"" + "2f501a2f-9062-1793-b159-eb60127fbee4\"",
            "os.environ[\"AGENTOPS_KEY\"] = \"" + "\uff422e537c3-0334-a70d-bac4-0\uff18d4cb184\uff1295\""),
        CatalogueRule.Of(
            "comet_api_key", "Comet or Opik API key", Severity.Critical,
            "https://www.comet.com/docs/v2/guides/experiment-management/configure-sdk/",
            "<name:comet api key|opik api key|comet ml api key><alnum:25>",
            "os.environ[\"COMET_API_KEY\"] = \"" + "tgBMXxQAILGwF2WjXO80XpsdX\"",
            "comet_api_key_etag = \"" + "cwu2lB1v1mzoCUAsOTq3X1uj2\"",
            "OPIK_API_KEY=" + "3D=36iBt=70z5eYg=37kw=\ntFQgswfOljIc") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "neptune_api_token", "Neptune API token", Severity.Critical,
            "https://docs.neptune.ai/api_token/",
            "eyJhcGlfYWRkcmVzcyI6<base64:100+>",
            "NEPTUNE_API_TOKEN=eyJhcGlfYWRkcmVzcyI6"
                + "tNi8a4LjnyFOFmQAFTqS8hDjDd2uFoEXR0Ucv/XheCxp7wQ+BqYWKiHYpxpYednndoabUOPLBnS6ER5gEHnRjZoc624eVYfTcqBb5xC8RVg7BE",
            "eyJhcGlfYWRkcmVzcyI6ImEifQ",
            "dXNlIGV5SmhjR2xmWVdSa2NtVnpjeUk2Wit5Q1Q1emNBQnFZSUlZZm9XMnkwQm9HUmJ0NVpoa29GaWRieDVkTGlwODVncW53T2dR"
                + "OS94ZlFDT1RaTTg4RTk1N1poSFRvcmNYWTY1dzA1ek5ST2hqSUNLQm03V29OM1h1VG4vIGZvciB0aGUgc3RhZ2luZyBqb2I="),
        CatalogueRule.Of(
            "lakera_api_key", "Lakera Guard API key", Severity.High,
            "https://docs.lakera.ai/docs/quickstart",
            "<name:lakera+api key|key><hex:64>",
            "\"lakeraKey\": \"" + "9ae78340ca4376d4f20014424a87f513ab8519a067de203bb68b031b217d307a\"",
            "lakera_revision = \"" + "52ad8fe1395d43a53d78c8cc442e5c80642c900c4c3cf8b7b0bb19a13e264d56\"",
            "lakera_api_key: " + "f\u200bc0d4f3ef042de088ee20868e9c4ad\u200b3d17b76\u200b280d511d8cab1b7198f07effa1b"),
        CatalogueRule.Of(
            "scale_api_key", "Scale AI API key", Severity.Critical,
            "https://scale.com/docs/authentication",
            "<name:scale api key|scaleai api key|scale ai api key|scale key><live|test>_<hex:32>",
            "scale_ai_api_key: test_" + "37176e981a50816e3ec245826610551b",
            "scale_ai_api_key_request_id = \"" + "live_d56f9242edeca737adee2b846c55c64a\"",
            "const scaleKey = '%6Civ" + "e_9b1cf71582627cc9a07a99d5c9c9%356%64c';"),
    ];
}
