using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Virtual machines and platforms that run applications.</summary>
internal static class HostingKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "digitalocean_token", "DigitalOcean personal, OAuth or refresh token", Severity.Critical,
            "https://docs.digitalocean.com/reference/api/create-personal-access-token/",
            "<dop|doo|dor>_v1_<hex:64>",
            "DIGITALOCEAN_TOKEN=dor_v1_" + "69880d82ee87fe4c3ed2012917fda7572eec7c13163714611cce37afac803931",
            "DIGITALOCEAN_TOKEN=dop_v1_your-token-here",
            "use dop_=76" + "1_e5abe7=65da0f595c9ceeae95b6f8ea=\n072ef422671d04529=342d23654e707b897cb for the staging job"),
        CatalogueRule.Of(
            "digitalocean_legacy_token", "DigitalOcean personal access token without a prefix", Severity.Critical,
            "https://docs.digitalocean.com/reference/api/",
            "<name:digitalocean|digital ocean+token|api key><hex:64>",
            "\"digitalOceanApiKey\": \"" + "04bac1ecabe9efcb7f282e3260cca6432cc7d03c3ade42011339fecfcf11ec2c\"",
            "digital_ocean_checksum = \"" + "f76325b7b142bf87b175f0a34af1eba47bdd1eb7c8d78de0fad9871fc1b33e7c\"",
            "ZGlnaXRhbG9jZWFuX3Rva2VuOiA5N2EzOTQyZDk2YjQwMGNhOWUxMjUwMmMwYzFmMjQwYjQ1MzM4NGIzMGUwY2U3YTAyZjIxMzY2" + "NDdmMmQ1MTJh"),
        CatalogueRule.Of(
            "digitalocean_spaces_secret", "DigitalOcean Spaces secret key", Severity.Critical,
            "https://docs.digitalocean.com/products/spaces/how-to/manage-access/",
            "<name:spaces secret|spaces secret key|spaces secret access key|spaces access key secret><base64:43>",
            "spaces_secret_access_key: " + "25morFVbvAZikQninyrkZiQo6cFz50S/5+fscBQJM5Q",
            "spaces_secret_access_key_trace = \"" + "uhIpVRoi0GToFzkeWiOl9QrbJcpZjMqI+5Gz/BdlHN9\"",
            "const spacesAccessKeySecret = '" + "R\u200bLT\u200b4teWGkBS0APG1l/vEzjlg\u200bLtj4+ZwH97EOPuYJOfE';") with { EntropyFloor = 3.8 },
        CatalogueRule.Of(
            "linode_token", "Linode (Akamai Cloud) personal access token", Severity.Critical,
            "https://techdocs.akamai.com/cloud-computing/docs/manage-personal-access-tokens",
            "<name:linode+token|api key><hex:64>",
            "const linodeApiKey = '" + "748f46f8c9870e89f9110afd348c8f2bd8c9a06fca8d3d672b5a37a47902f870';",
            "linode_etag = \"" + "62e392bbea6792712b0c426b7c8f3e9a4b8653497f3749d0b89b50e77b1a42a2\"",
            "export LINODE_TOKEN=\"" + "%633902f26dcaff73befef218c8b4ad6aa82304795%33f9dff053a34338d61ce6a%65d\""),
        CatalogueRule.Of(
            "vultr_api_key", "Vultr API key", Severity.Critical,
            "https://www.vultr.com/api/",
            "<name:vultr+api key|key><upperalnum:36>",
            "export VULTR_API_KEY=\"" + "3ITPM6WMW176MF41RY6GDJXMLVD8C8JH3JXJ\"",
            "vultr_build = \"" + "H07FV860RPY9SB8QLK37TI1IE6VGVI2RVF66\"",
            "vultr-key: " + "\\u0046CECPK8RU3FFA\\u0045OZHCIAAGGHHQCYBZGAG\\u0049WC") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "hetzner_api_token", "Hetzner Cloud API token", Severity.Critical,
            "https://docs.hetzner.cloud/reference/cloud",
            "<name:hcloud|hetzner+token|api key><alnum:64>",
            "hetzner-api-key: " + "Jei8B0s1JeEDM4yk4vWOvM7OpQuR3NtqXU1qT4MnXBUxZcgBhAV0Y94GRCkbef0K",
            "hetzner_revision = \"" + "pLBXxun1cOCbKVGEQOfFNtxc0uYUcDgTV7avRPRzw6NCNhFD9ccl7DYOP0m69bNm\"",
            "os.environ[\"HCLOUD_TOKEN\"] = \"" + "&#x4e;Mqr8ZS2ejZZtu&#x45;XnShhgEQKs0R24r&#x36;l5H4zrucfh9Istr19DEW2CQyGH5jDl1L8\"") with
        {
            EntropyFloor = 4,
        },
        CatalogueRule.Of(
            "hetzner_dns_api_token", "Hetzner DNS API token", Severity.Critical,
            "https://dns.hetzner.com/api-docs",
            "<name:hetzner+dns token|dns api token|dns api key><alnum:32>",
            "os.environ[\"HETZNER_DNS_TOKEN\"] = \"" + "eVWQJ9BhqghsQBZ8R99fcUbugjJ05B6F\"",
            "hetzner_request_id = \"" + "Bh8QZ8guL4Fm7bAD990UHIj0RgPB45sQ\"",
            "4845545a4e45525f444e535f4150495f544f4b454e3d55626255654866546168476a6e5a69337572454164364f467046586361347644") with
        {
            EntropyFloor = 3.5,
        },
        CatalogueRule.Of(
            "upcloud_token", "UpCloud API token", Severity.Critical,
            "https://upcloud.com/docs/guides/getting-started-upcloud-api/",
            "ucat_<upperalnum:26>",
            "our key is ucat_" + "82LAZ8YDR1RTC5P2XXFLS8SGKC until Friday",
            "id-xucat_" + "5W2YOFNERNX9ZNRKB1UQTIKKY0",
            "u\u0441at_" + "V1J\u04120XE8671YD8YLWO42GPVXYI works for all of us"),
        CatalogueRule.Of(
            "fly_access_token", "Fly.io access token", Severity.Critical,
            "https://fly.io/docs/security/tokens/",
            "<fm1a|fm1r|fm2>_<base64:100+>",
            "FLY_API_TOKEN=\"FlyV1 fm1a_"
                + "c9EIYcQBDj6UMMhcfN9ZDbMWwyPf/0WB/B8F5tv2SEWF3rZyohXKNipPY57AY1daU/9otzSZIkq4s0UmkDKuMUB8FySS0sJdP2XJ" + "njrporDV64C\"",
            "fm2_transmitter_gain = fm1a_receiver_gain",
            "\"fm1r_\" + \"" + "XBS4wAzFr7mIV+1EfjBNK55KzEXD+SPCXnOTCVN3lud7dA/9p6IoKrNH+rXs5+NonEdUeBn0V5trKfsbf4UWP5G5ymz126D50Wj2\""),
        CatalogueRule.Of(
            "fly_personal_token", "Fly.io personal token", Severity.Critical,
            "https://fly.io/docs/flyctl/auth-token/",
            "fo1_<base64url:43>",
            "\"token\": \"fo1_" + "FBPCLwZCEgt6IDrMt92TBSfRWwVwgde2XIrCn_hEeps\",",
            "value fo1_" + "Mi_NzPfX_qRAMRnY_iKHMQ15SWBNRspZe896wG-GDyK4 end",
            "the key fo\\x" + "31_kHaiQVqBIyITDrqt\\x35acCUk\\x68ShcA2-kwJNBVpwGh6k_l is shared with the team"),
        CatalogueRule.Of(
            "render_api_key", "Render API key", Severity.Critical,
            "https://render.com/docs/api",
            "rnd_<alnum:28-32>",
            "Authorization: Bearer rnd_" + "eGy0qspz6wZnXXO0E3jfXdcbU56z",
            "key = \"RND_" + "JJPVk82lyTYere3MyQxJjI6kqHAheA1p\"",
            "payload=bG9naW4gd2l0aCBybmRfUEx1Sm9GVms3U2xKQ1BicWNac0FrSTNNRkdkNm8gcGxlYXNl") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "railway_token", "Railway project or account token", Severity.Critical,
            "https://docs.railway.com/guides/public-api",
            "<name:railway+token><uuid>",
            "export RAILWAY_TOKEN=\"" + "d2b9e9ee-2183-0600-479c-0359500d1d67\"",
            "railway_revision = \"" + "7b51e850-6c04-ebf7-690d-5d8db15424ec\"",
            "railway-token: " + "6\u00ad7426204-1701-2dce-872d-cace\u00ad42f64\u00ad911"),
        CatalogueRule.Of(
            "vercel_token", "Vercel personal, integration, application, refresh or API token", Severity.Critical,
            "https://vercel.com/changelog/new-token-formats-and-secret-scanning",
            "<vcp|vci|vca|vcr|vck>_<alnum:40-64>",
            "key: vca_" + "6Ss7adZT2bJ6I21NnJrQbHr81ZdyxpcSXI9lPdTouqi1Db9ixrkHPHgy",
            "VERCEL_TOKEN=vci_${TOKEN}",
            "use vc\uff50_" + "oO09Xxjg1bM8k2N0CghiV3C34DewJjN\uff5ak2pLiv5u\uff47yAdo5K for the staging job") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "vercel_legacy_token", "Vercel access token without a prefix", Severity.Critical,
            "https://vercel.com/docs/accounts/access-tokens",
            "<name:vercel+token><alnum:24>",
            "os.environ[\"VERCEL_TOKEN\"] = \"" + "7BZJFVVhcwWO3rOHnsmJXEVZ\"",
            "vercel_checksum = \"" + "wENeWwoOOxDgf8dReGrkFuXK\"",
            "VERCEL_TOKEN=" + "3D=43wXsUmDv5Lvi=6A=\n7EKD=37Q8PdRW") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "vercel_blob_token", "Vercel Blob read and write token", Severity.Critical,
            "https://vercel.com/docs/vercel-blob/using-blob-sdk",
            "vercel_blob_rw_<alnum:16>_<alnum:30-32>",
            "BLOB_READ_WRITE_TOKEN=\"vercel_blob_rw_" + "fmdF5LXP6gLFetZQ_MLZpfEfoLocF4CllCaQNi5ovkybGpjFj\"",
            "key = \"VERCEL_BLOB_RW_" + "jLvMdHI5bKGjbz4d_8HVQkibiMGY4xCXPo0uCruX2GP13zm\"",
            "bG9naW4gd2l0aCB2ZXJjZWxfYmxvYl9yd19YaUtpMnNudVJEcUFQbFpyX3FsN0laQW5LRmpnMGI5VW5oZGpZUDlSZFQwazhxc1QgcGxlYXNl"),
        CatalogueRule.Of(
            "netlify_token", "Netlify personal, command line, OAuth, web or build token", Severity.Critical,
            "https://answers.netlify.com/t/change-to-the-netlify-authentication-token-format/106146",
            "<nfp|nfc|nfo|nfu|nfb>_<alnum:36>",
            "our key is nfb_" + "Hn2gGGcDIWCbLPsJB58OUOxoolaIPOYGYxph until Friday",
            "id-xnfo_" + "QEjyoBGIOlHkuz5khMeCf9zBAznBXUcrcw8o",
            "nfb\u200b" + "_NF0f8J95Oih9m\u200bCdf7Ch\u200bzsgRVoDLfxWhqvYVT works for all of us") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "netlify_legacy_token", "Netlify access token without a prefix", Severity.Critical,
            "https://docs.netlify.com/api/get-started/",
            "<name:netlify+auth token|access token|token><base64url:43>",
            "netlify_access_token: " + "WKv6WU7k8vGVFNRILTTqKwGHjO5_lTejgMOqDMCV5Ed",
            "netlify_build = \"" + "ystZXuMNY93lKMpZBgvZklOluidSYDgKu3TgWRx3aas\"",
            "const netlifyToken = '" + "%45DWEbpvedCHWn2zoEshqv4%6BY%67sWoNBfxVzG-U9fga5e';") with { EntropyFloor = 4 },
        CatalogueRule.Of(
            "koyeb_api_token", "Koyeb API token", Severity.Critical,
            "https://www.koyeb.com/docs/reference/api",
            "<name:koyeb+token|api key><loweralnum:64>",
            "const koyebApiKey = '" + "jxzci8uqyl07l1malyclnp3o4uxhlabmqze1aru7ndiwxishux7s6dkynaal6tct';",
            "koyeb_revision = \"" + "ghtagq4oh427rkvwbj40vxapj8r9vy59r1n084vkolnxspxd0b7lchjurfxldgf1\"",
            "export KOYEB_TOKEN=\"" + "\\u00639retsv50n0o5bweomlene4y46fqbh55rjoagc8fvh3\\u0037qr9\\u007aozmxpbzrfjb65yrn\"") with
        {
            EntropyFloor = 3.8,
        },
        CatalogueRule.Of(
            "civo_api_key", "Civo API key", Severity.Critical,
            "https://www.civo.com/docs/account/api-keys",
            "<name:civo token|civo api key|civo api token><alnum:50>",
            "export CIVO_TOKEN=\"" + "4GaWNQCPgdqdJmxhgXVX1ImSYVqSc9s1FEOxHfZZTGE3YU4US5\"",
            "civo_token_request_id = \"" + "i1k39sOwvynE5DlklgahJr3WGABN0g6Wm2rWRFiVOH4nOWoU18\"",
            "civo-api-key: " + "&#x6c;gqY9GhBds8PLtR&#x4c;4MoctvuREs&#x43;1XMywXcFY6yPsIP203IUaRh") with { EntropyFloor = 3.8 },
        CatalogueRule.Of(
            "scalingo_token", "Scalingo API token", Severity.Critical,
            "https://developers.scalingo.com/",
            "tk-us-<base64url:48>",
            "client = Client(\"tk-us-" + "XG3oqvAEhiVzgaqZhfXf8wuCWipz0RfJd1Ora_dbm0dGXPbT\")",
            "id-xtk-us-" + "89zuxNrW_1Phf6drn5l1RSLMzoCQuRklxhpPz5sNv8O5NsFU",
            "746b2d75732d496e7332494e557644455f487647486e4230394c6862716d3032577274564269616e64464e664d7231796a65"
                + "6768396620776f726b7320666f7220616c6c206f66207573"),
        CatalogueRule.Of(
            "cloud66_token", "Cloud 66 access token", Severity.Critical,
            "https://developers.cloud66.com/",
            "<name:cloud66|cloud 66+token><hex:64>",
            "os.environ[\"CLOUD66_TOKEN\"] = \"" + "5c76c249566c23de39ad6e53da7cb971973775927b9c9b0bb530578d26e7c20a\"",
            "cloud66_trace = \"" + "a3c06831eba5437479ec2fad378f9cbf3a114fe9324698322bbaa5bf9e6564db\"",
            "CLOUD_66_TOKEN=" + "ff3ff8\u043093b5ae63ff836813b17c4da7b3\u043012f52d57511a278d59373d3a9a6346"),
        CatalogueRule.Of(
            "deno_deploy_token", "Deno Deploy access token", Severity.Critical,
            "https://docs.deno.com/subhosting/api/authentication/",
            "<ddp|ddo>_<alnum:36>",
            "--token 'ddp_" + "ihqj0cgk9R8mq5AjaQUEL5w1XSmx5hC3gWOB'",
            "value ddp_" + "hnVlcaMj6pJPrurP4897k3POZ2HazKru6Ff9r end",
            "\"ddo_\" + \"" + "47YTuMlWJeUdATnHNf5pDhjE4n5DdJwqYOQ7\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "equinix_metal_token", "Equinix Metal API token", Severity.Critical,
            "https://deploy.equinix.com/developers/docs/metal/identity-access-management/api-keys/",
            "<name:packet auth token|packet api token|metal auth token|equinix metal token><alnum:32>",
            "\"metalAuthToken\": \"" + "1UindD7n3eTt3fQNYO8KKBixiRF4UV15\"",
            "metal_auth_token_build = \"" + "fZ6RSrzjRGySuim89ITzy7eNErpu3VCZ\"",
            "equinix_metal_token: " + "\\x63AlWtx\\x47zW8ZcA5\\x4cjGVtj7ItBJqk9hn9o") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "codesandbox_token", "CodeSandbox API token", Severity.Critical,
            "https://codesandbox.io/docs/sdk/manage-sandboxes",
            "csb_v1_<base64url:43>",
            "our key is csb_v1_" + "SBKFAwvdvyJcBDySyWnD1IfCosbubFfhkcn6VxMKLxd until Friday",
            "id-xcsb_v1_" + "LuHME18cj-QvjmBZqaqtHwupAgDbvibU0ixXf0kNPrR",
            "payload=Y3NiX3YxX0lEX3VtYkh2UWJjSXROWk1BRUdUWDlCLWlORGg2SWZaQjhRRV80RERMT0Egd29ya3MgZm9yIGFsbCBvZiB1cw"),
    ];
}
