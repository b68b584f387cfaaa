using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Content delivery, domains and media delivery.</summary>
internal static class EdgeKeys
{
    public static ImmutableArray<DetectionRule> All =>
    [
        CatalogueRule.Of(
            "cloudflare_token", "Cloudflare API token or Global API key", Severity.Critical,
            "https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/",
            "<cfk|cfut|cfat>_<base64url:44-52>",
            "CLOUDFLARE_TOKEN=cfut_" + "7M0pBSRWpwZd8BCZGKirioDIPluLBr1iChWHzyAMkzAIvB2Et",
            "CLOUDFLARE_TOKEN=cfat_your-token-here",
            "use cfa\uff54_" + "XZu4PW6\uff14oPZWRCvr1dJTarh\uff44MYNddiMKnPVMiLBdygFG37wws for the staging job"),
        CatalogueRule.Of(
            "cloudflare_legacy_token", "Cloudflare API token without a prefix", Severity.Critical,
            "https://developers.cloudflare.com/fundamentals/api/get-started/create-token/",
            "<name:cloudflare token|cloudflare api token|cloudflare account token|cf api token|cf token><base64url:40>",
            "\"cloudflareApiToken\": \"" + "-w6pkA9TMkthdAkFc3kp-qNxM3LB0tMaBXRoxoiH\"",
            "cloudflare_api_token_checksum = \"" + "ZNDKUQL86iIpw-1QP-FXXYKEGAhbizbArbzvAKIk\"",
            "cloudflare_account_token: " + "=4AxlG=681zbmtCnZRI370_Rj=\nRa4l=715WOt-qBv9bBgat") with { EntropyFloor = 4 },
        CatalogueRule.Of(
            "cloudflare_global_api_key", "Cloudflare Global API key without a prefix", Severity.Critical,
            "https://developers.cloudflare.com/fundamentals/api/get-started/keys/",
            "<name:cloudflare+api key|global key|key><hex:37>",
            "cloudflare_key: " + "c0a04fcf3b6a1e965bfec56dc00ae81969654",
            "cloudflare_trace = \"" + "a53800513e863b7d0a696bdb4cd196b09b505\"",
            "Y29uc3QgY2xvdWRmbGFyZUFwaUtleSA9ICdhOTkwNjFhMDRhZTU1Y2FiNjE2MzMwZTdjYmIyM2I2MDA2YjhlJzs="),
        CatalogueRule.Of(
            "cloudflare_origin_ca_key", "Cloudflare Origin CA key", Severity.Critical,
            "https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/",
            "v1.0-<hex:24>-<hex:146>",
            "client = Client(\"v1.0-"
                + "fd82556af9b74e7cf571c353-0a8f6509e087b93db1a190c67cb768462dfada12765d5948ff9e56ccbfbc7257bfa5da004ca"
                + "5addfe8cc54ab45dbcdc3daec122c88996f2dbbf48eab82bfe875285fb2868e92282104\")",
            "released v1.0-4ea38b7b62f1c0d9e8a7b6c5-rc1",
            "v1.0\u200b"
                + "-3f59b48b811f5b20233\u200bbc7f8-bb3ebc104f781f4d166ee3424e\u200b2286f4fc437a1c17dc8bebe520bc78c8559edf760f0bcf"
                + "6eb20e013678597c0ca3928bbf42e3dc63bf1661c1c1a98f5e52c7fee40099391eebd66ac5 works for all of us"),
        CatalogueRule.Of(
            "cloudflare_r2_secret", "Cloudflare R2 secret access key", Severity.Critical,
            "https://developers.cloudflare.com/r2/api/tokens/",
            "<name:r2 secret key|r2 secret access key|r2 secret|cloudflare r2 secret><hex:64>",
            "export R2_SECRET_KEY=\"" + "b40f5b73113595a38f7e442a3428fe982cd649aa17104b842353cb44100f5664\"",
            "r2_secret_key_build = \"" + "9f1f01574d4817b89d58e1226a4d085ab6f028a47c1dde82376c50472ad958dc\"",
            "r2-secret-access-key: " + "%61be8016f8538f18934e7de0ebee796593908f%6395d844f607fa9946a11d5f109%37"),
        CatalogueRule.Of(
            "cloudflare_turnstile_secret", "Cloudflare Turnstile secret key", Severity.High,
            "https://developers.cloudflare.com/turnstile/get-started/server-side-validation/",
            "0x4AAA<base64url:29>",
            "TURNSTILE_SECRET_KEY=0x4AAA" + "rhCe1wg6vxGsXQyeYwzv3aD-towi0",
            "mask = 0x4AAAAAAAAAAAAAAA",
            "the key 0\\u007" + "84AAAIo2rON57sHni2aR3s7c23GRY_\\u0054Ab\\u0041 is shared with the team") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "cloudflare_tunnel_token", "Cloudflare Tunnel token", Severity.Critical,
            "https://developers.cloudflare.com/cloudflare-one/networks/connectors/cloudflare-tunnel/configure-tunnels/remote-tunnel-permissions/",
            "eyJhIjoi<[MNOYZ]:1><alnum:3><[MNOYZ]:1><base64:140+>",
            "cloudflared service install eyJhIjoi"
                + "OuF0M2QuXjWdSRMF80vkLR5fAvT7tSb5PvIq09z34reTpjKb2kF/3LVKQRpi6bCsr3JDO9i/HKP87hZbJ7sudld9smUC9Dzwg3rq"
                + "yQaDCOD89oC2CEQ23G3eXBDv/20kG8dcGXh5vdt5PndCX",
            "eyJhIjoiYmMifQ",
            "login with e&#x79;J" + "hIjoiN5nTMaR1fXdMHRoTUlpfLTigU0kNDruxJ9UudzcmKRx43ZKbp9EKedyswhMXtV&#x5a;uuUer0uBEzY2SbI&#x67;ivZX+1"
                + "Lh521Z/9YjQ6Nz2SAvpl8l1u/38t3rs+UvMi0lduwVhMlvOI+EVePWB/W6+li please"),
        CatalogueRule.Of(
            "fastly_api_token", "Fastly API token", Severity.Critical,
            "https://www.fastly.com/documentation/guides/account-info/account-management/using-api-tokens/",
            "<name:fastly+token|api key|key><base64url:32>",
            "FASTLY_API_KEY=" + "6_L9Fe6Uh9z6gQoBh6YsOpx6SnBCw5n2",
            "fastly_checksum = \"" + "YJCoxD7R8sSJcvlzbtV_iiAtVXWURbNH\"",
            "22666173746c794b6579223a202279797439474d4f533443736d39565a4c6c776c714e6a647033334c4972444d6622") with { EntropyFloor = 3.8 },
        CatalogueRule.Of(
            "akamai_edgegrid_token", "Akamai EdgeGrid client or access token", Severity.Critical,
            "https://techdocs.akamai.com/developer/docs/edgegrid",
            "akab-<loweralnum:16>-<loweralnum:16>",
            "client_token = akab-" + "wcjo2p3612o1el1a-9cj3y99bh12hk26t",
            "AKAMAI_EDGEGRID_TOKEN=akab-<paste it here>",
            "use akab-" + "sf\u043e7qtjgm6vtaz5a-lzh16rz9wt7g0\u0445j0 for the staging job"),
        CatalogueRule.Of(
            "akamai_client_secret", "Akamai EdgeGrid client secret", Severity.Critical,
            "https://techdocs.akamai.com/developer/docs/edgegrid",
            "<name:akamai|edgegrid|edgerc+secret><base64:43>=",
            "akamai_secret: " + "rkJuIVZwnmypM1zmXLOIAjRphHTL5cc1ItEulaPv4EJ=",
            "akamai_etag = \"" + "MLI6+EJOYueL/DlUcEhY4A7Ewy1GMcTkKlpB7Uz+DMh=\"",
            "\"AKAMAI_SECRET=zJ172JGaILJACailT2rNwk\" +" + " \"HRqPXBMnpP3enbA7IvoyX=\""),
        CatalogueRule.Of(
            "bunny_api_key", "bunny.net account API key", Severity.Critical,
            "https://docs.bunny.net/reference/bunnynet-api-overview",
            "<name:bunny api key|bunny access key|bunnycdn api key|bunny net api key><uuid><uuid>",
            "const bunnycdnApiKey = '" + "06a50386-2b30-31b3-5434-35269d112457b5f3c287-e580-7d83-333b-b1966bbc9e2b';",
            "bunnycdn_api_key_build = \"" + "64de688d-a9a0-7856-357d-3336c8676534fa6e5201-c419-2ead-e02d-65d94bc053e7\"",
            "export BUNNY_NET_API_KEY=\"" + "\\x615450480-6b64-720f-\\x66541-1676e971f5610baedbd\\x32-ba04-a45f-3bcd-e9ac9e49dde0\""),
        CatalogueRule.Of(
            "bunny_storage_password", "bunny.net storage zone password", Severity.Critical,
            "https://docs.bunny.net/reference/storage-api",
            "<name:bunny storage password|bunny storage key|bunny storage api key|bunnycdn storage password|stora"
                + "ge zone password><hex:8>-<hex:4>-<hex:4>-<hex:12>-<hex:4>-<hex:4>",
            "export BUNNY_STORAGE_KEY=\"" + "5d67a263-7f18-9bed-f900ca3d0935-2024-cafc\"",
            "bunny_storage_key_revision = \"" + "f1747b2b-8986-f032-f599f5b61db9-9eea-44f1\"",
            "payload=YnVubnktc3RvcmFnZS1hcGkta2V5OiAwZDU3ZjkyMS1mNzBlLTYzMzEtODI0ZGYzZDZkMzE0LTljYTgtYzRkOQ"),
        CatalogueRule.Of(
            "porkbun_api_key", "Porkbun API key or secret", Severity.Critical,
            "https://porkbun.com/api/json/v3/documentation",
            "<pk1|sk1>_<hex:64>",
            "key: pk1_" + "b47285b3b6b96bd6bd724b6b6bd8260b7f167b6f1eb0d6785e65734e60c3ccd3",
            "PORKBUN_API_KEY=sk1_${TOKEN}",
            "use s\u00adk1" + "_5a898ec39\u00ada050a4ef2e11e638c7c1f040\u00addbde13ecda6cd885b337d66a28ba013 for the staging job"),
        CatalogueRule.Of(
            "dnsimple_token", "DNSimple account or user access token", Severity.Critical,
            "https://support.dnsimple.com/articles/api-access-token/",
            "dnsimple_<a|u>_<alnum:32>",
            "--token 'dnsimple_u_" + "9AOwNJqYnq3Jtppl6wjgPv1FWfIy6p1K'",
            "value dnsimple_a_" + "j57f6rRyWWFlb1zXwuYiGXkhPKFWW0i82 end",
            "the key dn\uff53imple_u_" + "3i6gyaYrifWdnBZRrXzi4bc\uff196UMd9fhw is shared with the team"),
        CatalogueRule.Of(
            "godaddy_api_secret", "GoDaddy API secret", Severity.Critical,
            "https://developer.godaddy.com/getstarted",
            "<name:godaddy+api secret|secret><alnum:22>",
            "GODADDY_API_SECRET=" + "x3mByWew6d4vp6xIBuieAF",
            "godaddy_trace = \"" + "hHZYYLxLVvoq22H2B5IEfx\"",
            "\"godaddySecret\": \"" + "=48N=34nyCYisVHN=\nQBG=4ERQHkDp\"") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "namecheap_api_key", "Namecheap API key", Severity.Critical,
            "https://www.namecheap.com/support/api/intro/",
            "<name:namecheap+api key|key><hex:32>",
            "\"namecheapKey\": \"" + "0add60a19ea4b79258b7c031ec91d550\"",
            "namecheap_etag = \"" + "3d0fa52478e973c5dbb9c82f8531893d\"",
            "bmFtZWNoZWFwX2FwaV9rZXk6IGE0YzdkZmNkZmM2NjQyZTQwODM1NDVlOWM1MDYxMWFj"),
        CatalogueRule.Of(
            "gandi_token", "Gandi personal access token", Severity.Critical,
            "https://api.gandi.net/docs/authentication/",
            "<name:gandi+token|pat><hex:40>",
            "gandi_token: " + "c4ad0f3472ca03cc2e9a73dedde7aff15226f7b6",
            "gandi_build = \"" + "c9f7d8229b960383dab64c056ea94ea2a90f90c1\"",
            "const gandiPat = '" + "c\u200bd\u200bedec2a4c7a7\u200be28ebdd497efd5b1f6d76bf5099';"),
        CatalogueRule.Of(
            "cloudinary_url", "Cloudinary environment variable with API secret", Severity.Critical,
            "https://cloudinary.com/documentation/cloudinary_credentials_tutorial",
            "cloudinary://<digit:12-15>:<base64url:27>@",
            "CLOUDINARY_URL=cloudinary://" + "589070929079:G1pGmDs2l3DXjRHeMzIdS8gnK0j@orders",
            "CLOUDINARY_URL=cloudinary://<your_api_key>:<your_api_secret>@orders",
            "CLOUDINARY_URL=cloud%69nary:" + "%2F%2F763385538%3935078:t%31plPPFfCn05I7tWdWnvNK9CGxg@orders"),
        CatalogueRule.Of(
            "imagekit_private_key", "ImageKit private API key", Severity.Critical,
            "https://imagekit.io/docs/api-keys",
            "private_<base64:27>=",
            "Authorization: Bearer private_" + "kOFN7Fwr7KawoqTPZXnSQmWtX6k=",
            "key = \"PRIVATE_" + "q/AOTHVdGoqeYNvMQmmDKkiTJAU=\"",
            "login with priva\\u0" + "074e_xIX6d/DLyR3p\\u004aqgwm\\u0073uKsEz4PoH= please") with { EntropyFloor = 3.8 },
        CatalogueRule.Of(
            "mux_token_secret", "Mux access token secret", Severity.Critical,
            "https://www.mux.com/docs/core/make-api-requests",
            "<name:mux token secret|mux secret|mux secret key><base64:75>",
            "mux-secret: " + "Fg6CWGOs+n1AO4pv/6fxHMz3oj+t6YpyrUlnFUktd2XxAErimQOF53PvIfDOyRdjtqt3AFIPioe",
            "mux_secret_checksum = \"" + "GZQ8dgbEEbZgmzoX5t0bqugI1QF5wbwSPwSSvGap+a0AjJBJHeA/5BxzS4rFBAiQ23/1CZpeLBX\"",
            "os.environ[\"MUX_SECRET_KEY\"] = \""
                + "&#x44;Lvp8riFk+HVP&#x4f;f0lswIZurEXmO1gB0eDHWfeOZSIuAmQ7Pd4cCpdFK2C6dUUZiWZJv&#x6b;oJgmaqn\"") with
        {
            EntropyFloor = 4,
        },
    ];
}
