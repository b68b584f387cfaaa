using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Providers of language models, the largest first.</summary>
internal static class ModelProviderKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All(Options options) =>
    [
        new()
        {
            Name = "anthropic_api_key",
            Detector = Rules.Detector,
            Title = "Anthropic API or administration key",
            Severity = Severity.Critical,
            Description = "Anthropic API or administration key.",
            Source = "https://docs.anthropic.com/en/api/admin-api/apikeys/get-api-key",
            Pattern = "sk-ant-[A-Za-z0-9_-]{20,}",
            Validator = AnthropicKeyValidator.RuleName,
            Keywords = ["sk-ant-"],
            Tags = ["ai"],
            Positives =
            [
                "sk-ant-" + "api03-" + Sample.Of(93) + "AA",
                "key: " + "sk-ant-" + "admin01-" + Sample.Of(40, seed: 2),
                @"\n" + "sk-ant-" + Sample.Of(20, seed: 3),
                "ANTHROPIC_API_KEY=sk-ant-api03-"
                    + "oRFxe8G4fIRj5xqZS96IQorXbLZhB8L1QTCeQif8GaaQQLt0WqGiGKEgyljbDPPMbFV9dKTtnXiRADyKMxnbJzILSjwiJAA",
            ],
            Negatives = ["sk-ant-" + Sample.Of(19), "SK-ANT-" + Sample.Of(40), "sk-ant " + Sample.Of(40)],
            Evasions =
            [
                "QU5USFJPUElDX0FQSV9LRVk9c2stYW50LWFwaTAzLUxMVjJNM3QzUHdoNkY4bGcwdkc0OGRIY1NIcFVOODhjZkNxa2RkSEFIOERl"
                    + "N2FxZGgxc0hsNVNpR2xCdGtKRXhBcnB4cjZrUUdjYlBjc3JBVVNtN1F2b0JmdWxuS0FB",
                "use sk-ant-adm\u00adin01"
                    + "-9lJf0yWMvFZhAVKhUymvQxOHcv4166RRa4p6oB2BO4FzFbKWRKLufXjJyz6kV\u00adF0yLOU1FP89LkbASpZsTK1WHDpmEeU\u00ad79AA",
            ],
        },
        CatalogueRule.Of(
            "anthropic_oauth_token", "Anthropic OAuth access or refresh token of a signed-in person (Claude Code)", Severity.Critical,
            "https://code.claude.com/docs/en/authentication",
            "sk-ant-<oat|ort><digit:2>-<base64url:14+>",
            "CLAUDE_CODE_OAUTH_TOKEN=sk-ant-oat" + "29-_P2t98-ecacZtJgHaT",
            "key = \"SK-ANT-OAT" + "26-BOE1WDdmbNDdiF\"",
            "the key sk-ant-o%6" + "1t77-lG0%65XA217U_Ug16NJ%562TUR is shared with the team"),
        new()
        {
            Name = "openai_api_key",
            Detector = Rules.Detector,
            Title = "OpenAI API key",
            Severity = Severity.Critical,
            Description = "OpenAI key; Stability AI, Moonshot, SiliconFlow and Braintrust make keys of the same form.",
            Source = "https://platform.openai.com/docs/api-reference/authentication",
            Pattern = Shape.Start + "(sk-(?:(?:proj|svcacct|admin|None)-[A-Za-z0-9_-]{20,}|[A-Za-z0-9]{20,}))",
            SecretGroup = 1,
            EntropyFloor = options.VendorFloor,
            Validator = OpenAiKeyValidator.RuleName,
            Keywords = ["sk-"],
            Tags = ["ai"],
            Positives =
            [
                "sk-" + Sample.Of(48),
                "OPENAI_API_KEY=" + "sk-proj-" + Sample.Of(74, seed: 2) + "T3Blbk_" + Sample.Of(73, seed: 3),
                "'" + "sk-svcacct-" + Sample.Of(60, seed: 4) + "'",
                "sk-admin-" + Sample.Of(60, seed: 5),
                "OPENAI_API_KEY=sk-proj-"
                    + "seQ9bJmUlmwpiq2kA5x5OlY2pj7nDEsOeaQvwkNGouM5xf1AI4mLoXSWiiCDSpWpej8gT9jgXfT3BlbkFJdseoajRAO6uK9ZUJxA"
                    + "9is4XA18dN06fqaouiJbRMLPrUfN4VJ9K6fDsnazJtg0emRho5NcBw1D",
            ],
            Negatives =
            [
                "sk-ant-" + "api03-" + Sample.Of(93),
                "sk-" + Sample.Of(19),
                "task-" + Sample.Of(48),
                "sk-" + new string('a', 48),
                "sk-fading-circle-container-with-twelve-dots",
            ],
            Evasions =
            [
                "\"sk" + "-\" + \"NwHpR4Jq9o5T6euEJ0mnT3BlbkFJKJ8uSB0xERCiEHid9jnQ\"",
                "payload=eyJrZXkiOiJzay1zdmNhY2N0LWI0Q3lnMEI0MVNrM3hYVmo4MDRGV2xVYzRGYUtIbTdxbE1TNDBuY0taTWpMaUhseUVo"
                    + "bnEyTURJWjV2ZmUyazV3MnFucjJ0Z2ZIVDNCbGJrRkpiYjZ6bTZOZWQwcGZraTNGNkFoWHlJRWwwV1Q0UHBPNlFGekJoa2tSNVM5"
                    + "a29QSlVORmVBZVN2VzdreEF0SDNxdHJYUk5hNFZWaiJ9",
            ],
        },
        CatalogueRule.Of(
            "openai_realtime_secret", "OpenAI Realtime client secret", Severity.High,
            "https://platform.openai.com/docs/api-reference/realtime-sessions",
            "ek_<hex:32>",
            "client = Client(\"ek_" + "8c082b6f99d5decf39582a233e168e57\")",
            "id-xek_" + "105510ddc87af68a80c378cb04dc9325",
            "\\u0" + "065k_61\\u006379\\u00319e96ceb21aa39bf010813e9d75 works for all of us"),
        CatalogueRule.Of(
            "deepseek_api_key", "DeepSeek or Alibaba Model Studio (DashScope) API key", Severity.Critical,
            "https://api-docs.deepseek.com/",
            "sk-<hex:32>",
            "DEEPSEEK_API_KEY=sk-" + "cbcf30c7aafbc0e1b54f14e0984da11d",
            "DEEPSEEK_API_KEY=sk-...",
            "use &#x" + "73;k-f94&#x61;ee6e82df30beef01&#x33;e4b6b1c9518 for the staging job"),
        CatalogueRule.Of(
            "dashscope_coding_plan_key", "Alibaba Model Studio coding plan key", Severity.Critical,
            "https://www.alibabacloud.com/help/en/model-studio/coding-plan",
            "sk-sp-<hex:32>",
            "--token 'sk-sp-" + "a6c84ed2bf903409613d476b308b61af'",
            "value sk-sp-" + "8caccd02ef9e727326cd3ff1eb8c12601 end",
            "746865206b657920736b2d73702d636339323734623532363238633634343062613635346564383664353561393320697320"
                + "736861726564207769746820746865207465616d"),
        CatalogueRule.Of(
            "kimi_code_api_key", "Kimi Code API key", Severity.Critical,
            "https://www.kimi.com/code/docs/en/",
            "sk-kimi-<alnum:40-80>",
            "curl -H \"X-Api-Key: sk-kimi-" + "RhGvnpEIjJdKYPVkyTRGlhYKlQw1RfmRTfMpN8hRSB0m1DPSllDb8\" https://api.example.com",
            "key = \"SK-KIMI-" + "RrRgiqIrrGhldFk6qVAaF730yukqgf43uX6vGjaOrx8f1\"",
            "login with sk-kimi-" + "4pwunV19ynZUDg4kK5FOoTYS9RFU\u0435W0N9EJwJk1WFrdAhvK\u0420nnQR5pfIW3IVPvrO please"),
        CatalogueRule.Of(
            "minimax_api_key", "MiniMax API or coding plan key", Severity.Critical,
            "https://platform.minimax.io/docs/guides/quickstart",
            "<sk-api|sk-cp>-<base64url:60+>",
            "our key is sk-api-" + "6u0SGVuUayQcmV-MjvXfBYK9zqJ7bLp66F9AshqpEnDOUUA5Q0ScxhRsHLjebF6Oq8 until Friday",
            "id-xsk-cp-Z" + "XeJVPpvniyNCT4hvQOFHhytw8juOUO5bWFNlHwFrOzLdV-GaJctdb_-ATaD2Lhe",
            "\"sk-api-\" + \"" + "1Fi3ULEywWG2ps8c1sPWup_8N6lSQXWDOOJMC2H1e_56-29ZHHU3ItuwlQ4I-kootutvUje\""),
        CatalogueRule.Of(
            "zhipu_api_key", "Zhipu (BigModel, Z.ai) API key", Severity.Critical,
            "https://docs.bigmodel.cn/cn/api/introduction",
            "<name:zhipu api key|zhipuai api key|bigmodel api key|glm api key|zai api key|z ai api key><hex:32>.<alnum:16>",
            "\"bigmodelApiKey\": \"" + "2e455ae479d341e5f7f9420df83b063b.biJPPV231NfoWJWH\"",
            "bigmodel_api_key_trace = \"" + "24e9075f3ad3378bd2c050450e5d3c82.ztPmUbkBK0c12AR8\"",
            "glm_api_key: " + "\\x3572f8985406c77ed5016cc\\x34b2bb3d59\\x63.qipDg3cLXCqEJxdW"),
        CatalogueRule.Of(
            "mistral_api_key", "Mistral AI API key", Severity.Critical,
            "https://docs.mistral.ai/getting-started/quickstart/",
            "<name:mistral|codestral+api key|key><alnum:32>",
            "codestral_key: " + "XknMCeHV3zXsArU1ZYF5DYez6rujoksS",
            "codestral_etag = \"" + "1pYDIKTfQiNfOVFXdzgJhAeetqCe26FO\"",
            "payload=Y29uc3QgbWlzdHJhbEFwaUtleSA9ICdnTk5BTlhQYnkwOEZKd0dHbE0zcWlqRGx5RU5qOXQxMic7") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "cohere_api_key", "Cohere API key", Severity.Critical,
            "https://docs.cohere.com/reference/about",
            "<name:cohere|co api+key><alnum:40>",
            "const cohereKey = '" + "Qt954fqKOyessB9Tk5XK8tloHUuTH4LmRxrBuieI';",
            "cohere_build = \"" + "jBQI0oKpzPXVj8HKqa938dMcaXYd686rg1aByOQS\"",
            "export CO_API_KEY=\"" + "X\u00adaaWYhWHSgYqmhHxccPH3SOsEn3dl3VP\u00adfJv\u00adwDg1v\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "groq_api_key", "Groq API key", Severity.Critical,
            "https://console.groq.com/docs/quickstart",
            "gsk_<alnum:52>",
            "client = Client(\"gsk_" + "brpYOnf9NMNWqM1J1cafx1eYDUlSurM256vN13bytPX8XOPAqAHi\")",
            "id-xgsk_" + "JKpH6jyjVOThsFxDKpdGPdZBVjKQ5tRfsh40ExvIPgg7vzoV6We0",
            "g\uff53k_" + "AX0JL8M0Lfb4\uff47q40hABhHTBetX6KXl\uff26Wox7NEQG9tDV3sHoo67Lj works for all of us"),
        CatalogueRule.Of(
            "xai_api_key", "xAI API or management key", Severity.Critical,
            "https://docs.x.ai/docs/tutorial",
            "<xai-|xai-token-><alnum:80>",
            "key: xai-" + "kUpgbN3pdEhaoMLM3P5VsqbAdGcg2kyAAtH9GKUBWCoEOwxcNmxQo3JBqn6gvzPXN2zoihuYQS0ZZVxD",
            "XAI_API_KEY=xai-${TOKEN}",
            "use xa=6" + "9-Bbd7pWbYOEIOTO9HWV2EOIj4Fl4t06bioyZuN4N=\nEAXsPzzemrBAWTB=54YsB99=74h6GJC6WBpkZLou9bnPz for the staging job"),
        CatalogueRule.Of(
            "perplexity_api_key", "Perplexity API key", Severity.Critical,
            "https://docs.perplexity.ai/getting-started/quickstart",
            "pplx-<alnum:48-56>",
            "--token 'pplx-" + "YS891wvAjsZQbDK71MQRA6dqkjFyPOsLb2psT803TvpW5wOGw4dFWUa'",
            "value pplx-" + "isHz61DOxlcFkFxPE4X6c6SSikGdq2RSq74k34OD2TClMuozzNfmCm4Eu end",
            "dGhlIGtleSBwcGx4LWN0VDFGNTNVa2huczA3aEs0bWc0VENLT3dMdzFremM0NHpTWDJSUzdDd1hibjR1cDZxVml4Y0cgaXMgc2hh"
                + "cmVkIHdpdGggdGhlIHRlYW0="),
        CatalogueRule.Of(
            "openrouter_api_key", "OpenRouter API key", Severity.Critical,
            "https://openrouter.ai/docs/guides/features/guardrails/secret-formats",
            "sk-or-v1-<hex:64>",
            "curl -H \"X-Api-Key: sk-or-v1-"
                + "c396b3846d7718ce8891772ae418a93db3291c996c8635b75bd77e6dae7d48ba\" https://api.example.com",
            "key = \"SK-OR-V1-" + "1a1afe0e91dc73b3ca96c6f3e2241c60d6b7025143a2872f7e365769e28ec800\"",
            "login with s\u200bk-or-v1" + "-805754576075876b1\u200b645146b32e43b93a3\u200b34c5d2bd5275ecb64fb4f54e57a2e0 please"),
        CatalogueRule.Of(
            "ai21_api_key", "AI21 Labs API key", Severity.Critical,
            "https://docs.ai21.com/reference/jamba-1-6-api-ref",
            "<name:ai21 api key|ai21 key|ai21labs api key><alnum:32>",
            "\"ai21ApiKey\": \"" + "2exn7OpktYK2yQojM45u1uISi3zPiYfr\"",
            "ai21_api_key_etag = \"" + "FYHshXQe3zAjie5zjYfSDLe0mWM91FvB\"",
            "ai21_key: " + "%46mrmcEnBijlKsu7Dh%31cGJ%62j2s4P53kTO") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "upstage_api_key", "Upstage API key", Severity.Critical,
            "https://console.upstage.ai/docs/getting-started",
            "up_<alnum:28-32>",
            "UPSTAGE_API_KEY=up_" + "neLbiKb2Y0hAxpBdX2NMyrirQ8a9dEg0",
            "UPSTAGE_API_KEY=up_your-token-here",
            "use u\\u" + "0070_w8kblivWHEOgefJuBcTOBqw40e4X\\u0056\\u0070f for the staging job") with { EntropyFloor = 3.8 },
        CatalogueRule.Of(
            "nvidia_api_key", "NVIDIA API key (NIM, NGC)", Severity.Critical,
            "https://docs.nvidia.com/ngc/latest/ngc-user-guide.html",
            "nvapi-<base64url:64>",
            "\"token\": \"nvapi-" + "UVvmbAQrT28nzAaRox0aWdN832C3G_MaRFIq-c7v_X5Lll71YY0-StDZpF3zfPXb\",",
            "value nvapi-" + "piY658puFOk7slI7bu8hQI2Vi9xjV4C6ScG_wWhMAd-FsZimJDCTpQOvCglMGthXV end",
            "the key nvap&#" + "x69;-xT9a&#x70;qd97FarNjgrTJGgj_JMMaitZwSbq8V3CQf4gLV&#x62;Mb0tc3gQUGO-Z2pzYrmf is shared with the team"),
        CatalogueRule.Of(
            "nvidia_ngc_legacy_key", "NVIDIA NGC API key without a prefix", Severity.Critical,
            "https://docs.nvidia.com/ngc/gpu-cloud/ngc-user-guide/index.html",
            "<name:ngc api key|ngc cli api key|nvidia api key><alnum:84>",
            "export NGC_API_KEY=\"" + "DIkrgJLRn77ozF8WNx5n3x32NaqeDnmfKI9hRSXyYFhibsHHVacOTDtm10RbAmBBmUZKBaJKBuh3IN41ceOZ\"",
            "ngc_api_key_request_id = \"" + "Am5qJg7DbpgHFSCx39deRC82ziwUU56DBOEad9hoH0mCLiEUnW1BgwoGSB4kBToAQflH9xMjmNt8qKAMv4P9\"",
            "6e67632d636c692d6170692d6b65793a204754494d3546784c6b5a427a37464c44393855756c4c6a36645436797635416943"
                + "52677570464d6b4b6b535446776a4c774733443652626d616854324b78396977694646454e36595166566567624842714d7452") with
        {
            EntropyFloor = 4,
        },
        CatalogueRule.Of(
            "venice_api_key", "Venice inference or administration key", Severity.Critical,
            "https://docs.venice.ai/overview/guides/generating-api-key",
            "<VENICE_ADMIN_KEY_|VENICE_INFERENCE_KEY_><base64url:43>",
            "client = Client(\"VENICE_INFERENCE_KEY_" + "4X9al2CODlA_mahNwD2m4aPDots8gbm0nwXJ2te3Rqe\")",
            "id-xVENICE_ADMIN_KEY_-tJh" + "Fc-69lFDr8gDyWJRvQRWPDn28QtessZHnDfYEgY",
            "VENICE_INF\u0415RENCE_KEY_" + "_66Cyfmb7TXS\u0415sU-Sxdn6186sc0x0eZN-jdGBqAZqeQ works for all of us"),
        CatalogueRule.Of(
            "ollama_api_key", "Ollama cloud API key", Severity.Critical,
            "https://docs.ollama.com/api/authentication",
            "<name:ollama+api key|key><hex:32>.<base64url:24>",
            "os.environ[\"OLLAMA_API_KEY\"] = \"" + "2ff08541882ce1aa6f04bb99ae9628e8.n9MDk4hiJyBBqCO_oUE0VgB3\"",
            "ollama_trace = \"" + "ce79ca115d94a9e5e69f267852e429da.Y1LYRcWHrI4HU5oOKHNfRHfN\"",
            "\"OLLAMA_API_KEY=8e0182d101f13a7322d615a24a68\" + \"" + "f153.cDTbHqM4ByRrYTYPolk487kx\""),
        CatalogueRule.Of(
            "v0_api_key", "v0 API key", Severity.Critical,
            "https://v0.app/docs/api/platform/overview",
            "<name:v0 api key|v0 key>v1:<alnum:24>:<alnum:24>",
            "V0_KEY=v1:" + "OtEY8TgMrLD59ZXRMJJ78NuW:4djGW68RQ7UfQFEW4D8Tb0Fe",
            "v0_key_etag = \"" + "v1:QbuFM0LE0I5oAJ8hBxpjdCpw:BPmhTQNguGZZep90w51AALZR\"",
            "\"v0ApiKey\": \"v\\x" + "31:ePjyy0ZrlSUeZf\\x751NfKQHG9j:ZO\\x518hF5HlmETsnIHUYmkJYDT\""),
    ];
}
