using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Virtual machines, platforms that run applications, and networks between them.</summary>
internal static class HostingKeys
{
    public static ImmutableArray<DetectionRule> All =>
    [
        CatalogueRule.Of(
            "digitalocean_token", "DigitalOcean personal, OAuth or refresh token", Severity.Critical,
            "https://docs.digitalocean.com/reference/api/create-personal-access-token/",
            "<dop|doo|dor>_v1_<hex:64>",
            "DIGITALOCEAN_TOKEN=dor_v1_" + "69880d82ee87fe4c3ed2012917fda7572eec7c13163714611cce37afac803931",
            "DIGITALOCEAN_TOKEN=dop_v1_your-token-here",
            "use dop_\uff561_" + "e5abe7\uff45da0f595c9ceeae95b6f8ea072ef422671d04529\uff142d23654e707b897cb for the staging job"),
        CatalogueRule.Of(
            "digitalocean_legacy_token", "DigitalOcean personal access token without a prefix", Severity.Critical,
            "https://docs.digitalocean.com/reference/api/",
            "<name:digitalocean|digital ocean+token|api key><hex:64>",
            "\"digitalOceanApiKey\": \"" + "04bac1ecabe9efcb7f282e3260cca6432cc7d03c3ade42011339fecfcf11ec2c\"",
            "digital_ocean_checksum = \"" + "f76325b7b142bf87b175f0a34af1eba47bdd1eb7c8d78de0fad9871fc1b33e7c\"",
            "digitalocean_token: " + "=397a3942d96b400ca9e12502c0c1f240b4=\n53384b30e0ce7a=302f213664=37f2d512a"),
        CatalogueRule.Of(
            "digitalocean_spaces_secret", "DigitalOcean Spaces secret key", Severity.Critical,
            "https://docs.digitalocean.com/products/spaces/how-to/manage-access/",
            "<name:spaces secret|spaces secret key|spaces secret access key|spaces access key secret><base64:43>",
            "spaces_secret_access_key: " + "25morFVbvAZikQninyrkZiQo6cFz50S/5+fscBQJM5Q",
            "spaces_secret_access_key_trace = \"" + "uhIpVRoi0GToFzkeWiOl9QrbJcpZjMqI+5Gz/BdlHN9\"",
            "Y29uc3Qgc3BhY2VzQWNjZXNzS2V5U2VjcmV0ID0gJ1JMVDR0ZVdHa0JTMEFQRzFsL3ZFempsZ0x0ajQrWndIOTdFT1B1WUpPZkUnOw==") with { EntropyFloor = 3.8 },
        CatalogueRule.Of(
            "linode_token", "Linode (Akamai Cloud) personal access token", Severity.Critical,
            "https://techdocs.akamai.com/cloud-computing/docs/manage-personal-access-tokens",
            "<name:linode+token|api key><hex:64>",
            "const linodeApiKey = '" + "748f46f8c9870e89f9110afd348c8f2bd8c9a06fca8d3d672b5a37a47902f870';",
            "linode_etag = \"" + "62e392bbea6792712b0c426b7c8f3e9a4b8653497f3749d0b89b50e77b1a42a2\"",
            "export LINODE_TOKEN=\"" + "c\u200b3902f26dcaff73befef218c8b4ad6aa823047953\u200bf9dff053a34338d61ce6ae\u200bd\""),
        CatalogueRule.Of(
            "vultr_api_key", "Vultr API key", Severity.Critical,
            "https://www.vultr.com/api/",
            "<name:vultr+api key|key><upperalnum:36>",
            "export VULTR_API_KEY=\"" + "3ITPM6WMW176MF41RY6GDJXMLVD8C8JH3JXJ\"",
            "vultr_build = \"" + "H07FV860RPY9SB8QLK37TI1IE6VGVI2RVF66\"",
            "vultr-key: " + "%46CECPK8RU3FFA%45OZHCIAAGGHHQCYBZGAG%49WC") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "hetzner_api_token", "Hetzner Cloud API token", Severity.Critical,
            "https://docs.hetzner.cloud/reference/cloud",
            "<name:hcloud|hetzner+token|api key><alnum:64>",
            "hetzner-api-key: " + "Jei8B0s1JeEDM4yk4vWOvM7OpQuR3NtqXU1qT4MnXBUxZcgBhAV0Y94GRCkbef0K",
            "hetzner_revision = \"" + "pLBXxun1cOCbKVGEQOfFNtxc0uYUcDgTV7avRPRzw6NCNhFD9ccl7DYOP0m69bNm\"",
            "os.environ[\"HCLOUD_TOKEN\"] = \"" + "\\u004eMqr8ZS2ejZZtu\\u0045XnShhgEQKs0R24r\\u0036l5H4zrucfh9Istr19DEW2CQyGH5jDl1L8\"") with
        {
            EntropyFloor = 4,
        },
        CatalogueRule.Of(
            "hetzner_dns_api_token", "Hetzner DNS API token", Severity.Critical,
            "https://dns.hetzner.com/api-docs",
            "<name:hetzner+dns token|dns api token|dns api key><alnum:32>",
            "os.environ[\"HETZNER_DNS_TOKEN\"] = \"" + "eVWQJ9BhqghsQBZ8R99fcUbugjJ05B6F\"",
            "hetzner_request_id = \"" + "Bh8QZ8guL4Fm7bAD990UHIj0RgPB45sQ\"",
            "HETZNER_DNS_API_TOKEN=" + "&#x55;bbUeHfT&#x61;hGjnZi3urEAd6OFpFX&#x63;a4vD") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "upcloud_token", "UpCloud API token", Severity.Critical,
            "https://upcloud.com/docs/guides/getting-started-upcloud-api/",
            "ucat_<upperalnum:26>",
            "our key is ucat_" + "82LAZ8YDR1RTC5P2XXFLS8SGKC until Friday",
            "id-xucat_" + "5W2YOFNERNX9ZNRKB1UQTIKKY0",
            "756361745f56314a4230584538363731594438594c574f343247505658594920776f726b7320666f7220616c6c206f66207573"),
        CatalogueRule.Of(
            "fly_access_token", "Fly.io access token", Severity.Critical,
            "https://fly.io/docs/security/tokens/",
            "<fm1a|fm1r|fm2>_<base64:100+>",
            "FLY_API_TOKEN=\"FlyV1 fm1a_"
                + "c9EIYcQBDj6UMMhcfN9ZDbMWwyPf/0WB/B8F5tv2SEWF3rZyohXKNipPY57AY1daU/9otzSZIkq4s0UmkDKuMUB8FySS0sJdP2XJ" + "njrporDV64C\"",
            "fm2_transmitter_gain = fm1a_receiver_gain",
            "use fm1r_" + "XBS4wAzFr7mIV+1Efj\u0412NK55KzEXD+S\u0420CXnOTCVN3lud7dA/9p6IoKrNH+rXs5+NonEdUeBn0V5trKfsbf4UWP5G5ymz126D50Wj2"
                + " for the staging job"),
        CatalogueRule.Of(
            "fly_personal_token", "Fly.io personal token", Severity.Critical,
            "https://fly.io/docs/flyctl/auth-token/",
            "fo1_<base64url:43>",
            "\"token\": \"fo1_" + "FBPCLwZCEgt6IDrMt92TBSfRWwVwgde2XIrCn_hEeps\",",
            "value fo1_" + "Mi_NzPfX_qRAMRnY_iKHMQ15SWBNRspZe896wG-GDyK4 end",
            "\"fo1_\" +" + " \"kHaiQVqBIyITDrqt5acCUkhShcA2-kwJNBVpwGh6k_l\""),
        CatalogueRule.Of(
            "render_api_key", "Render API key", Severity.Critical,
            "https://render.com/docs/api",
            "rnd_<alnum:28-32>",
            "Authorization: Bearer rnd_" + "eGy0qspz6wZnXXO0E3jfXdcbU56z",
            "key = \"RND_" + "JJPVk82lyTYere3MyQxJjI6kqHAheA1p\"",
            "login with \\x72" + "nd_P\\x4cuJoFVk7SlJCPbqcZsAkI3MFGd6\\x6f please") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "railway_token", "Railway project or account token", Severity.Critical,
            "https://docs.railway.com/guides/public-api",
            "<name:railway+token><uuid>",
            "export RAILWAY_TOKEN=\"" + "d2b9e9ee-2183-0600-479c-0359500d1d67\"",
            "railway_revision = \"" + "7b51e850-6c04-ebf7-690d-5d8db15424ec\"",
            "payload=cmFpbHdheS10b2tlbjogNjc0MjYyMDQtMTcwMS0yZGNlLTg3MmQtY2FjZTQyZjY0OTEx"),
        CatalogueRule.Of(
            "vercel_token", "Vercel personal, integration, application, refresh or API token", Severity.Critical,
            "https://vercel.com/changelog/new-token-formats-and-secret-scanning",
            "<vcp|vci|vca|vcr|vck>_<alnum:40-64>",
            "key: vca_" + "6Ss7adZT2bJ6I21NnJrQbHr81ZdyxpcSXI9lPdTouqi1Db9ixrkHPHgy",
            "VERCEL_TOKEN=vci_${TOKEN}",
            "use vcp\u00ad" + "_oO09Xxjg1bM8k2N0CghiV3C34DewJjNz\u00adk2pLiv5ug\u00adyAdo5K for the staging job") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "vercel_legacy_token", "Vercel access token without a prefix", Severity.Critical,
            "https://vercel.com/docs/accounts/access-tokens",
            "<name:vercel+token><alnum:24>",
            "os.environ[\"VERCEL_TOKEN\"] = \"" + "7BZJFVVhcwWO3rOHnsmJXEVZ\"",
            "vercel_checksum = \"" + "wENeWwoOOxDgf8dReGrkFuXK\"",
            "VERCEL_TOKEN=" + "\uff23wXsUmDv5Lvi\uff4a7EKD\uff17Q8PdRW") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "netlify_token", "Netlify personal, command line, OAuth, web or build token", Severity.Critical,
            "https://answers.netlify.com/t/change-to-the-netlify-authentication-token-format/106146",
            "<nfp|nfc|nfo|nfu|nfb>_<alnum:36>",
            "curl -H \"X-Api-Key: nfb_" + "Hn2gGGcDIWCbLPsJB58OUOxoolaIPOYGYxph\" https://api.example.com",
            "key = \"NFO_" + "QEjyoBGIOlHkuz5khMeCf9zBAznBXUcrcw8o\"",
            "login with nf=6" + "2_NF0f8J95Oih9=6DCdf7=\nC=68zsgRVoDLfxWhqvYVT please") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "netlify_legacy_token", "Netlify access token without a prefix", Severity.Critical,
            "https://docs.netlify.com/api/get-started/",
            "<name:netlify+auth token|access token|token><base64url:43>",
            "\"netlifyAuthToken\": \"" + "WKv6WU7k8vGVFNRILTTqKwGHjO5_lTejgMOqDMCV5Ed\"",
            "netlify_etag = \"" + "ystZXuMNY93lKMpZBgvZklOluidSYDgKu3TgWRx3aas\"",
            "bmV0bGlmeV9hY2Nlc3NfdG9rZW46IEVEV0VicHZlZENIV24yem9Fc2hxdjRrWWdzV29OQmZ4VnpHLVU5ZmdhNWU=") with { EntropyFloor = 4 },
        CatalogueRule.Of(
            "koyeb_api_token", "Koyeb API token", Severity.Critical,
            "https://www.koyeb.com/docs/reference/api",
            "<name:koyeb+token|api key><loweralnum:64>",
            "koyeb_token: " + "jxzci8uqyl07l1malyclnp3o4uxhlabmqze1aru7ndiwxishux7s6dkynaal6tct",
            "koyeb_build = \"" + "ghtagq4oh427rkvwbj40vxapj8r9vy59r1n084vkolnxspxd0b7lchjurfxldgf1\"",
            "const koyebApiKey = '" + "c\u200b9retsv50n0o5bweomlene4y46fqbh55rjoagc8fvh37\u200bqr9z\u200bozmxpbzrfjb65yrn';") with
        {
            EntropyFloor = 3.8,
        },
        CatalogueRule.Of(
            "civo_api_key", "Civo API key", Severity.Critical,
            "https://www.civo.com/docs/account/api-keys",
            "<name:civo token|civo api key|civo api token><alnum:50>",
            "const civoApiToken = '" + "4GaWNQCPgdqdJmxhgXVX1ImSYVqSc9s1FEOxHfZZTGE3YU4US5';",
            "civo_api_token_revision = \"" + "i1k39sOwvynE5DlklgahJr3WGABN0g6Wm2rWRFiVOH4nOWoU18\"",
            "export CIVO_TOKEN=\"" + "%6CgqY9GhBds8PLtR%4C4MoctvuREs%431XMywXcFY6yPsIP203IUaRh\"") with { EntropyFloor = 3.8 },
        CatalogueRule.Of(
            "scalingo_token", "Scalingo API token", Severity.Critical,
            "https://developers.scalingo.com/",
            "tk-us-<base64url:48>",
            "Authorization: Bearer tk-us-" + "XG3oqvAEhiVzgaqZhfXf8wuCWipz0RfJd1Ora_dbm0dGXPbT",
            "key = \"TK-US-" + "89zuxNrW_1Phf6drn5l1RSLMzoCQuRklxhpPz5sNv8O5NsFU\"",
            "login with t\\u006" + "b-us-Ins2INUvD\\u0045_HvGHnB09Lhbqm0\\u0032WrtVBiandFNfMr1yjegh9f please"),
        CatalogueRule.Of(
            "cloud66_token", "Cloud 66 access token", Severity.Critical,
            "https://developers.cloud66.com/",
            "<name:cloud66|cloud 66+token><hex:64>",
            "cloud-66-token: " + "5c76c249566c23de39ad6e53da7cb971973775927b9c9b0bb530578d26e7c20a",
            "cloud_66_checksum = \"" + "a3c06831eba5437479ec2fad378f9cbf3a114fe9324698322bbaa5bf9e6564db\"",
            "os.environ[\"CLOUD66_TOKEN\"] = \"" + "&#x66;f3ff8a93b5a&#x65;63ff836813b17c4da7b3a12f52d&#x35;7511a278d59373d3a9a6346\""),
        CatalogueRule.Of(
            "deno_deploy_token", "Deno Deploy access token", Severity.Critical,
            "https://docs.deno.com/subhosting/api/authentication/",
            "<ddp|ddo>_<alnum:36>",
            "key: ddp_" + "ihqj0cgk9R8mq5AjaQUEL5w1XSmx5hC3gWOB",
            "DENO_DEPLOY_TOKEN=ddo_...",
            "757365206464705f686e566c63614d6a36704a5072757250343839376b33504f5a3248617a4b72753646663920666f722074"
                + "68652073746167696e67206a6f62") with
        {
            EntropyFloor = 3.5,
        },
        CatalogueRule.Of(
            "equinix_metal_token", "Equinix Metal API token", Severity.Critical,
            "https://deploy.equinix.com/developers/docs/metal/identity-access-management/api-keys/",
            "<name:packet auth token|packet api token|metal auth token|equinix metal token><alnum:32>",
            "PACKET_API_TOKEN=" + "1UindD7n3eTt3fQNYO8KKBixiRF4UV15",
            "packet_api_token_etag = \"" + "fZ6RSrzjRGySuim89ITzy7eNErpu3VCZ\"",
            "\"metalAuthToken\": \"" + "cAlWtxGzW8Z\u0441A5LjGVtj7It\u0412Jqk9hn9o\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "codesandbox_token", "CodeSandbox API token", Severity.Critical,
            "https://codesandbox.io/docs/sdk/manage-sandboxes",
            "csb_v1_<base64url:43>",
            "curl -H \"X-Api-Key: csb_v1_" + "SBKFAwvdvyJcBDySyWnD1IfCosbubFfhkcn6VxMKLxd\" https://api.example.com",
            "key = \"CSB_V1_" + "LuHME18cj-QvjmBZqaqtHwupAgDbvibU0ixXf0kNPrR\"",
            "\"csb_v1_\" +" + " \"ID_umbHvQbcItNZMAEGTX9B-iNDh6IfZB8QE_4DDLOA\""),
        CatalogueRule.Of(
            "ngrok_token", "ngrok authtoken or API key", Severity.High,
            "https://ngrok.com/docs/agent/config/",
            "<name:ngrok+token|api key><[1-3]:1><alnum:26>_<alnum:20-22>",
            "ngrok_api_key: " + "3RqD84UvdW8COp8nW7puXHr3ztP_EFHrl5LOpuWVvaBBpePn",
            "ngrok_revision = \"" + "3LuEjvHiMUXUJ2CSKP7sHt5SgxE_fMAnM5NoiwBV9notqu9ge\"",
            "const ngrokToken = '" + "\\x31WKMzcRUhm\\x55epeQJ4l9Sfk1zWAY_Ds3OrqLAnz8QUbFV\\x58TjV';") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "tailscale_key", "Tailscale key or OAuth client secret", Severity.Critical,
            "https://tailscale.com/kb/1277/key-prefixes",
            "tskey-<auth|api|client|scim|webhook>-<alnum:10-24>-<alnum:28-40>",
            "TAILSCALE_KEY=tskey-scim-" + "ok1PhEO0exkm2rr09-jevVXeJmKxDIsObG9ho4AaFlaRCMr5YjN",
            "TAILSCALE_KEY=tskey-clien<paste it here>",
            "payload=dXNlIHRza2V5LXdlYmhvb2stQ3g3c1VIRHdJb0MyQURtYnoteTk0WWR2NVhXQ2RNYmJLUVp5T0UwZHF3TTdaY1pHT0Vv"
                + "bHlQMzQgZm9yIHRoZSBzdGFnaW5nIGpvYg"),
        CatalogueRule.Of(
            "zerotier_api_token", "ZeroTier Central API token", Severity.Critical,
            "https://docs.zerotier.com/api/tokens/",
            "<name:zerotier+token|api key><alnum:32>",
            "export ZEROTIER_API_KEY=\"" + "nVaKeOqoqKL7TjjsnuiTScJx3lG1BgnN\"",
            "zerotier_checksum = \"" + "zcaj3FPFCvtn4cWdVDA8OLUnFmqwHmyH\"",
            "zerotier-token: " + "A\u00admQerJG434XEp2HtA\u00adE02PLXXzO\u00adGohVpl") with { EntropyFloor = 3.5 },
    ];
}
