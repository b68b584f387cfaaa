using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Keys of services for feature flags, analytics, search and media.</summary>
internal static class ProductKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "launchdarkly_sdk_key", "LaunchDarkly SDK, relay or mobile key", Severity.High, "https://launchdarkly.com/docs/sdk/concepts/client-side-server-side#keys",
            "<sdk|mob|rel>-<uuid>",
            positive: "client = Client('rel-" + "5da7a7be-ec6f-40d9-9041-f75abf8648ca')",
            negative: "rel-a17c51ad-46d2-41" + "87-bda1-4d8f6dd1f***",
            evasion: "client = Client('rel-e3628c0f-5596-49&#x63;5-9e68-16&#56;4e6c8f282')"),
        CatalogueRule.Of(
            "launchdarkly_api_token", "LaunchDarkly API access token", Severity.Critical, "https://launchdarkly.com/docs/home/account/api",
            "api-<uuid>",
            positive: "LAUNCHDARKLY_API_TOKEN=api-" + "272b8ad5-3224-416d-b58a-09a28798d248",
            negative: "xapi-a6578c47-82eb-4" + "85f-8401-6b83240d24a9",
            evasion: "state=eyJub3RlIjoiTEFVTkNIREFSS0xZX0FQSV9UT0tFTj1hcGktNzVhNjllZWMtODczNS00N2VkLTgyZjItZWRjZGRjYjY5MjI0In0"),
        CatalogueRule.Of(
            "optimizely_token", "Optimizely personal access token", Severity.High, "https://docs.developers.optimizely.com/feature-experimentation/docs/personal-access-token",
            "<name:optimizely+token>2:<base64url:60-100>",
            positive: "\"optimizelyToken\": \"" + "2:UN4KyxwaBrCpONxtGMXzx7YzKrPzwsBrXEDjS9HE4_i-Z7BEjVMeh8P-sny9h6ahr-edioddrCQB7tEojp7P1jjHmF\"",
            negative: "optimizely_request_id = \"2:jqGxRFihedWt2V_FAx" + "b_LP_flNMZDJ6H5GuVYXItMa8qHpIfOpLbagcIjM4Vap\"",
            evasion: "\"optimizelyToken\": \"2:s_C7m78nITfGj9unqQ5KCAhgjllP9ZS9LdAreOknXEVU9lR\u00adIHOpew9QcnbVsMqgChTlGY2yemlVr_wiDFffym0x8SFpRcG"
                + "83e7\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "amplitude_secret_key", "Amplitude secret key", Severity.High, "https://amplitude.com/docs/apis/authentication",
            "<name:amplitude+secret key|secret><hex:32>",
            positive: "amplitude_secret_key = '" + "76716cd8dfbbe5c5eff2cd4520cd5495'",
            negative: "amplitude_request_id = \"8a66" + "105d08b2753b8f22db79ee76f26b\"",
            evasion: "amplitude_secret_key = 'f4167ea8fb841c3\\x62a1e761\\x39ea5720045'"),
        CatalogueRule.Of(
            "mixpanel_api_secret", "Mixpanel API secret", Severity.High, "https://developer.mixpanel.com/reference/project-secret",
            "<name:mixpanel+secret><hex:32>",
            positive: "const mixpanelSecret = '" + "234b9d4a8b7ddf15d4c8268159151003';",
            negative: "MIXPANEL_SECRET=your" + "-mixpanel-secret-here",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\nconst mixpanelSecret =3D 'f5615115b64701cb=\n=64adae80abb6c6f20';"),
        CatalogueRule.Of(
            "posthog_personal_key", "PostHog personal API or feature flag key", Severity.Critical, "https://posthog.com/docs/api",
            "<phx|phs>_<alnum:40-60>",
            positive: "posthog_personal_key: phs_" + "dihPgpToRODVGcKi4GUCMBWxey4YRNS7E1zCnoXbTr70C",
            negative: "tokens begin with phx_ and are issued once",
            evasion: "posthog_personal_key: phs_4rYN6NOYzhs1HRT8LPUJcFQwJOy9tIZ\u0415oPPvDmbrrj6vO2IC4fVZbZoiD"),
        CatalogueRule.Of(
            "statsig_server_key", "Statsig server secret or console API key", Severity.High, "https://docs.statsig.com/sdk-keys/api-keys/",
            "<secret|console>-<alnum:40-50>",
            positive: "client = Client('console-" + "rOzoinaTy2GJtpbW6w0N0Gj6BrZUgIZEgYYPMUgWE')",
            negative: "secret-0beec7b5ea3f0fdb" + "c95d0dd47f3c5bc275da8a33",
            evasion: "payload: Y2xpZW50ID0gQ2xpZW50KCdzZWNyZXQtNThvN1plRUJ0djhLWktKM1FSMUhxWHJyTmRsaEFIYWJnN01PWXdZYVNXYktpVW0nKQ==") with { EntropyFloor = 4.1 },
        CatalogueRule.Of(
            "algolia_api_key", "Algolia admin or write API key", Severity.High, "https://www.algolia.com/doc/guides/security/api-keys/",
            "<name:algolia+admin key|admin api key|write key|api key><hex:32>",
            positive: "ALGOLIA_ADMIN_KEY=" + "c1902b694f760b4133d560b20d5a7ec4",
            negative: "algolia_request_id = \"caedf" + "0659feac79680ac919d0ed43787\"",
            evasion: "ALGOLIA_ADMIN_KEY=d00695776311e80\u200bc3cd7a5aa8ae578cc"),
        CatalogueRule.Of(
            "meilisearch_api_key", "Meilisearch API key", Severity.High, "https://www.meilisearch.com/docs/reference/api/keys",
            "<name:meili+key><hex:64>",
            positive: "\"meiliKey\": \"" + "08eb5ec9ee4bd5c661fa59a4f0c047129a1500c0f51c3cf2d75f552f2826e77a\"",
            negative: "meili_request_id = \"1c72d6ad6fdae60b71f853" + "a3181d9051b738cfbb0c31272938ca9a7292f001e3\"",
            evasion: "%22meiliKey%22:%20%22c4020641ebd9f151512de22525ebab1%369eea8695d19824%65a910e6a2dc37a1d81%22") with { Keywords = ["meili"] },
        CatalogueRule.Of(
            "typesense_api_key", "Typesense API key", Severity.High, "https://typesense.org/docs/latest/api/api-keys.html",
            "<name:typesense+key><alnum:32>",
            positive: "typesense_key = '" + "g6ms6tzzcrxiPMkHMhRbJWU1oKJdkUjh'",
            negative: "TYPESENSE_KEY=your" + "-typesense-key-here",
            evasion: "typesense_key = 'Si1ljFlWnyGmMNmb' + 'qTVGJIAVyNZbHk7L'") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "growthbook_secret_key", "GrowthBook secret API key", Severity.High, "https://docs.growthbook.io/api/",
            "secret_<admin|readonly|user>_<alnum:30-60>",
            positive: "const growthbookSecretKey = 'secret_admin_" + "yMJyg4Q4Qk6wJGfruIWEMbCggKyGWEQnGfDvkQqsiDxiX7k79SjbR';",
            negative: "const growthbookSecretKe" + "y = 'secret_admin_xxxx';",
            evasion: "dump 636f6e73742067726f777468626f6f6b5365637265744b6579203d20277365637265745f726561646f6e6c795f4e595a4f72727a377a414d3657366f"
                + "374d6d3439627647425834306d46354f51626b324b556d37667a567734764d78457648744c273b") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "unleash_api_token", "Unleash API token", Severity.High, "https://docs.getunleash.io/reference/api-tokens-and-client-keys",
            "<name:unleash+token|key><[0-9a-z*_-]:1-24>:<[0-9a-z*_-]:1-24>.<hex:56-64>",
            positive: "unleash-token: " + "z9mgf9fxzl_-2c2nn22ikh:ysrmoahsuq.222637cae07df6fbb7fd1e833d4fa8b6ff54367fbaaf385fdd4de46b39bbfd",
            negative: "unleash_token = os.environ[\"UNLEASH_TOKEN\"]",
            evasion: "unleash-token: sg*zb9wuw04i6ftqbzpn7jq*:ssr.8e6c39c179e0428993\\u0037bade8b87ab67aff1af2a\\u0065af277a99459dc0d82192ed3"),
        CatalogueRule.Of(
            "flagsmith_server_key", "Flagsmith server-side environment key", Severity.High, "https://docs.flagsmith.com/clients/server-side",
            "ser.<alnum:22>",
            positive: "client = Client('ser." + "vpnSd25bDENcmZssIlFRQ7')",
            negative: "ser.WriteObjectVa" + "lueToStream(value)",
            evasion: "client = Client('ser.NRaHVcek\uff27O4zEw\uff15jd2HsDI')") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "configcat_sdk_key", "ConfigCat SDK key", Severity.High, "https://configcat.com/docs/advanced/code-references/overview/",
            "configcat-sdk-1/<base64url:22>/<base64url:22>",
            positive: "CONFIGCAT_SDK_KEY=configcat-sdk-1/" + "Qd6ciahhNgQU0mXKg12yqY/8YRlwnJQpHQHckap0ENPLy",
            negative: "xconfigcat-sdk-1/1kt-53fEiIWmX0" + "cTjL7GTu/zcNGKpkZMw0sYFuUdMSsrt",
            evasion: "CONFIGCAT_SDK_KEY=configcat-sdk-1/f8sJP6tL_nZdsZ&#72;turFREC/_7APg5&#x64;KIwNj326InlcFV6"),
        CatalogueRule.Of(
            "tinybird_token", "Tinybird auth token", Severity.High, "https://www.tinybird.co/docs/administration/auth-tokens",
            "p.eyJ1Ijo<base64url:60-300>.<base64url:43>",
            positive: "\"tinybirdToken\": \"p.eyJ1Ijo"
                + "goYqGSh3SDufUsvhlf0ExDU99iU1m1HV-nJ2SZ6GZln0kGdaYs9L9awDVi7j8yKqFrwpJXcynpdX_7_9SpfaKVV00mNHZHOpZtxwNrotQkx6CSmPxNGj2TRKHPyEe"
                + "JaQSyOrUZmXzrD-c4oDIhT4lSrPDjxCSJk2HcJsgmnEAKyC7u_0uKWHNFcQ83ZPXG_JkZKGgo5NpzsrQ78S8IV-D0engCZyNuht8Pk-w1k54Zwr0Coc71tAqhUBV4"
                + "P4HS275lkk.b2WmLlfjMcm4CUT5GKqZShUXioIc079fD2dQbJiyXBW\"",
            negative: "p.eyJ1Ijo<your token>",
            evasion: "state=eyJub3RlIjoiJ3RpbnliaXJkVG9rZW4nOiAncC5leUoxSWpvSkVhbFdYX2VhcGg0alZadk85WmIzWVZzemctNmtqUHJCODVEMEtXdjdoM0hacDNJMllUX1F"
                + "JbE1sVkdVSU8wbkUydUI2TUVkSmtUbWJjZzc0ZE5lc2NyOTdmUnI4VUFMVEFrdGFxeFRleWxiQlRNcnRCT0FLR0syTmlOVlUxQmhXSDRyQmw3d2RMeHNtZzhaYzk5"
                + "V0ZJVDVldDlDVExLRHBSOHhucE5YVmFoaGJna3hTLVo0Y1dPcVVKMlVOSm92RzI4ZkFIM2UtZHJSMVNLZU1sVUoxdVN0REtaS014bUpjOEJDWXdlSFlicGFDNkkxa"
                + "2JNSnFXLU9EZGhsTW9Xem16YjBiWHdVVEgxR1Z4UWtDSnZpTEczNEMuRFdFS0E1MGgwcFV6QVRwNm1YRnp0d0p4WURqMzVRbHNIQXFEQXlpS3Y0QScifQ"),
        CatalogueRule.Of(
            "hasura_admin_secret", "Hasura admin secret", Severity.Critical, "https://hasura.io/docs/2.0/deployment/securing-graphql-endpoint/",
            "<name:hasura+admin secret><alnum:32-64>",
            positive: "hasura_admin_secret = '" + "Pu16FCNGEF4S9H239TIavuW7iIaQJoxxMDoS9O9QMrpnjVyVjCC'",
            negative: "hasura_admin_secret = os.en" + "viron[\"HASURA_ADMIN_SECRET\"]",
            evasion: "hasura_admin_secret = 'jCosxzEgBeImuxOiZtuvyEHC\u00adZ5zHD8qNa6PI889FXrLCLIfvVZH'") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "cloudinary_url", "Cloudinary address with API key and secret", Severity.Critical, "https://cloudinary.com/documentation/cloudinary_sdks",
            "cloudinary://<digit:15>:<base64url:27>@<[0-9a-z-]:3+>",
            positive: "CLOUDINARY_URL=cloudinary://" + "439897852982159:qtbi-GB8VP369s8C1npkWx_JqhL@r22t1or2vyl",
            negative: "CLOUDINARY_URL=cloudinary://<your_api_key>:<your_api_secret>@demo",
            evasion: "CLOUDINARY_URL=cloudinary://341750831277803:\\x30Gdec0gsIV-gr8-\\x79wspZOcY_WKx@m-4ns"),
        CatalogueRule.Of(
            "cloudinary_api_secret", "Cloudinary API secret", Severity.Critical, "https://cloudinary.com/documentation/developer_onboarding_faq_find_credentials",
            "<name:cloudinary+secret><base64url:27>",
            positive: "cloudinary-secret: " + "Qhca3heuNSwl49SMGrrmI9E3jZD",
            negative: "cloudinary_request_id = \"P" + "0OAEPdLod9ScQki61WP_TevRI1\"",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\ncloudinary-secret: RPnr6X_mJKRs8=\n=70dmrw4Fi9ZgXEN") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "imagekit_private_key", "ImageKit private API key", Severity.High, "https://imagekit.io/docs/api-keys",
            "private_<base64:27>=",
            positive: "client = Client('private_" + "v3XoTqn8/Mlnwow4VVrs1WQ1NZd=')",
            negative: "private_anEQuL2qx7" + "IZvJhhRr4bxpzT4***",
            evasion: "client = Client('private_92VCpf\u04435BUULhPkIgNivChD644v=')") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "uploadcare_secret_key", "Uploadcare secret API key", Severity.High, "https://uploadcare.com/docs/security/secret-api-keys/",
            "<name:uploadcare+secret key|secret><hex:20>",
            positive: "UPLOADCARE_SECRET_KEY=" + "635205d570cb2e1e02d1",
            negative: "UPLOADCARE_SECRET_KEY=your" + "-uploadcare-secret-key-here",
            evasion: "payload: VVBMT0FEQ0FSRV9TRUNSRVRfS0VZPTU2ZjA5ZDE3MWY1NjVkNGQ2YTY2"),
        CatalogueRule.Of(
            "vimeo_access_token", "Vimeo access token", Severity.High, "https://developer.vimeo.com/api/authentication",
            "<name:vimeo+token><hex:32>",
            positive: "\"vimeoToken\": \"" + "9d8a53ac8debbe077f53b11fe057273c\"",
            negative: "\"vimeo_token\": \"c9357aab3a" + "4419bd532d5458f0b6bae10a1b\"",
            evasion: "\"vimeoToken\": \"2e9382b44f336b7\u200be80ada44d5f0e01ba\"") with { Keywords = ["vimeo"] },
    ];
}
