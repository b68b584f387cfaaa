using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Databases, queues and background jobs that are run as a service.</summary>
internal static class DataPlatformKeys
{
    public static ImmutableArray<DetectionRule> All =>
    [
        CatalogueRule.Of(
            "supabase_access_token", "Supabase personal access token", Severity.Critical,
            "https://supabase.com/docs/reference/api/introduction",
            "<sbp_|sbp_v0_><hex:40>",
            "SUPABASE_ACCESS_TOKEN=sbp_v0_" + "f2319095ddac85baa02a549ff14eceb7bdea3343",
            "SUPABASE_ACCESS_TOKEN=sbp_157your-token-here",
            "757365207362705f396262313162306362623934303464316265616631326163666565636436353836323465663338622066"
                + "6f72207468652073746167696e67206a6f62"),
        CatalogueRule.Of(
            "supabase_secret_key", "Supabase secret API key", Severity.Critical,
            "https://supabase.com/docs/guides/api/api-keys",
            "sb_secret_<base64url:22>_<base64url:8>",
            "\"token\": \"sb_secret_" + "ZuMsQ3H9qb74UZYRfAkHRZ_PVjcWj1K\",",
            "sb_publishable_dGhpcyBpcyBub3Qgc2Vj_cmV0IGtl",
            "the key sb_secr\u0435t_" + "3zDCiPTmIrPpu-\u041dHKA7tHf_3gmup79W is shared with the team"),
        CatalogueRule.Of(
            "neon_api_key", "Neon API key", Severity.Critical,
            "https://neon.com/docs/manage/api-keys",
            "napi_<loweralnum:64>",
            "Authorization: Bearer napi_" + "09i3blls8g09zrxm41oosun9s50j0s89yrfhasl92he0laat12mrcxf2ub9pwv4t",
            "key = \"NAPI_" + "59sd3z2l3mmh7hel9xz4fhj6nenf3js6kzranfqjid45po3ylgv5lxu9x3ntpazr\"",
            "\"napi_\" +" + " \"ipzy0wtca4zoau62tyakj9g9q5xizctd9v5lx2kffnfup9i2vek4jt7q9g0c9cxb\""),
        CatalogueRule.Of(
            "planetscale_token", "PlanetScale service token, OAuth token or password", Severity.Critical,
            "https://planetscale.com/docs/api/reference/service-tokens",
            "pscale_<tkn|oauth|pw>_<base64url:32-64>",
            "client = Client(\"pscale_pw_" + "c7-KLTRYMbt9Y74IK2ZgvY5V3cylZuqolCiv-2tmDrVxlYIQI9910iYV\")",
            "id-xpscale_tkn" + "_Ae7nxmWiDfS_gobEMDN93_91R4d3F3nupkI8iuK0ph6jo010n9",
            "p\\x73cale_" + "pw_qyNlk_gpa-T83UOLPcnNvGh\\x6fj2hxeM0oR-bx\\x74 works for all of us"),
        CatalogueRule.Of(
            "upstash_redis_token", "Upstash Redis REST token", Severity.Critical,
            "https://upstash.com/docs/redis/features/restapi",
            "<name:upstash+rest token|token>A<base64:50-130>",
            "export UPSTASH_REST_TOKEN=\"A" + "rHnGigmkDAABTqy382hUmsAsy1lJdqeYBS/z6gLnqb/M8sx9GH\"",
            "upstash_build = \"" + "AAITOxOu6AlMl4HXXMY8ODlUPYW4sC/BilVf2EYsU84BTJSmfzC\"",
            "payload=dXBzdGFzaC10b2tlbjogQXV1ZWU4Uld5cS9ueHJISURZamozODBpcGY4TlZNQm5qaUZiTGFRYWVxQ3hJbGFYd3dT") with { EntropyFloor = 4 },
        CatalogueRule.Of(
            "upstash_qstash_token", "Upstash QStash token", Severity.Critical,
            "https://upstash.com/docs/qstash/overall/getstarted",
            "eyJVc2VySUQiOi<base64:60+>",
            "QSTASH_TOKEN=eyJVc2VySUQiOi" + "v3FX4xpQ48TbeOw0Ho23flPn+9dbZaL2rvnG/aHnz3NUdJGMJCBOV0PtCG30",
            "eyJVc2VySUQiOiI0ZWEifQ",
            "the key eyJVc2VySUQ\u00adiO"
                + "iNcjwmcYAYrRVd+8bjEaVuRqted87wNAaSbmf1foJxiWSSX8BCYjdTHwZvea\u00adzfN\u00ad2Ps6wLMx is shared with the team"),
        CatalogueRule.Of(
            "upstash_qstash_signing_key", "Upstash QStash signing key", Severity.High,
            "https://upstash.com/docs/qstash/howto/signature",
            "sig_<alnum:28>",
            "curl -H \"X-Api-Key: sig_" + "nJWtETE1gi3IirzWPY4qMcQomIvM\" https://api.example.com",
            "key = \"SIG_" + "Iux4pyfQ5YemSwvwElldXIMyujrI\"",
            "login with si\uff47_" + "axzJ\uff58EXE9nkGjNhYE8Jd\uff57eN3n7jZ please") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "convex_deploy_key", "Convex deploy key", Severity.Critical,
            "https://docs.convex.dev/cli/deploy-key-types",
            "<prod|dev|preview>:<[0-9a-z:-]:5-60>|eyJ2MiI6<base64:20+>",
            "CONVEX_DEPLOY_KEY=prod:" + "i4oqpw|eyJ2MiI6JfiEKatScvOoGNlSyURNzHVB9yVLR5",
            "CONVEX_DEPLOYMENT=dev:happy-animal-123",
            "=70re" + "view:74nod=65y5jc1|eyJ2M=\niI6udIPFV2Y1jUDef=63jy+gU works for all of us"),
        CatalogueRule.Of(
            "inngest_signing_key", "Inngest signing key", Severity.Critical,
            "https://www.inngest.com/docs/platform/signing-keys",
            "signkey-<prod|test|branch|staging>-<hex:32-64>",
            "INNGEST_SIGNING_KEY=signkey-prod-" + "d90b73fef95d88c178a82a640b7bcb3dae9702ed21",
            "INNGEST_SIGNING_KEY=signkey-branc<paste it here>",
            "dXNlIHNpZ25rZXktYnJhbmNoLTFmMDJhMmM3Y2UwOTk0NmE3N2QyNTAyMGE5NjcyZDIxZTFmZjY4YmEwOTIzN2ZhIGZvciB0aGUg" + "c3RhZ2luZyBqb2I="),
        CatalogueRule.Of(
            "trigger_dev_key", "Trigger.dev secret key or personal access token", Severity.Critical,
            "https://trigger.dev/docs/apikeys",
            "tr_<dev|stg|prod|preview|pat>_<alnum:20-44>",
            "\"token\": \"tr_prod_" + "COioDn2RHK4CESIxP3V15m3NjH2lyZraA5OzjAstB\",",
            "value tr_previ" + "ew_P15EL68ltJcyAlbhyk07wwsWsnQXMPmBQltkkGs7kxGqm end",
            "the key tr_pr\u200bod" + "_bzHLh6LYU\u200blEITfLLiQaHEW\u200bytaSbLB is shared with the team") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "appwrite_api_key", "Appwrite API key", Severity.Critical,
            "https://appwrite.io/docs/advanced/platform/api-keys",
            "standard_<hex:256>",
            "Authorization: Bearer standard_"
                + "b2aad283744e3323a033221bd9f981c402dc2a145ec03e765a559ae50cdd652a9da13e2cd98b9b956b1e7c58e7fc4609a70a"
                + "ff8e08e041e9da110ba15d85ba1c5d9b39c4720cd539fcca6c7edbb4a604e2f61563ca454038cf7e1cec0ef08d78821070db"
                + "8eda61145f95351b0678dd3b0a175bb39c195b163effa84399f6cd71",
            "key = \"STANDARD_" + "fcc779424f0986fc0516b61798583a4fa6d57ce57443123bd662efc263e2dd14b68a1c950c94cb9fde003316c99fd5de064d"
                + "432a528e1cec221369dafeb47d929d5840081c59d767336d0400e91b45ca4a28857cc0923bc1c25bdb6914f34e9b4adfcea3"
                + "832bb7340cffeb0c1c958243f82141b6a146718a5cb7629208aee63d\"",
            "login with standa%72"
                + "d_84b0b61c40412e01a130c411d378e49b2176e2dff7789fbb5a46be854e3a90f966c819fe909154ecafdf%399f4b4f073c3"
                + "c7490cf6cb0a9f0467b6de50bee3ce190f26ff82f3c1e4561e739279bc934afb37d062a%6595d96c85655d0075c1ec8fc3a8"
                + "3e3d18e17c87075978d6c7c325457402650102e676b18389600d66789f9be0 please"),
        CatalogueRule.Of(
            "hasura_admin_secret", "Hasura admin secret", Severity.Critical,
            "https://hasura.io/docs/2.0/deployment/securing-graphql-endpoint/",
            "<name:hasura+admin secret|access key><alnum:64>",
            "export HASURA_ACCESS_KEY=\"" + "9D8lYhFnrvaknyyIyry5yXRFlSHdvtE4oq3C6S3pJlpt3kugWcXuSSP2swA0YwME\"",
            "hasura_revision = \"" + "M5KWQs10d5q9vgYyNiH8VmmDLjmg1ViGLGs0niRjTU0jJwv5e8IimA8kUHG3qUL6\"",
            "hasura-admin-secret: " + "\\u0043BFh0nVpzprIgv7R1GZB9lDpvog8k7aZM4\\u0069TB8fBMFoWHawW\\u0068lQLC8TClhsaNHZ3") with { EntropyFloor = 4 },
        CatalogueRule.Of(
            "mongodb_atlas_service_account_secret", "MongoDB Atlas service account secret", Severity.Critical,
            "https://www.mongodb.com/docs/atlas/api/service-accounts-overview/",
            "mdb_sa_sk_<base64url:40>",
            "key: mdb_sa_sk_" + "MApMeuicwsUQ5DrTcjGnJlNtDhglbgn4UzNpiLGq",
            "MONGODB_ATLAS_SERVICE_ACCOUNT_SECRET=mdb_sa_sk_${TOKEN}",
            "use m&#x64;b_s" + "a_sk_O6oKy7nCqPQlO&#x31;30&#x59;3S8IlFRMsovI8wNN4fTnkYU for the staging job"),
        CatalogueRule.Of(
            "cockroachdb_cloud_api_key", "CockroachDB Cloud API key", Severity.Critical,
            "https://www.cockroachlabs.com/docs/cockroachcloud/managing-access",
            "CCDB1_<alnum:22>_<alnum:40>",
            "--token 'CCDB1_" + "olTNxWZ5CoVEOv3rWg69rH_os7ieTll5JoaZV31ehELDbbN7G7X97JWxeWmVS2I'",
            "value CCDB1_" + "E2KeOyAqX2TGZ6xAUUPrvp_G1zxJsI9SnGukWS5KW7MSjoAxPNL1fsslT7roBzB9 end",
            "746865206b65792043434442315f586a4b786a386f6764575447467848574839425536515f686a304d336648453972475567"
                + "374d54695a4e4f32624332396f736754544a68575a4f3659696d4e20697320736861726564207769746820746865207465616d"),
        CatalogueRule.Of(
            "aiven_service_password", "Aiven service password (also of DigitalOcean databases)", Severity.Critical,
            "https://aiven.io/docs/platform/howto/reset-service-password",
            "AVNS_<base64url:19>",
            "curl -H \"X-Api-Key: AVNS_" + "j0v0LvIADkVlgUS0r0t\" https://api.example.com",
            "key = \"avns_" + "m_ohtRdtz11ympUV0om\"",
            "login with \u0410VNS_" + "r9bBAQlH4W\u0410uS0icl03 please") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "confluent_cloud_secret", "Confluent Cloud API secret", Severity.Critical,
            "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html",
            "<name:confluent+secret><base64:64>",
            "\"confluentSecret\": \"" + "VVfmgxlmBzcDMWVDghNqjOriTtLD2Y1s2UcduFwllOoSb21J+SsJcwCUFTpRjrA0\"",
            "confluent_etag = \"" + "8u4fVSWnhJ4yz/I8NK8NmYAa4h+rc1uyvcCnDROR7Dqa4ppSkwOZei8JEwSIHlH2\"",
            "\"CONFLUENT_SECRET=DvEfdKY2wHKvmHzmkpdlUIp4sc8vhb0Z\" +" + " \"08eVPszRafB5bZD/D8zj30Mlfhtvpxdh\"") with { EntropyFloor = 4 },
        CatalogueRule.Of(
            "tinybird_token", "Tinybird token", Severity.Critical,
            "https://www.tinybird.co/docs/forward/administration/tokens",
            "p.eyJ<base64url:60-300>.<base64url:43>",
            "TINYBIRD_TOKEN=p.eyJ"
                + "0dU8qdVWb6JzKyOEQW0RlogDaNaJqConr2KKCF9UUcOBxcmSCEfzarUUh63j.mYnQGUy8bhKfXIjzzl5QE_N9AuF8jqDjmG_cfkzTW_L",
            "TINYBIRD_TOKEN=p.eyJyour-token-here",
            "use p.ey\\" + "x4aHhllErtiFITMY1X87jZx2CDuh91X_034FjMlt3DXFaBcELqQe-dWCGpLNswf.KcyluOb8_zW\\x42nj\\x30MeXI2FrC0RpPvjj"
                + "0bFcvria8d57E for the staging job"),
        CatalogueRule.Of(
            "prefect_api_key", "Prefect Cloud API key of a person or service account", Severity.Critical,
            "https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys",
            "<pnu|pnb>_<alnum:36>",
            "\"token\": \"pnu_" + "fh7SCOKJYy2t07y2YMed0qyJxDKF8Gi6LRFG\",",
            "value pnb_" + "tBsee61p2p6Lvx41YPd6mRXgmz4KqH5iYKDdf end",
            "payload=dGhlIGtleSBwbnVfZDQ0MXN6Vkg4MGhJNEgzVHFiVkZyRlBBdXBMcGdXb25yNml0IGlzIHNoYXJlZCB3aXRoIHRoZSB0ZWFt") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "dbt_cloud_token", "dbt Cloud service account or personal access token", Severity.Critical,
            "https://docs.getdbt.com/docs/dbt-cloud-apis/authentication",
            "<dbtc|dbtu>_<base64url:32-46>",
            "Authorization: Bearer dbtc_" + "Xol9irbQrrWesFllZb8lr_L9Z3Jm-Nt9",
            "key = \"DBTC_" + "Xo_H7GiG5Smfw_CIY95oVL636PbkWWSahCCSg1Gk\"",
            "login with d\u00adbtc" + "_K1fMuKu\u00ado\u00ad6ceU3Y8sZ1dtS87OwlEQWoVjpBt please") with { EntropyFloor = 4 },
        CatalogueRule.Of(
            "databricks_token", "Databricks personal access token or OAuth secret", Severity.Critical,
            "https://docs.databricks.com/aws/en/dev-tools/auth/pat",
            "<dapi|dose|dkea><hex:32>",
            "DATABRICKS_TOKEN=dapi" + "9e2fe0ad0da698d731d0369e54b62cf9",
            "id-xdapi" + "e46486deeff9f309cb13dc9c457ade8a",
            "\uff44ose" + "2\uff469f953974f5d36ab4a221db991bb\uff164f works for all of us"),
    ];
}
