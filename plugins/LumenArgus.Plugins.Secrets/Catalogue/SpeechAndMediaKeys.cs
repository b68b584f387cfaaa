using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Speech, voice, image and video models.</summary>
internal static class SpeechAndMediaKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "elevenlabs_api_key", "ElevenLabs API key", Severity.Critical,
            "https://elevenlabs.io/docs/api-reference/authentication",
            "sk_<hex:48>",
            "ELEVENLABS_API_KEY=sk_" + "ac557b66385690d01ff0a49e5a4cb97b87089f3c52d70bec",
            "ELEVENLABS_API_KEY=sk_your-token-here",
            "use s\u00adk" + "_af4d2fbffe756a2\u00ad9186dad11a2\u00ad6ebc8cc62584e6e8415590 for the staging job"),
        CatalogueRule.Of(
            "assemblyai_api_key", "AssemblyAI API key", Severity.Critical,
            "https://www.assemblyai.com/docs/api-reference/overview",
            "<name:assemblyai|assembly ai+api key|token|key><hex:32>",
            "\"assemblyAiToken\": \"" + "5940f6cfd986f9793887c6a67aba816a\"",
            "assembly_ai_checksum = \"" + "c4ce5ab6f7c73351a6a0d92b2d95efe6\"",
            "assemblyai_key: " + "\uff43ca77c4dc0\uff16fcaebe160309e9e51b\uff1512"),
        CatalogueRule.Of(
            "deepgram_api_key", "Deepgram API key", Severity.Critical,
            "https://developers.deepgram.com/docs/create-additional-api-keys",
            "<name:deepgram+api key|token|key><hex:40>",
            "deepgram_key: " + "013439eb3da210d8cb64a2b19c7642d4dca8dc92",
            "deepgram_trace = \"" + "4e210100593d229b74bf7c505afc5a468f61a6ae\"",
            "const deepgramApiKey =3D" + " '=38=375123c0d28cf=3624545ad=\n00b83ccb507dd06b108';"),
        CatalogueRule.Of(
            "cartesia_api_key", "Cartesia API key", Severity.Critical,
            "https://docs.cartesia.ai/get-started/make-an-api-request",
            "sk_car_<alnum:22>",
            "client = Client(\"sk_car_" + "bmvqmbFSrd2i3OwW0Bzm0t\")",
            "id-xsk_car_" + "IDS2uk6YoUM1vxb63ntGbG",
            "c2tfY2FyX0Q3b005elpucmpBb20xbnBOaDJXV0Egd29ya3MgZm9yIGFsbCBvZiB1cw=="),
        CatalogueRule.Of(
            "murf_api_key", "Murf API key", Severity.Critical,
            "https://murf.ai/api/docs/introduction/quickstart",
            "ap2_<uuid>",
            "key: ap2_" + "527c3f6b-6268-841e-821e-6005d7306607",
            "MURF_API_KEY=ap2_...",
            "use ap\u200b2" + "_36eb\u200bebda-6e49-ceb4-18d6-68\u200baa57482f46 for the staging job"),
        CatalogueRule.Of(
            "gladia_api_key", "Gladia API key", Severity.Critical,
            "https://docs.gladia.io/chapters/introduction/getting-started",
            "<name:gladia+key><uuid>",
            "gladia-key: " + "bda30f46-0f98-629f-9e5c-c2bce32807a0",
            "gladia_revision = \"" + "6269ef5d-bfa6-56fa-8d54-d88076f2b0fb\"",
            "os.environ[\"GLADIA_KEY\"] = \"" + "%63%3048%62a30-2c91-e6c0-a510-c5e5609da200\""),
        CatalogueRule.Of(
            "speechmatics_api_key", "Speechmatics API key", Severity.Critical,
            "https://docs.speechmatics.com/get-started/authentication",
            "<name:speechmatics+api key|token|key><alnum:32>",
            "os.environ[\"SPEECHMATICS_API_KEY\"] = \"" + "8GbcO428a39JbDlyhVRT6lwmKg4TZVRU\"",
            "speechmatics_request_id = \"" + "HHwuy2MRlnIk90kI6DWM8kWOnCasR49O\"",
            "SPEECHMATICS_TOKEN=" + "\\u00610Yv\\u006c2\\u0050U9Ap54aaSRENdYLznDrq45Kel") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "hume_api_key", "Hume AI API or secret key", Severity.Critical,
            "https://dev.hume.ai/docs/introduction/api-key",
            "<name:hume api key|hume secret key|humeai api key|hume ai api key><alnum:48-64>",
            "HUME_AI_API_KEY=" + "pA3l2mr7lmB1sc3yESaBp7vRXzvI1olIXIKztyvmnqMfWM93Vqb",
            "hume_ai_api_key_checksum = \"" + "6yXaAGeYKmnpaSWI4qJBTWO4kBIAVjwEZlyUCjQMOrPNWhJ860rTxHEQ87H\"",
            "\"humeApiKey\": \"" + "&#x70;GtOuBxzlXFlHU8hh6aOvqxbpY9nfxb2ZDmBG&#x52;lzhi0FLUw2g0cG&#x63;Jzv11k4fC\"") with { EntropyFloor = 4 },
        CatalogueRule.Of(
            "vapi_api_key", "Vapi private key", Severity.Critical,
            "https://docs.vapi.ai/quickstart/web",
            "<name:vapi api key|vapi private key|vapi token><uuid>",
            "\"vapiToken\": \"" + "8661c6e8-2886-29a8-b1e3-ebbec817dabd\"",
            "vapi_token_trace = \"" + "d353f99e-84a7-e01f-6b97-a5135c75754a\"",
            "766170695f6170695f6b65793a2061353435323835612d653733612d353935352d333833352d383132376633623939616531"),
        CatalogueRule.Of(
            "retell_api_key", "Retell AI API key", Severity.Critical,
            "https://docs.retellai.com/api-references/create-phone-call",
            "key_<hex:28>",
            "\"token\": \"key_" + "79e44e463091a6e200fdb9edcf88\",",
            "value key_" + "eec7914dd5e2ee4dcbed42c229922 end",
            "the key k\u0435y_" + "23f13a532\u04308260874274d4795751 is shared with the team"),
        CatalogueRule.Of(
            "luma_api_key", "Luma Dream Machine API key", Severity.Critical,
            "https://docs.lumalabs.ai/docs/api",
            "luma-<uuid>-<uuid>",
            "Authorization: Bearer luma-" + "624655f3-5b66-3430-79b7-8b7e4ea6abd0-b462e589-781f-85e1-4389-8dc772ea771c",
            "key = \"LUMA-" + "47d625f1-0577-688c-9e35-cd3e6f7c154e-314b1234-0d2f-b903-d2ac-f84b9960b3d1\"",
            "\"luma-\" + \"" + "da62662e-48d2-b025-a1fe-a408c380b4bf-19ed4a04-b056-e124-9184-ca142a4afee0\""),
        CatalogueRule.Of(
            "runway_api_key", "Runway API secret", Severity.Critical,
            "https://docs.dev.runwayml.com/guides/setup/",
            "key_<hex:128>",
            "client = Client(\"key_"
                + "f22ae6dd346232da93f3693a9d5f0c68ce67eae4bb5adf12cbb4328ffa0d1ae7a8f2f4b0398fb57a0c2116dff962e236628d"
                + "66abd89459a95d7f413f6b78606b\")",
            "id-xkey_" + "65d0ac6ae4dc9cb2a5a584d139bb9b52c2200ddc2b040a4c1b1ac8e2e4e3a144cd50f3b8cd33e48b3e8c7253e61c8914cf98"
                + "6159ad3daab6fe084ac6e3c7543e",
            "ke\\x" + "79_ad11c29cba5e6b2c58651d6b44230a8c6b996e9d0efd03eba945cbaf8e70d30a4bd72bf4a3b2adf8baec\\x362c1c386ca"
                + "db9ba35607\\x66bf7327561866f855f10f60b works for all of us"),
        CatalogueRule.Of(
            "leonardo_api_key", "Leonardo AI API key", Severity.Critical,
            "https://docs.leonardo.ai/docs/create-your-api-key",
            "<name:leonardo+api key><uuid>",
            "leonardo-api-key: " + "59a18ddb-f0e3-5fb3-6917-daf2168239b0",
            "leonardo_request_id = \"" + "fb0a25c2-13e7-dc99-0d00-c3aaac456f52\"",
            "payload=b3MuZW52aXJvblsiTEVPTkFSRE9fQVBJX0tFWSJdID0gIjRmYTM2NTA1LWY4YmUtZDAyMS1kMWE5LWZhNmUyZWUwNjVlOSI"),
    ];
}
