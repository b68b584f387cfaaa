using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Content delivery and domains.</summary>
internal static class EdgeKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "zuplo_api_key", "Zuplo API key", Severity.High,
            "https://zuplo.com/docs/articles/api-key-leak-detection",
            "zpka_<hex:32>_<hex:8>",
            "Authorization: Bearer zpka_" + "1b10f00f1eb6e565baca2b6d04d86113_0f70005b",
            "zpka_" + "1b10f00f1eb6e565baca2b6d04d86113",
            "enBrYV83YzIwZTAwZjFlYjZlNTY1YmFjYTJiNmQwNGQ4NjExYV85ZTcxMDE1Yw=="),
        CatalogueRule.Of(
            "cloudflare_token", "Cloudflare API token or Global API key", Severity.Critical,
            "https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/",
            "<cfk|cfut|cfat>_<base64url:44-52>",
            "CLOUDFLARE_TOKEN=cfut_" + "7M0pBSRWpwZd8BCZGKirioDIPluLBr1iChWHzyAMkzAIvB2Et",
            "CLOUDFLARE_TOKEN=cfat_your-token-here",
            "use cfat\u00ad" + "_XZu4PW64\u00adoPZWRCvr1dJTarhd\u00adMYNddiMKnPVMiLBdygFG37wws for the staging job"),
        CatalogueRule.Of(
            "cloudflare_legacy_token", "Cloudflare API token without a prefix", Severity.Critical,
            "https://developers.cloudflare.com/fundamentals/api/get-started/create-token/",
            "<name:cloudflare token|cloudflare api token|cloudflare account token|cf api token|cf token><base64url:40>",
            "\"cloudflareApiToken\": \"" + "-w6pkA9TMkthdAkFc3kp-qNxM3LB0tMaBXRoxoiH\"",
            "cloudflare_api_token_checksum = \"" + "ZNDKUQL86iIpw-1QP-FXXYKEGAhbizbArbzvAKIk\"",
            "cloudflare_account_token: " + "\uff2axlG\uff481zbmtCnZRI370_RjRa4l\uff515WOt-qBv9bBgat") with { EntropyFloor = 4 },
        CatalogueRule.Of(
            "cloudflare_global_api_key", "Cloudflare Global API key without a prefix", Severity.Critical,
            "https://developers.cloudflare.com/fundamentals/api/get-started/keys/",
            "<name:cloudflare+api key|global key|key><hex:37>",
            "cloudflare_key: " + "c0a04fcf3b6a1e965bfec56dc00ae81969654",
            "cloudflare_trace = \"" + "a53800513e863b7d0a696bdb4cd196b09b505\"",
            "const cloudflareApiKey =3D" + " '=619906=31a04ae=355cab616=\n330e7cbb23b6006b8e';"),
        CatalogueRule.Of(
            "cloudflare_origin_ca_key", "Cloudflare Origin CA key", Severity.Critical,
            "https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/",
            "v1.0-<hex:24>-<hex:146>",
            "client = Client(\"v1.0-"
                + "fd82556af9b74e7cf571c353-0a8f6509e087b93db1a190c67cb768462dfada12765d5948ff9e56ccbfbc7257bfa5da004ca"
                + "5addfe8cc54ab45dbcdc3daec122c88996f2dbbf48eab82bfe875285fb2868e92282104\")",
            "released v1.0-4ea38b7b62f1c0d9e8a7b6c5-rc1",
            "djEuMC0zZjU5YjQ4YjgxMWY1YjIwMjMzYmM3ZjgtYmIzZWJjMTA0Zjc4MWY0ZDE2NmVlMzQyNGUyMjg2ZjRmYzQzN2ExYzE3ZGM4"
                + "YmViZTUyMGJjNzhjODU1OWVkZjc2MGYwYmNmNmViMjBlMDEzNjc4NTk3YzBjYTM5MjhiYmY0MmUzZGM2M2JmMTY2MWMxYzFhOThm"
                + "NWU1MmM3ZmVlNDAwOTkzOTFlZWJkNjZhYzUgd29ya3MgZm9yIGFsbCBvZiB1cw=="),
        CatalogueRule.Of(
            "cloudflare_r2_secret", "Cloudflare R2 secret access key", Severity.Critical,
            "https://developers.cloudflare.com/r2/api/tokens/",
            "<name:r2 secret key|r2 secret access key|r2 secret|cloudflare r2 secret><hex:64>",
            "export R2_SECRET_KEY=\"" + "b40f5b73113595a38f7e442a3428fe982cd649aa17104b842353cb44100f5664\"",
            "r2_secret_key_build = \"" + "9f1f01574d4817b89d58e1226a4d085ab6f028a47c1dde82376c50472ad958dc\"",
            "r2-secret-access-key: " + "a\u200bbe8016f8538f18934e7de0ebee796593908fc\u200b95d844f607fa9946a11d5f1097\u200b"),
        CatalogueRule.Of(
            "cloudflare_turnstile_secret", "Cloudflare Turnstile secret key", Severity.High,
            "https://developers.cloudflare.com/turnstile/get-started/server-side-validation/",
            "0x4AAA<base64url:29>",
            "TURNSTILE_SECRET_KEY=0x4AAA" + "rhCe1wg6vxGsXQyeYwzv3aD-towi0",
            "mask = 0x4AAAAAAAAAAAAAAA",
            "the key 0%784A" + "AAIo2rON57sHni2aR3s7c23GRY_%54Ab%41 is shared with the team") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "cloudflare_tunnel_token", "Cloudflare Tunnel token", Severity.Critical,
            "https://developers.cloudflare.com/cloudflare-one/networks/connectors/cloudflare-tunnel/configure-tunnels/remote-tunnel-permissions/",
            "eyJhIjoi<[MNOYZ]:1><alnum:3><[MNOYZ]:1><base64:140+>",
            "cloudflared service install eyJhIjoi"
                + "OuF0M2QuXjWdSRMF80vkLR5fAvT7tSb5PvIq09z34reTpjKb2kF/3LVKQRpi6bCsr3JDO9i/HKP87hZbJ7sudld9smUC9Dzwg3rq"
                + "yQaDCOD89oC2CEQ23G3eXBDv/20kG8dcGXh5vdt5PndCX",
            "eyJhIjoiYmMifQ",
            "login with e\\u0079J"
                + "hIjoiN5nTMaR1fXdMHRoTUlpfLTigU0kNDruxJ9UudzcmKRx43ZKbp9EKedyswhMXtV\\u005auuUer0uBEzY2SbI\\u0067ivZX+1"
                + "Lh521Z/9YjQ6Nz2SAvpl8l1u/38t3rs+UvMi0lduwVhMlvOI+EVePWB/W6+li please"),
        CatalogueRule.Of(
            "fastly_api_token", "Fastly API token", Severity.Critical,
            "https://www.fastly.com/documentation/guides/account-info/account-management/using-api-tokens/",
            "<name:fastly+token|api key|key><base64url:32>",
            "FASTLY_API_KEY=" + "6_L9Fe6Uh9z6gQoBh6YsOpx6SnBCw5n2",
            "fastly_checksum = \"" + "YJCoxD7R8sSJcvlzbtV_iiAtVXWURbNH\"",
            "\"fastlyKey\": \"" + "&#x79;yt9GMOS4&#x43;sm9VZLlwlqNjd&#x70;33LIrDMf\"") with { EntropyFloor = 3.8 },
        CatalogueRule.Of(
            "akamai_edgegrid_token", "Akamai EdgeGrid client or access token", Severity.Critical,
            "https://techdocs.akamai.com/developer/docs/edgegrid",
            "akab-<loweralnum:16>-<loweralnum:16>",
            "client_token = akab-" + "wcjo2p3612o1el1a-9cj3y99bh12hk26t",
            "AKAMAI_EDGEGRID_TOKEN=akab-<paste it here>",
            "75736520616b61622d73666f3771746a676d367674617a35612d6c7a683136727a397774376730786a3020666f7220746865"
                + "2073746167696e67206a6f62"),
        CatalogueRule.Of(
            "akamai_client_secret", "Akamai EdgeGrid client secret", Severity.Critical,
            "https://techdocs.akamai.com/developer/docs/edgegrid",
            "<name:akamai|edgegrid|edgerc+secret><base64:43>=",
            "akamai_secret: " + "rkJuIVZwnmypM1zmXLOIAjRphHTL5cc1ItEulaPv4EJ=",
            "akamai_etag = \"" + "MLI6+EJOYueL/DlUcEhY4A7Ewy1GMcTkKlpB7Uz+DMh=\"",
            "const edgegridSecret = '" + "zJ172JGaILJA\u0421ailT2rNwkHRqPXBMnpP3enbA7Ivoy\u0425=';"),
        CatalogueRule.Of(
            "bunny_api_key", "bunny.net account API key", Severity.Critical,
            "https://docs.bunny.net/reference/bunnynet-api-overview",
            "<name:bunny+key><uuid><-|><uuid>",
            "const bunnycdnApiKey = '" + "06a50386-2b30-31b3-5434-35269d112457b5f3c287-e580-7d83-333b-b1966bbc9e2b';",
            "bunnycdn_api_key_build = \"" + "64de688d-a9a0-7856-357d-3336c8676534fa6e5201-c419-2ead-e02d-65d94bc053e7\"",
            "\"BUNNY_API_KEY=a5450480-6b64-720f-f541-1676e971f561\" + \"" + "0baedbd2-ba04-a45f-3bcd-e9ac9e49dde0\""),
        CatalogueRule.Of(
            "bunny_storage_password", "bunny.net storage zone password", Severity.Critical,
            "https://docs.bunny.net/reference/storage-api",
            "<name:bunny|storage zone+key|password|token><hex:8>-<hex:4>-<hex:4>-<hex:12>-<hex:4>-<hex:4>",
            "export BUNNY_STORAGE_KEY=\"" + "5d67a263-7f18-9bed-f900ca3d0935-2024-cafc\"",
            "bunny_storage_key_revision = \"" + "f1747b2b-8986-f032-f599f5b61db9-9eea-44f1\"",
            "bunny-storage-api-key: " + "\\x30d5\\x37f921-f70e-6331-824df3d6d3\\x314-9ca8-c4d9"),
        CatalogueRule.Of(
            "porkbun_api_key", "Porkbun API key or secret", Severity.Critical,
            "https://porkbun.com/api/json/v3/documentation",
            "<pk1|sk1>_<hex:64>",
            "key: pk1_" + "b47285b3b6b96bd6bd724b6b6bd8260b7f167b6f1eb0d6785e65734e60c3ccd3",
            "PORKBUN_API_KEY=sk1_${TOKEN}",
            "payload=dXNlIHNrMV81YTg5OGVjMzlhMDUwYTRlZjJlMTFlNjM4YzdjMWYwNDBkYmRlMTNlY2RhNmNkODg1YjMzN2Q2NmEyOGJh"
                + "MDEzIGZvciB0aGUgc3RhZ2luZyBqb2I"),
        CatalogueRule.Of(
            "dnsimple_token", "DNSimple account or user access token", Severity.Critical,
            "https://support.dnsimple.com/articles/api-access-token/",
            "dnsimple_<a|u>_<alnum:32>",
            "--token 'dnsimple_u_" + "9AOwNJqYnq3Jtppl6wjgPv1FWfIy6p1K'",
            "value dnsimple_a_" + "j57f6rRyWWFlb1zXwuYiGXkhPKFWW0i82 end",
            "the key dns\u00adimple_u" + "_3i6gyaYrifWdnBZRrXzi4bc9\u00ad6UMd9fhw is shared with the team"),
        CatalogueRule.Of(
            "godaddy_api_secret", "GoDaddy API secret", Severity.Critical,
            "https://developer.godaddy.com/getstarted",
            "<name:godaddy+api secret|secret><alnum:22>",
            "GODADDY_API_SECRET=" + "x3mByWew6d4vp6xIBuieAF",
            "godaddy_trace = \"" + "hHZYYLxLVvoq22H2B5IEfx\"",
            "\"godaddySecret\": \"" + "\uff28N\uff14nyCYisVHNQBG\uff2eRQHkDp\"") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "namecheap_api_key", "Namecheap API key", Severity.Critical,
            "https://www.namecheap.com/support/api/intro/",
            "<name:namecheap+api key|key><hex:32>",
            "\"namecheapKey\": \"" + "0add60a19ea4b79258b7c031ec91d550\"",
            "namecheap_etag = \"" + "3d0fa52478e973c5dbb9c82f8531893d\"",
            "namecheap_api_key: " + "=614c7dfcdfc6642e=340=\n=383545e9c50611ac"),
        CatalogueRule.Of(
            "gandi_token", "Gandi personal access token", Severity.Critical,
            "https://api.gandi.net/docs/authentication/",
            "<name:gandi+token|pat><hex:40>",
            "gandi_token: " + "c4ad0f3472ca03cc2e9a73dedde7aff15226f7b6",
            "gandi_build = \"" + "c9f7d8229b960383dab64c056ea94ea2a90f90c1\"",
            "Y29uc3QgZ2FuZGlQYXQgPSAnY2RlZGVjMmE0YzdhN2UyOGViZGQ0OTdlZmQ1YjFmNmQ3NmJmNTA5OSc7"),
    ];
}
