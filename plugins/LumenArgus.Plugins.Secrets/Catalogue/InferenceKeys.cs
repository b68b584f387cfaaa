using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Hosts of open models and of the processors under them.</summary>
internal static class InferenceKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "huggingface_token", "Hugging Face user or organization token", Severity.Critical,
            "https://huggingface.co/docs/hub/security-tokens",
            "<hf|api_org>_<letter:34>",
            "HUGGINGFACE_TOKEN=api_org_" + "EyZvpIMZoBjmyHIMsSszugTSGEaivHuXyi",
            "from transformers import hf_internal_testing_tiny_random_model_configuration",
            "payload=dXNlIGhmX1FYaW9VZ0ZFVFZXdHBYeE1ybktUU1FPWHh4alpZYWlna3AgZm9yIHRoZSBzdGFnaW5nIGpvYg"),
        CatalogueRule.Of(
            "huggingface_oauth_token", "Hugging Face OAuth token", Severity.High,
            "https://huggingface.co/docs/hub/oauth",
            "hf_oauth_eyJ<base64url:20-200>.eyJ<base64url:20-1000>.<base64url:40+>",
            "Authorization: Bearer hf_oauth_eyJ"
                + "7xLeY9jNTiDOkOdeKZhR.eyJuacfiYuP7JjTeE8kJSvM.X0mqpo7sfQbQ-BRFUFx38PYeLUbbYzFbqMENOEo01rW",
            "hf_oauth_eyJ.expired.token",
            "the key hf\u00ad_oauth_ey"
                + "JTjzGE0mhyXzF0XNddPxZ.eyJrvG2QT5GT\u00adqAQgmL8IOPS.ZtbedVZk1_3uAFhIRPcyq4Doeq\u00adMjX8JJyn43i35_5t is shared"
                + " with the team") with
        {
            WindowBytes = 2048,
        },
        CatalogueRule.Of(
            "replicate_api_token", "Replicate API token", Severity.Critical,
            "https://replicate.com/docs/topics/security/api-tokens",
            "r8_<alnum:37>",
            "Authorization: Bearer r8_" + "7lGYW9T3C08oqJ9EOVnixfohb4j7Bn3CrJpHj",
            "key = \"R8_" + "L7PvfZ3ZvZBQwRREN36iFF4SECLPPstiaqcO0\"",
            "login with r\uff18_" + "\uff38ZDV05MsSot6S0e\uff24B8WgGydSpIwzMqBeUABSL please"),
        CatalogueRule.Of(
            "together_api_key", "Together AI API key", Severity.Critical,
            "https://docs.together.ai/docs/api-keys-authentication",
            "tgp_v1_<base64url:43>",
            "client = Client(\"tgp_v1_" + "gsXEvMMSBkoAw22XqvyBt9N2Q_HKh53p1djQMFOGbWr\")",
            "id-xtgp_v1_" + "PW0yDfj4_IucwGL-fBJzG4xJAmQErxe_iXXL6OyHFOx",
            "tgp_v=3" + "1_9qHSFNugagxT-Yo7YLU=\nX0G=69SiWuy9F5_8XCAY6KH=412T works for all of us"),
        CatalogueRule.Of(
            "together_legacy_api_key", "Together AI API key without a prefix", Severity.Critical,
            "https://docs.together.ai/docs/quickstart",
            "<name:together|togetherai+api key|key><hex:64>",
            "export TOGETHER_API_KEY=\"" + "18f2d6b752af78a1b1fca2a4187ea4f6b4623073b63353b85d5dff87398a51e3\"",
            "together_build = \"" + "3ef1ec989d010add91b44c58f6dc462d4a318de93cecadfdefc0668b256399fc\"",
            "dG9nZXRoZXJhaS1rZXk6IDEzNjJmZGFlNDk3Yzg4ZTEwMDI3ZWIyZmUyZmFlYmQ2MDZjYzAwODczN2M2M2JkNDExZDk3YmUwY2I0YTlmNWI="),
        CatalogueRule.Of(
            "kaggle_api_token", "Kaggle API token", Severity.Critical,
            "https://www.kaggle.com/docs/api",
            "KGAT_<hex:32>",
            "KAGGLE_API_TOKEN=KGAT_" + "a77501748254289493d8c86fdd6c06d0",
            "KGAT_" + "a77501748254289493d8c86fdd6c06",
            "S0dBVF9hNzc1MDE3NDgyNTQyODk0OTNkOGM4NmZkZDZjMDZkMA=="),
        CatalogueRule.Of(
            "fireworks_api_key", "Fireworks AI API key", Severity.Critical,
            "https://docs.fireworks.ai/getting-started/quickstart",
            "fw_<alnum:22-24>",
            "--token 'fw_" + "rIL1pcGd73JJfEVpJTPYvz'",
            "value fw_" + "fL4hjt7LvOcdHkzrXaJ1GPy0g end",
            "the key f\u200bw" + "_NceIzvrodT4s4\u200bSmE\u200bAsmv53 is shared with the team") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "cerebras_api_key", "Cerebras API key", Severity.Critical,
            "https://inference-docs.cerebras.ai/quickstart",
            "csk-<loweralnum:48>",
            "curl -H \"X-Api-Key: csk-" + "46s6dewvq0zttzyn29noepzc46aonegrv0zc17rfn5ylrm8w\" https://api.example.com",
            "key = \"CSK-" + "7itea32letfzpkwr3te4owg7684cfg149xkvktzbamzuigcc\"",
            "login with c%73" + "k-17bf8ywbkecknxf1j012stgtryglp%64y2vh%72ejzns5h0kxheo please"),
        CatalogueRule.Of(
            "sambanova_api_key", "SambaNova Cloud API key", Severity.Critical,
            "https://docs.sambanova.ai/docs/en/get-started/quickstart",
            "<name:sambanova+api key|key><uuid>",
            "SAMBANOVA_KEY=" + "bfed3a93-2a50-4a86-6c9c-db5af7edb616",
            "sambanova_checksum = \"" + "75b6c181-84a4-3f1c-6038-73d6fba0c601\"",
            "\"sambanovaApiKey\": \"" + "\\u0032209c3d1-d690-\\u003454d-4f9f-9f7d2e15\\u006601e\""),
        CatalogueRule.Of(
            "deepinfra_api_key", "DeepInfra API key", Severity.Critical,
            "https://deepinfra.com/docs/getting-started",
            "<name:deepinfra+api key|token|key><alnum:32>",
            "\"deepinfraKey\": \"" + "PbbwesbLojFi6N8tDMngPGwa8ae8edYU\"",
            "deepinfra_trace = \"" + "djNQVTmy7DCkUqERshE4NvZ0nthWxuvN\"",
            "deepinfra_api_key: " + "&#x30;K4d95IN&#x67;RGh2aoU4NroBQ&#x59;QcNLUDj5I") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "novita_api_key", "Novita AI API key", Severity.Critical,
            "https://novita.ai/docs/guides/quickstart",
            "<name:novita+api key|key>sk_<base64url:43>",
            "novita_key: sk_" + "B0Xu5ybsFUPDs6qk775xJInJtOS7UeSKAWxAN55aUJ8",
            "novita_etag = \"" + "sk_His1upkrVvpAZ2MSzhHMe3eN85r35boQS9itmUG7Cs1\"",
            "636f6e7374206e6f766974614170694b6579203d2027736b5f74494f6c58797956396a59345a71514d31304b6b6734636e4a"
                + "7133314232626b6e79746a334356736c6b65273b"),
        CatalogueRule.Of(
            "friendli_token", "Friendli personal access token", Severity.Critical,
            "https://friendli.ai/docs/guides/personal_access_tokens",
            "flp_<alnum:40-60>",
            "Authorization: Bearer flp_" + "5koCF3VmVxd02dbr6Lw9TvruwqM1rw13yIQwHuhlSlu",
            "key = \"FLP_" + "1fgxfUeIvRv7pGMuxr9tC9hgxCRJvjJbqI1PKtFmExch4r707xnApQwa\"",
            "login with flp_" + "2v5iLH97C1SSA3fU6\u04122Ro8vm4KfPyESWbh9T\u0421zIKV3wJu please"),
        CatalogueRule.Of(
            "predibase_api_token", "Predibase API token", Severity.Critical,
            "https://docs.predibase.com/user-guide/home/getting-started",
            "<name:predibase+token|key>pb_<base64url:22>",
            "export PREDIBASE_KEY=\"pb_" + "u3uhl3CIAbBl4efOWYR8S9\"",
            "predibase_revision = \"" + "pb_fw_6XJkkVQiPzRM4vvWdIH\"",
            "\"PREDIBASE_TOKEN=pb_\" + \"" + "WIqiwehOrMWA46yNBjjmGb\"") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "chutes_api_key", "Chutes API key", Severity.Critical,
            "https://chutes.ai/docs/getting-started/authentication",
            "cpk_<hex:32>.<hex:32>.<alnum:32>",
            "key: cpk_" + "23748cb14c0732cbd603adfc3cd0a296.10bf7df1eb664e3fb7f7ea40e918a96c.QCj2eD9ngv0F0TVJHDb5jpUD2eMleIC9",
            "CHUTES_API_KEY=cpk_${TOKEN}",
            "use \\x63" + "pk_6d4cac14a4a1d58ccafbe482d0675c10.9b49e3a829a25c4a5c4dfd\\x30a649f6040.euGJAHqETAtqNK3x3l5ULF\\x41aU"
                + "SJihojH for the staging job"),
        CatalogueRule.Of(
            "featherless_api_key", "Featherless AI API key", Severity.Critical,
            "https://featherless.ai/docs/quickstart-guide",
            "rc_<hex:64>",
            "--token 'rc_" + "b293ede20119595f26aea7e2866efd5d01ba259bda1670951b75b67a9734738a'",
            "value rc_" + "b5cc28f9cc98d08ab1a3618976f6baac0ca1a81180e72b0df61329cbb9b29f562 end",
            "payload=dGhlIGtleSByY180ZjZiMWNlYjY2OGQ4YjdkNmQxYTk2YTU5ZmFiYmM5NTc3MmUzMzJjNDhmOGY4N2VjMDdmN2YyYzlm"
                + "YTljYTMxIGlzIHNoYXJlZCB3aXRoIHRoZSB0ZWFt"),
        CatalogueRule.Of(
            "fal_api_key", "fal API key", Severity.Critical,
            "https://docs.fal.ai/model-apis/authentication",
            "<name:fal key|fal api key|fal ai key|fal ai api key><uuid>:<hex:32>",
            "FAL_AI_KEY=" + "a914603d-440d-a846-2857-814833acb549:a24c6e56d93ff01711cc5de6ab0ec2db",
            "fal_ai_key_trace = \"" + "c0730670-bd25-e50a-d56d-6fe283485e8b:29d94b7b76996f24b6379d682517e130\"",
            "\"falAiApiKey\": \"" + "6\u00ad28f4b56-00fb-4a24-1787-8\u00ad1fbd1696a\u00ad53:a2856422b5863d21acf4cc754c068683\""),
        CatalogueRule.Of(
            "runpod_api_key", "RunPod API key", Severity.Critical,
            "https://docs.runpod.io/get-started/api-keys",
            "rpa_<alnum:40-50>",
            "our key is rpa_" + "KzRjFUUi7O6Nu5oRoUdg3iaEg1muXMskzVbEJTlUtCIhaB until Friday",
            "id-xrpa_" + "kNKcZpDtE8xyt4LlqgPFeZIA2afp0k1EMVSsoG2EBlVWe",
            "r\uff50a_" + "NJ4hTLkSvTNvwnpv\uff24m\uff17ipj85dsLGn1kIuYKqH3oR works for all of us"),
        CatalogueRule.Of(
            "lambda_api_key", "Lambda Cloud API key", Severity.Critical,
            "https://docs.lambda.ai/public-cloud/cloud-api/",
            "secret_<[0-9A-Za-z-]:1-40>_<hex:32>.<alnum:32>",
            "LAMBDA_API_KEY=secret_" + "n1Ni7ErA7B-_dc0842fae1cd7ca61eb11627aba6f47d.r5fyYlbUKMoEsTll0WvOULsCcOkoF3Tu",
            "secret_name_4ea38b7b62f1c0d9.yaml",
            "use s=65cre" + "t_8LY_6175576fac91e234a3e82=38=61fa850=\n0feb.IsmMpaoTTWHbvJKbqqo0EO25luc9izRD for the staging job"),
        CatalogueRule.Of(
            "modal_token", "Modal token identifier or secret", Severity.Critical,
            "https://modal.com/docs/reference/modal.config",
            "<ak|as>-<alnum:22>",
            "\"token\": \"ak-" + "AHdoUCIgdQ4KftNPOdVutv\",",
            "value ak-" + "zD4XmTtEgOQ2RpAOU6lUAOi end",
            "dGhlIGtleSBhcy1hOEV6cm5ZQlB6eFpybXVHMjVmTzJlIGlzIHNoYXJlZCB3aXRoIHRoZSB0ZWFt") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "baseten_api_key", "Baseten API key", Severity.Critical,
            "https://docs.baseten.co/organization/api-keys",
            "<name:baseten+api key|key><alnum:8>.<alnum:32>",
            "export BASETEN_API_KEY=\"" + "ZW10NSq3.eUBEb5fGdcRIgjS95TU5dxC1ELvHiVqZ\"",
            "baseten_request_id = \"" + "lDsBGase.UBlIiNWrwanvR01dAPDSIZiB9a8qH59F\"",
            "baseten-key: " + "K\u200bB68KkZ4.eLv6azyqVrdOw8ukuCqevP1PqjD0rSV4\u200b") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "anyscale_api_key", "Anyscale credential", Severity.Critical,
            "https://docs.anyscale.com/endpoints/overview",
            "esecret_<alnum:24-40>",
            "client = Client(\"esecret_" + "a7qyrgdpHInpycKT4408nSUBJqljR\")",
            "id-xesecret_" + "WwOVv6bdCPUQrQpSRWM2B9CoSVnhTBDRv",
            "esecr%65" + "t_I%68%6C1msqwQghyuexNbcxBGwWhIUmbdW works for all of us") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "paperspace_api_key", "Paperspace API key", Severity.Critical,
            "https://docs.digitalocean.com/reference/paperspace/",
            "<name:paperspace+api key|key><hex:30>",
            "os.environ[\"PAPERSPACE_API_KEY\"] = \"" + "f527f06f5869e00b1ad9618ed66085\"",
            "paperspace_trace = \"" + "9a5896f1f74b56f7824a6d80a4a16f\"",
            "PAPERSPACE_KEY=" + "\\u00651d5421bebe477d328d05e75\\u0064636b\\u0036"),
        CatalogueRule.Of(
            "vast_ai_api_key", "Vast.ai API key", Severity.Critical,
            "https://docs.vast.ai/api-reference/introduction",
            "<name:vast api key|vastai api key|vast ai api key><hex:64>",
            "VAST_API_KEY=" + "07c66cc0fcb825abd64f5467e79a2e22580c17497075c96294013a47f1cd9232",
            "vast_api_key_etag = \"" + "fa79ea2a6959846693e4a631812545a6be4bc45a11376aaeba8b1d219752fe77\"",
            "\"vastaiApiKey\": \"" + "&#x36;c8f72fc4375e95ee42495ccb5&#x64;58c81e583da40e6f186390bfaba0c97c13e&#x64;7\""),
        CatalogueRule.Of(
            "coreweave_token", "CoreWeave access token", Severity.Critical,
            "https://docs.coreweave.com/docs/security/authn-authz/manage-api-access-tokens",
            "CW-SECRET-<alnum:40-60>",
            "curl -H \"X-Api-Key: CW-SECRET-" + "CqmHMRvSqdbpxwzi1VyLuE9WZVwsABUDJ20qO5FoTdk4\" https://api.example.com",
            "key = \"cw-secret-" + "EFZlRpRt04aqM15TqeRkbajrJgwWWIUMpJVy3o80gYBUAeeU\"",
            "6c6f67696e20776974682043572d5345435245542d42546e77435764577261674c736f7341684b39696d4b51697a57686432"
                + "45514854487a6a3152415570333720706c65617365"),
        CatalogueRule.Of(
            "comfy_api_key", "Comfy account API key", Severity.Critical,
            "https://docs.comfy.org/development/comfyui-server/api-key-integration",
            "comfyui-<hex:64>",
            "our key is comfyui-" + "e944f07b5fb417382f8cb3145ec5e45224ab5e96b4c7f52d234ed247320e4267 until Friday",
            "id-xcomfyui-" + "ae83f5c3145c4b2d1019263d2b7900ed15bf12fee50e706cdb10b2475242c156",
            "\u0441omfyui-" + "52\u04355bf908e9829d871a72343981b846a5887d04e984ac47b05e101805b094721 works for all of us"),
        CatalogueRule.Of(
            "civitai_api_key", "Civitai API key", Severity.High,
            "https://developer.civitai.com/docs/getting-started/setup-profile",
            "<name:civitai+api key|token|key><hex:32>",
            "const civitaiApiKey = '" + "cbe7646ba58d81a3527f451fc5a99894';",
            "civitai_request_id = \"" + "3b5dc1a0e5f58d67b3f2b3f6255eda21\"",
            "\"CIVITAI_API_KEY=a1843b1957e4ce14\" + \"" + "e73ddada56d4a0ed\""),
        CatalogueRule.Of(
            "clarifai_pat", "Clarifai personal access token", Severity.Critical,
            "https://docs.clarifai.com/control/authentication/pat",
            "<name:clarifai+pat|api key|token><hex:32>",
            "export CLARIFAI_API_KEY=\"" + "b4bfc7bdb101595ccbd9fa48d3af06d4\"",
            "clarifai_checksum = \"" + "8e50b9480ee284cff07b99533280ab4d\"",
            "clarifai-token: " + "\\x3132206922af\\x38be3556ac968\\x617dd975e8"),
        CatalogueRule.Of(
            "roboflow_api_key", "Roboflow private API key", Severity.High,
            "https://docs.roboflow.com/api-reference/authentication",
            "<name:roboflow+api key|private key|key><alnum:20>",
            "roboflow-key: " + "xTYOxlLIbCUewvr9AaxM",
            "roboflow_trace = \"" + "urXun9Yr5UrPGB49hmMQ\"",
            "payload=b3MuZW52aXJvblsiUk9CT0ZMT1dfQVBJX0tFWSJdID0gIjZSVXNDY1V0RllpNHlheHRrZUd3Ig") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "volcengine_ark_api_key", "Volcengine Ark (Doubao) API key", Severity.Critical,
            "https://www.volcengine.com/docs/82379/1541594",
            "<name:ark|volc|volcengine|doubao+api key><uuid>",
            "ARK_API_KEY=" + "0c5e1d7a-3b92-4f68-9d41-7ae2c8f05b36",
            "spark_api_key = \"" + "0c5e1d7a-3b92-4f68-9d41-7ae2c8f05b36\"",
            "\"ARK_API_KEY=0c5e1d7a-3b92-4f\" + \"" + "68-9d41-7ae2c8f05b36\""),
    ];
}
