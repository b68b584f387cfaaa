using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Databases, queues and background jobs that are run as a service.</summary>
internal static class DataPlatformKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "supabase_access_token", "Supabase personal access token", Severity.Critical,
            "https://supabase.com/docs/reference/api/introduction",
            "<sbp_|sbp_v0_><hex:40>",
            "SUPABASE_ACCESS_TOKEN=sbp_v0_" + "f2319095ddac85baa02a549ff14eceb7bdea3343",
            "SUPABASE_ACCESS_TOKEN=sbp_157your-token-here",
            "use sb\u200bp_9b" + "b11b0cbb9\u200b4\u200b04d1beaf12acfeecd658624ef38b for the staging job"),
        CatalogueRule.Of(
            "supabase_secret_key", "Supabase secret API key", Severity.Critical,
            "https://supabase.com/docs/guides/api/api-keys",
            "sb_secret_<base64url:22>_<base64url:8>",
            "\"token\": \"sb_secret_" + "ZuMsQ3H9qb74UZYRfAkHRZ_PVjcWj1K\",",
            "sb_publishable_dGhpcyBpcyBub3Qgc2Vj_cmV0IGtl",
            "the key sb_secr%65" + "t_3%7ADCiPTmIrPpu-HHKA7tHf_3%67mup79W is shared with the team"),
        CatalogueRule.Of(
            "neon_api_key", "Neon API key", Severity.Critical,
            "https://neon.com/docs/manage/api-keys",
            "napi_<loweralnum:64>",
            "Authorization: Bearer napi_" + "09i3blls8g09zrxm41oosun9s50j0s89yrfhasl92he0laat12mrcxf2ub9pwv4t",
            "key = \"NAPI_" + "59sd3z2l3mmh7hel9xz4fhj6nenf3js6kzranfqjid45po3ylgv5lxu9x3ntpazr\"",
            "login with n\\u00" + "61pi_ipzy0wtca4zoau62tyakj9g9q5xizctd9v5lx\\u0032kffnfup9i2vek4jt7q9g0c9c\\u0078b please"),
        CatalogueRule.Of(
            "planetscale_token", "PlanetScale service token, OAuth token or password", Severity.Critical,
            "https://planetscale.com/docs/api/reference/service-tokens",
            "pscale_<tkn|oauth|pw>_<base64url:32-64>",
            "client = Client(\"pscale_pw_" + "c7-KLTRYMbt9Y74IK2ZgvY5V3cylZuqolCiv-2tmDrVxlYIQI9910iYV\")",
            "id-xpscale_tkn" + "_Ae7nxmWiDfS_gobEMDN93_91R4d3F3nupkI8iuK0ph6jo010n9",
            "p&#x73;cal" + "e_pw_qyNlk_gpa-T83UOLPcnNvGh&#x6f;j2hxeM0oR-bx&#x74; works for all of us"),
        CatalogueRule.Of(
            "upstash_redis_token", "Upstash Redis REST token", Severity.Critical,
            "https://upstash.com/docs/redis/features/restapi",
            "<name:upstash+rest token|token>A<base64:50-130>",
            "export UPSTASH_REST_TOKEN=\"A" + "rHnGigmkDAABTqy382hUmsAsy1lJdqeYBS/z6gLnqb/M8sx9GH\"",
            "upstash_build = \"" + "AAITOxOu6AlMl4HXXMY8ODlUPYW4sC/BilVf2EYsU84BTJSmfzC\"",
            "757073746173682d746f6b656e3a20417575656538525779712f6e7872484944596a6a333830697066384e564d426e6a6946"
                + "624c61516165714378496c6158777753") with
        {
            EntropyFloor = 4,
        },
        CatalogueRule.Of(
            "upstash_qstash_token", "Upstash QStash token", Severity.Critical,
            "https://upstash.com/docs/qstash/overall/getstarted",
            "eyJVc2VySUQiOi<base64:60+>",
            "QSTASH_TOKEN=eyJVc2VySUQiOi" + "v3FX4xpQ48TbeOw0Ho23flPn+9dbZaL2rvnG/aHnz3NUdJGMJCBOV0PtCG30",
            "eyJVc2VySUQiOiI0ZWEifQ",
            "the key eyJVc2VySUQi\u041ei"
                + "NcjwmcYAYrRVd+8bjEaVuRqted87wNAaSbmf1foJxiWSSX8BCYjd\u0422HwZveazfN2Ps6wLMx is shared with the team"),
        CatalogueRule.Of(
            "upstash_qstash_signing_key", "Upstash QStash signing key", Severity.High,
            "https://upstash.com/docs/qstash/howto/signature",
            "sig_<alnum:28>",
            "curl -H \"X-Api-Key: sig_" + "nJWtETE1gi3IirzWPY4qMcQomIvM\" https://api.example.com",
            "key = \"SIG_" + "Iux4pyfQ5YemSwvwElldXIMyujrI\"",
            "\"sig_\" + \"" + "axzJxEXE9nkGjNhYE8JdweN3n7jZ\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "inngest_signing_key", "Inngest signing key", Severity.Critical,
            "https://www.inngest.com/docs/platform/signing-keys",
            "signkey-<prod|test|branch|staging>-<hex:32-64>",
            "our key is signkey-prod-" + "d90b73fef95d88c178a82a640b7bcb3dae9702ed21 until Friday",
            "id-xsignkey-branc" + "h-3da2bd4f3db5b810ba4e2c5007e5e84117883ad114973465869d9d63",
            "sig\\x6ekey-br" + "anch-1f02a2c7ce09946a77d250\\x320a9672d21e1ff68ba092\\x337fa works for all of us"),
        CatalogueRule.Of(
            "trigger_dev_key", "Trigger.dev secret key or personal access token", Severity.Critical,
            "https://trigger.dev/docs/apikeys",
            "tr_<dev|stg|prod|preview|pat>_<alnum:20-44>",
            "TRIGGER_DEV_KEY=tr_prod_" + "COioDn2RHK4CESIxP3V15m3NjH2lyZraA5OzjAstB",
            "TRIGGER_DEV_KEY=tr_stg_s<paste it here>",
            "payload=dXNlIHRyX3ByZXZpZXdfUDE1RUw2OGx0SmN5QWxiaHlrMDd3d3MgZm9yIHRoZSBzdGFnaW5nIGpvYg") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "appwrite_api_key", "Appwrite API key", Severity.Critical,
            "https://appwrite.io/docs/advanced/platform/api-keys",
            "standard_<hex:256>",
            "\"token\": \"standard_"
                + "b2aad283744e3323a033221bd9f981c402dc2a145ec03e765a559ae50cdd652a9da13e2cd98b9b956b1e7c58e7fc4609a70a"
                + "ff8e08e041e9da110ba15d85ba1c5d9b39c4720cd539fcca6c7edbb4a604e2f61563ca454038cf7e1cec0ef08d78821070db"
                + "8eda61145f95351b0678dd3b0a175bb39c195b163effa84399f6cd71\",",
            "value standard_" + "4b0b61c40412e01a130c411d378e49b2176e2dff7789fbb5a46be854e3a90f966c819fe909154ecafdf99f4b4f073c3c7490"
                + "cf6cb0a9f0467b6de50bee3ce190f26ff82f3c1e4561e739279bc934afb37d062ae95d96c85655d0075c1ec8fc3a83e3d18e"
                + "17c87075978d6c7c325457402650102e676b18389600d66789f9be0ca end",
            "the key st\u00adandard"
                + "_a46b90187acf52a13bf59d013a7e548c565659a726d693ade992ace101c322fb41f4bb86b7be45d52a7210d9919456c6c47"
                + "7b6a523462672f1a81\u00addec032fdb664261269e4c69\u00ad337077f0a4fdf42a4c3941523e3d9763e6a3483d974bcd264b5e91332"
                + "d219c8b69c566ffa73b1b93c557a5515b31583b11bce11aaf51658fbd34 is shared with the team"),
        CatalogueRule.Of(
            "cockroachdb_cloud_api_key", "CockroachDB Cloud API key", Severity.Critical,
            "https://www.cockroachlabs.com/docs/cockroachcloud/managing-access",
            "CCDB1_<alnum:22>_<alnum:40>",
            "Authorization: Bearer CCDB1_" + "olTNxWZ5CoVEOv3rWg69rH_os7ieTll5JoaZV31ehELDbbN7G7X97JWxeWmVS2I",
            "key = \"ccdb1_" + "al4gYkPhuQgqhAmIMTH996_x3eRd095o4ePBAE5Yp67bBVEXbNNwdAgBL55MiCs\"",
            "login with C\uff23DB1_" + "E2KeOyAqX2TGZ6xAUU\uff30rvp_G1zxJsI9SnG\uff55kWS5KW7MSjoAxPNL1fsslT7roBzB please"),
        CatalogueRule.Of(
            "prefect_api_key", "Prefect Cloud API key of a person or service account", Severity.Critical,
            "https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys",
            "<pnu|pnb>_<alnum:36>",
            "client = Client(\"pnu_" + "fh7SCOKJYy2t07y2YMed0qyJxDKF8Gi6LRFG\")",
            "id-xpnb_" + "KOOHFUCEle0XMsDlkVWnsJYOoeNWt9evlbC8",
            "pn=6" + "2_tB=73ee61=702p6Lvx41Y=\nPd6mRXgmz4KqH5iYKDd works for all of us") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "dbt_cloud_token", "dbt Cloud service account or personal access token", Severity.Critical,
            "https://docs.getdbt.com/docs/dbt-cloud-apis/authentication",
            "<dbtc|dbtu>_<base64url:32-46>",
            "key: dbtc_" + "Xol9irbQrrWesFllZb8lr_L9Z3Jm-Nt9",
            "DBT_CLOUD_TOKEN=dbtc_${TOKEN}",
            "dXNlIGRidGNfSzFmTXVLdW82Y2VVM1k4c1oxZHRTODdPd2xFUVdvVmpwQnQgZm9yIHRoZSBzdGFnaW5nIGpvYg==") with { EntropyFloor = 4 },
        CatalogueRule.Of(
            "databricks_token", "Databricks personal access token or OAuth secret", Severity.Critical,
            "https://docs.databricks.com/aws/en/dev-tools/auth/pat",
            "<dapi|dose|dkea><hex:32>",
            "DATABRICKS_TOKEN=dapi" + "9e2fe0ad0da698d731d0369e54b62cf9",
            "value dose" + "2f9f953974f5d36ab4a221db991bb64f2 end",
            "the key da\u200bp" + "id559ea0f73c5fb40de\u200b1aae8ffe21\u200b8631 is shared with the team"),
    ];
}
