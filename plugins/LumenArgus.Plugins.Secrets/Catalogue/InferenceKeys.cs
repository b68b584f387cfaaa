using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Hosts of open models and of the processors under them.</summary>
internal static class InferenceKeys
{
    public static ImmutableArray<DetectionRule> All =>
    [
        CatalogueRule.Of(
            "huggingface_token", "Hugging Face user or organization token", Severity.Critical,
            "https://huggingface.co/docs/hub/security-tokens",
            "<hf|api_org>_<letter:34>",
            "HUGGINGFACE_TOKEN=api_org_" + "EyZvpIMZoBjmyHIMsSszugTSGEaivHuXyi",
            "from transformers import hf_internal_testing_tiny_random_model_configuration",
            "use hf_QXioU" + "gFE\u0422VWtpXxMrnKTSQOX\u0445xjZYaigkp for the staging job"),
        CatalogueRule.Of(
            "huggingface_oauth_token", "Hugging Face OAuth token", Severity.High,
            "https://huggingface.co/docs/hub/oauth",
            "hf_oauth_eyJ<base64url:20-200>.eyJ<base64url:20-1000>.<base64url:40+>",
            "Authorization: Bearer hf_oauth_eyJ"
                + "7xLeY9jNTiDOkOdeKZhR.eyJuacfiYuP7JjTeE8kJSvM.X0mqpo7sfQbQ-BRFUFx38PYeLUbbYzFbqMENOEo01rW",
            "hf_oauth_eyJ.expired.token",
            "\"hf_oauth_eyJ\" +" + " \"TjzGE0mhyXzF0XNddPxZ.eyJrvG2QT5GTqAQgmL8IOPS.ZtbedVZk1_3uAFhIRPcyq4DoeqMjX8JJyn43i35_5t\"") with
        {
            WindowBytes = 2048,
        },
        CatalogueRule.Of(
            "replicate_api_token", "Replicate API token", Severity.Critical,
            "https://replicate.com/docs/topics/security/api-tokens",
            "r8_<alnum:37>",
            "Authorization: Bearer r8_" + "7lGYW9T3C08oqJ9EOVnixfohb4j7Bn3CrJpHj",
            "key = \"R8_" + "L7PvfZ3ZvZBQwRREN36iFF4SECLPPstiaqcO0\"",
            "login with r\\x" + "38_\\x58ZDV05MsSot6S0e\\x44B8WgGydSpIwzMqBeUABSL please"),
        CatalogueRule.Of(
            "together_api_key", "Together AI API key", Severity.Critical,
            "https://docs.together.ai/docs/api-keys-authentication",
            "tgp_v1_<base64url:43>",
            "client = Client(\"tgp_v1_" + "gsXEvMMSBkoAw22XqvyBt9N2Q_HKh53p1djQMFOGbWr\")",
            "id-xtgp_v1_" + "PW0yDfj4_IucwGL-fBJzG4xJAmQErxe_iXXL6OyHFOx",
            "payload=dGdwX3YxXzlxSFNGTnVnYWd4VC1ZbzdZTFVYMEdpU2lXdXk5RjVfOFhDQVk2S0hBMlQgd29ya3MgZm9yIGFsbCBvZiB1cw"),
        CatalogueRule.Of(
            "together_legacy_api_key", "Together AI API key without a prefix", Severity.Critical,
            "https://docs.together.ai/docs/quickstart",
            "<name:together|togetherai+api key|key><hex:64>",
            "export TOGETHER_API_KEY=\"" + "18f2d6b752af78a1b1fca2a4187ea4f6b4623073b63353b85d5dff87398a51e3\"",
            "together_build = \"" + "3ef1ec989d010add91b44c58f6dc462d4a318de93cecadfdefc0668b256399fc\"",
            "togetherai-key: " + "1\u00ad362fdae497c88e1\u00ad0027eb2fe2faebd606cc008737c6\u00ad3bd411d97be0cb4a9f5b"),
        CatalogueRule.Of(
            "fireworks_api_key", "Fireworks AI API key", Severity.Critical,
            "https://docs.fireworks.ai/getting-started/quickstart",
            "fw_<alnum:22-24>",
            "--token 'fw_" + "rIL1pcGd73JJfEVpJTPYvz'",
            "value fw_" + "fL4hjt7LvOcdHkzrXaJ1GPy0g end",
            "the key \uff46w_" + "NceIzvrodT4s\uff14Sm\uff25Asmv53 is shared with the team") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "cerebras_api_key", "Cerebras API key", Severity.Critical,
            "https://inference-docs.cerebras.ai/quickstart",
            "csk-<loweralnum:48>",
            "curl -H \"X-Api-Key: csk-" + "46s6dewvq0zttzyn29noepzc46aonegrv0zc17rfn5ylrm8w\" https://api.example.com",
            "key = \"CSK-" + "7itea32letfzpkwr3te4owg7684cfg149xkvktzbamzuigcc\"",
            "login with c=73" + "k-17bf8ywbkecknxf1j012stg=\ntryglp=64y2vh=72ejzns5h0kxheo please"),
        CatalogueRule.Of(
            "sambanova_api_key", "SambaNova Cloud API key", Severity.Critical,
            "https://docs.sambanova.ai/docs/en/get-started/quickstart",
            "<name:sambanova+api key|key><uuid>",
            "SAMBANOVA_KEY=" + "bfed3a93-2a50-4a86-6c9c-db5af7edb616",
            "sambanova_checksum = \"" + "75b6c181-84a4-3f1c-6038-73d6fba0c601\"",
            "InNhbWJhbm92YUFwaUtleSI6ICIyMjA5YzNkMS1kNjkwLTQ1NGQtNGY5Zi05ZjdkMmUxNWYwMWUi"),
        CatalogueRule.Of(
            "deepinfra_api_key", "DeepInfra API key", Severity.Critical,
            "https://deepinfra.com/docs/getting-started",
            "<name:deepinfra+api key|token|key><alnum:32>",
            "\"deepinfraKey\": \"" + "PbbwesbLojFi6N8tDMngPGwa8ae8edYU\"",
            "deepinfra_trace = \"" + "djNQVTmy7DCkUqERshE4NvZ0nthWxuvN\"",
            "deepinfra_api_key: " + "0\u200bK4d95INg\u200bRGh2aoU4NroBQY\u200bQcNLUDj5I") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "novita_api_key", "Novita AI API key", Severity.Critical,
            "https://novita.ai/docs/guides/quickstart",
            "<name:novita+api key|key>sk_<base64url:43>",
            "novita_key: sk_" + "B0Xu5ybsFUPDs6qk775xJInJtOS7UeSKAWxAN55aUJ8",
            "novita_etag = \"" + "sk_His1upkrVvpAZ2MSzhHMe3eN85r35boQS9itmUG7Cs1\"",
            "const novitaApiKey = '%73" + "k_tIOl%58yyV9jY4ZqQM10Kkg%34cnJq31B2bknytj3CVslke';"),
        CatalogueRule.Of(
            "friendli_token", "Friendli personal access token", Severity.Critical,
            "https://friendli.ai/docs/guides/personal_access_tokens",
            "flp_<alnum:40-60>",
            "Authorization: Bearer flp_" + "5koCF3VmVxd02dbr6Lw9TvruwqM1rw13yIQwHuhlSlu",
            "key = \"FLP_" + "1fgxfUeIvRv7pGMuxr9tC9hgxCRJvjJbqI1PKtFmExch4r707xnApQwa\"",
            "login with \\u00" + "66lp_2v5iLH97C1SSA3fU6B2\\u0052o8vm4KfPyES\\u0057bh9TCzIKV3wJu please"),
        CatalogueRule.Of(
            "predibase_api_token", "Predibase API token", Severity.Critical,
            "https://docs.predibase.com/user-guide/home/getting-started",
            "<name:predibase+token|key>pb_<base64url:22>",
            "export PREDIBASE_KEY=\"pb_" + "u3uhl3CIAbBl4efOWYR8S9\"",
            "predibase_revision = \"" + "pb_fw_6XJkkVQiPzRM4vvWdIH\"",
            "predibase-token: p&#" + "x62;_W&#x49;&#x71;iwehOrMWA46yNBjjmGb") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "chutes_api_key", "Chutes API key", Severity.Critical,
            "https://chutes.ai/docs/getting-started/authentication",
            "cpk_<hex:32>.<hex:32>.<alnum:32>",
            "key: cpk_" + "23748cb14c0732cbd603adfc3cd0a296.10bf7df1eb664e3fb7f7ea40e918a96c.QCj2eD9ngv0F0TVJHDb5jpUD2eMleIC9",
            "CHUTES_API_KEY=cpk_${TOKEN}",
            "7573652063706b5f36643463616331346134613164353863636166626534383264303637356331302e396234396533613832"
                + "39613235633461356334646664306136343966363034302e6575474a41487145544174714e4b3378336c35554c4641615553"
                + "4a69686f6a4820666f72207468652073746167696e67206a6f62"),
        CatalogueRule.Of(
            "featherless_api_key", "Featherless AI API key", Severity.Critical,
            "https://featherless.ai/docs/quickstart-guide",
            "rc_<hex:64>",
            "--token 'rc_" + "b293ede20119595f26aea7e2866efd5d01ba259bda1670951b75b67a9734738a'",
            "value rc_" + "b5cc28f9cc98d08ab1a3618976f6baac0ca1a81180e72b0df61329cbb9b29f562 end",
            "the key rc_" + "4f6b1ceb668d8b7d6d1a96a59fabbc95772e332\u044148f8f87\u0435c07f7f2c9fa9ca31 is shared with the team"),
        CatalogueRule.Of(
            "fal_api_key", "fal API key", Severity.Critical,
            "https://docs.fal.ai/model-apis/authentication",
            "<name:fal key|fal api key|fal ai key|fal ai api key><uuid>:<hex:32>",
            "FAL_AI_KEY=" + "a914603d-440d-a846-2857-814833acb549:a24c6e56d93ff01711cc5de6ab0ec2db",
            "fal_ai_key_trace = \"" + "c0730670-bd25-e50a-d56d-6fe283485e8b:29d94b7b76996f24b6379d682517e130\"",
            "\"FAL_KEY=628f4b56-00fb-4a24-1787-81fbd1696a\" +" + " \"53:a2856422b5863d21acf4cc754c068683\""),
        CatalogueRule.Of(
            "runpod_api_key", "RunPod API key", Severity.Critical,
            "https://docs.runpod.io/get-started/api-keys",
            "rpa_<alnum:40-50>",
            "our key is rpa_" + "KzRjFUUi7O6Nu5oRoUdg3iaEg1muXMskzVbEJTlUtCIhaB until Friday",
            "id-xrpa_" + "kNKcZpDtE8xyt4LlqgPFeZIA2afp0k1EMVSsoG2EBlVWe",
            "r\\x7" + "0a_NJ4hTLkSvTNvwnpv\\x44m\\x37ipj85dsLGn1kIuYKqH3oR works for all of us"),
        CatalogueRule.Of(
            "lambda_api_key", "Lambda Cloud API key", Severity.Critical,
            "https://docs.lambda.ai/public-cloud/cloud-api/",
            "secret_<[0-9A-Za-z-]:1-40>_<hex:32>.<alnum:32>",
            "LAMBDA_API_KEY=secret_" + "n1Ni7ErA7B-_dc0842fae1cd7ca61eb11627aba6f47d.r5fyYlbUKMoEsTll0WvOULsCcOkoF3Tu",
            "secret_name_4ea38b7b62f1c0d9.yaml",
            "payload=dXNlIHNlY3JldF84TFlfNjE3NTU3NmZhYzkxZTIzNGEzZTgyOGFmYTg1MDBmZWIuSXNtTXBhb1RUV0hidkpLYnFxbzBF"
                + "TzI1bHVjOWl6UkQgZm9yIHRoZSBzdGFnaW5nIGpvYg"),
        CatalogueRule.Of(
            "modal_token", "Modal token identifier or secret", Severity.Critical,
            "https://modal.com/docs/reference/modal.config",
            "<ak|as>-<alnum:22>",
            "\"token\": \"ak-" + "AHdoUCIgdQ4KftNPOdVutv\",",
            "value ak-" + "zD4XmTtEgOQ2RpAOU6lUAOi end",
            "the key as\u00ad" + "-a8EzrnYB\u00adPzxZ\u00adrmuG25fO2e is shared with the team") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "baseten_api_key", "Baseten API key", Severity.Critical,
            "https://docs.baseten.co/organization/api-keys",
            "<name:baseten+api key|key><alnum:8>.<alnum:32>",
            "export BASETEN_API_KEY=\"" + "ZW10NSq3.eUBEb5fGdcRIgjS95TU5dxC1ELvHiVqZ\"",
            "baseten_request_id = \"" + "lDsBGase.UBlIiNWrwanvR01dAPDSIZiB9a8qH59F\"",
            "baseten-key: " + "\uff2bB68KkZ4.eLv6azyqVrdOw8ukuCqevP1PqjD0rSV\uff14") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "anyscale_api_key", "Anyscale credential", Severity.Critical,
            "https://docs.anyscale.com/endpoints/overview",
            "esecret_<alnum:24-40>",
            "client = Client(\"esecret_" + "a7qyrgdpHInpycKT4408nSUBJqljR\")",
            "id-xesecret_" + "WwOVv6bdCPUQrQpSRWM2B9CoSVnhTBDRv",
            "esecr=65" + "t_I=68=6C1msqwQghy=\nuexNbcxBGwWhIUmbdW works for all of us") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "paperspace_api_key", "Paperspace API key", Severity.Critical,
            "https://docs.digitalocean.com/reference/paperspace/",
            "<name:paperspace+api key|key><hex:30>",
            "os.environ[\"PAPERSPACE_API_KEY\"] = \"" + "f527f06f5869e00b1ad9618ed66085\"",
            "paperspace_trace = \"" + "9a5896f1f74b56f7824a6d80a4a16f\"",
            "UEFQRVJTUEFDRV9LRVk9ZTFkNTQyMWJlYmU0NzdkMzI4ZDA1ZTc1ZDYzNmI2"),
        CatalogueRule.Of(
            "vast_ai_api_key", "Vast.ai API key", Severity.Critical,
            "https://docs.vast.ai/api-reference/introduction",
            "<name:vast api key|vastai api key|vast ai api key><hex:64>",
            "VAST_API_KEY=" + "07c66cc0fcb825abd64f5467e79a2e22580c17497075c96294013a47f1cd9232",
            "vast_api_key_etag = \"" + "fa79ea2a6959846693e4a631812545a6be4bc45a11376aaeba8b1d219752fe77\"",
            "\"vastaiApiKey\": \"" + "6\u200bc8f72fc4375e95ee42495ccb5d\u200b58c81e583da40e6f186390bfaba0c97c13ed\u200b7\""),
        CatalogueRule.Of(
            "coreweave_token", "CoreWeave access token", Severity.Critical,
            "https://docs.coreweave.com/docs/security/authn-authz/manage-api-access-tokens",
            "CW-SECRET-<alnum:40-60>",
            "curl -H \"X-Api-Key: CW-SECRET-" + "CqmHMRvSqdbpxwzi1VyLuE9WZVwsABUDJ20qO5FoTdk4\" https://api.example.com",
            "key = \"cw-secret-" + "EFZlRpRt04aqM15TqeRkbajrJgwWWIUMpJVy3o80gYBUAeeU\"",
            "login with CW-%53ECRE" + "T-BTnwCW%64Wrag%4CsosAhK9imKQizWhd2EQHTHzj1RAUp37 please"),
        CatalogueRule.Of(
            "comfy_api_key", "Comfy account API key", Severity.Critical,
            "https://docs.comfy.org/development/comfyui-server/api-key-integration",
            "comfyui-<hex:64>",
            "our key is comfyui-" + "e944f07b5fb417382f8cb3145ec5e45224ab5e96b4c7f52d234ed247320e4267 until Friday",
            "id-xcomfyui-" + "ae83f5c3145c4b2d1019263d2b7900ed15bf12fee50e706cdb10b2475242c156",
            "comfyu\\u" + "0069-52e5bf908e9829\\u0064871a72343981b846a5887d04e984ac47b0\\u0035e101805b094721 works for all of us"),
        CatalogueRule.Of(
            "civitai_api_key", "Civitai API key", Severity.High,
            "https://developer.civitai.com/docs/getting-started/setup-profile",
            "<name:civitai+api key|token|key><hex:32>",
            "const civitaiApiKey = '" + "cbe7646ba58d81a3527f451fc5a99894';",
            "civitai_request_id = \"" + "3b5dc1a0e5f58d67b3f2b3f6255eda21\"",
            "export CIVITAI_TOKEN=\"" + "&#x61;1843b1957e4ce&#x31;4e73ddada56d4a&#x30;ed\""),
        CatalogueRule.Of(
            "clarifai_pat", "Clarifai personal access token", Severity.Critical,
            "https://docs.clarifai.com/control/authentication/pat",
            "<name:clarifai+pat|api key|token><hex:32>",
            "export CLARIFAI_API_KEY=\"" + "b4bfc7bdb101595ccbd9fa48d3af06d4\"",
            "clarifai_checksum = \"" + "8e50b9480ee284cff07b99533280ab4d\"",
            "636c6172696661692d746f6b656e3a203133323230363932326166386265333535366163393638613764643937356538"),
        CatalogueRule.Of(
            "roboflow_api_key", "Roboflow private API key", Severity.High,
            "https://docs.roboflow.com/api-reference/authentication",
            "<name:roboflow+api key|private key|key><alnum:20>",
            "roboflow-key: " + "xTYOxlLIbCUewvr9AaxM",
            "roboflow_trace = \"" + "urXun9Yr5UrPGB49hmMQ\"",
            "os.environ[\"ROBOFLOW_API_KEY\"] = \"" + "6RUsC\u0441UtFYi4ya\u0445tkeGw\"") with { EntropyFloor = 3.2 },
    ];
}
