using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Tokens and keys of places where secrets are kept.</summary>
internal static class SecretStoreTokens
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "vault_token",
            Detector = Rules.Detector,
            Title = "HashiCorp Vault token",
            Severity = Severity.Critical,
            Description = "HashiCorp Vault token: service (hvs), batch (hvb) or recovery (hvr).",
            Source = "https://developer.hashicorp.com/vault/docs/concepts/tokens#token-prefixes",
            Pattern = Shape.Start + @"(hv[bsr]\.[A-Za-z0-9_-]{24,})",
            Format = "<hvs|hvb|hvr>.<base64url:90-120>",
            SecretGroup = 1,
            Keywords = ["hvs.", "hvb.", "hvr."],
            Tags = ["infrastructure", "vault"],
            Positives = ["hvs." + Sample.Of(24), "X-Vault-Token: " + "hvs." + "CAES" + Sample.Of(90, seed: 2), "\"" + "hvb." + Sample.Of(150, seed: 3) + "\""],
            Negatives = ["hvs." + Sample.Of(23), "hvx." + Sample.Of(24), "ahvs." + Sample.Of(24), "hvs.forEach(item => item.apply())"],
            Evasions = ["582d5661756c742d546f6b656e3a206876732e5f2d617841726c79416b6f6b6e4c494e737669436a5641773131697750744948373253795550356a"
                + "3836357838504f6936686f59346b4b46796738464e786631714247434669384e5a7561634d765a48625a6b724b5052623538396b"],
        },
        CatalogueRule.Of(
            "vault_legacy_token",
            "HashiCorp Vault token of the old form",
            Severity.Critical,
            "https://developer.hashicorp.com/vault/docs/release-notes/1.10.0",
            "<name:vault+token><s|b|r>.<alnum:24>",
            "VAULT_TOKEN=r." + "C2p31QEVtNyOzqq3JG4TALFU",
            "vault_token = s.gjnscf",
            "VAULT_TOKEN=&#x62;&#x2e;&#x4e;&#x4c;zueoGGlIcdgaXOzywfFcjV") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "vault_approle_secret_id",
            "HashiCorp Vault AppRole secret id",
            Severity.High,
            "https://developer.hashicorp.com/vault/docs/auth/approle",
            "<name:vault|approle+secret id><uuid>",
            "VAULT_SECRET_ID=" + "591334c8-fea1-47db-b589-d72f9fbd4c4f",
            "vault_role_id = \"e7554a4c-5bf6-4047-84dc-2cebef7eb765\"",
            "VAULT_SECRET_ID=a\uff4277061e-6a5f-4c81-a591-c9ac91ffb7ac") with
        {
            Negatives =
            [
                "vault_role_id = \"e7554a4c-5bf6-4047-84dc-2cebef7eb765\"",
                "VAULT_SECRET_ID=84454b8b-083c-41cb-8840-8bbddd894d1",
                "VAULT_SECRET_ID=84454b8b083c41cb88408bbddd894d14",
            ],
        },
        CatalogueRule.Of(
            "vault_unseal_key",
            "HashiCorp Vault unseal key",
            Severity.Critical,
            "https://developer.hashicorp.com/vault/docs/concepts/seal",
            "Unseal Key <digit:1>: <base64:44>",
            "Unseal Key " + "1: JCc9Vlqv9893pz8C2hu4TiZdKVLNIpAbmXEEUv/5v2TM",
            "Unseal Key 1: (will be hidden)",
            "Un=73eal =4Bey 1=3A 9od=64T18y=6BRN4R=31b=\nLd8Y8dMZ1lbOZpNpnFtk+e2MNbaV5") with
        {
            Pattern = @"(?:Unseal|Recovery) Key \d{1,2}: ([0-9A-Za-z+/]{44})(?:[^0-9A-Za-z+/]|$)",
            SecretGroup = 1,
            Keywords = ["Unseal Key", "Recovery Key"],
            Negatives =
            [
                "Unseal Key 1: (will be hidden)",
                "Unseal Key 1: 12Ox1FS2LCyG4MGGBl62+9yfdNABnZY5MxW5oZG9iAz",
                "Unseal Keys: h+8SBuMnImXhFar83vjwvLa8t9a0KRkS8Y/S39nmO8Yi",
            ],
        },
        CatalogueRule.Of(
            "doppler_token",
            "Doppler token",
            Severity.Critical,
            "https://docs.doppler.com/reference/auth-token-formats",
            "dp.<pt|ct|sa|scim|audit|said>.<alnum:40-44>",
            "doppler configure set token dp." + "said.VfNtkvwuSQk3EW9NsJcQQb71IA0nfGYkejNyWxWW8U",
            "dp.pt.sNHe1yPPk2eBNtpWLSLpixRuVpGlTp",
            "doppler configure set token d\u0440.s\u0441im.CjseEamVZME6AW8VWf0c8o7Ek1y5y1chS5rU9r26uN"),
        CatalogueRule.Of(
            "doppler_service_token",
            "Doppler service token",
            Severity.Critical,
            "https://docs.doppler.com/docs/service-tokens",
            "dp.st.<[0-9a-z_-]:2-35>.<alnum:40-44>",
            "DOPPLER_TOKEN=dp.st." + "q5r0cxdud2qj8h7h8bx.VnOSG3q7hQAY4DUYUTFoTqkqGaMglHIVKHYOP0TlC",
            "dp.st.prd.eNPxU9qb1MSH",
            "RE9QUExFUl9UT0tFTj1kcC5zdC5wMXN6dXRwbnFqdDJ5bi51TGdDMU5qUHJFbG1O\nWFBaelR3MmNWQmd4M3B2ZVE0VE5BSnBoWGRMbA=="),
        CatalogueRule.Of(
            "infisical_service_token",
            "Infisical service token",
            Severity.Critical,
            "https://infisical.com/docs/documentation/platform/token",
            "st.<hex:24>.<hex:32>.<hex:32>",
            "INFISICAL_TOKEN=st." + "5855e8c3d0793f2888220289.bb4c044221597e13971d8b1778a06e1b.dac2cf65c258da8796be526039bb78c8",
            "first.f3ec34da167e85068fee220b.e510137721bd0aa80c9d8bfe2c88523c.89567664ae9472f0f17b2d53294d965f",
            "49 4e 46 49 53 49 43 41 4c 5f 54 4f 4b 45 4e 3d 73 74 2e 31 36 35 39 39 64 33 65 30 38 32 31 34 32 31 34 37 30 36 37 6"
                + "3 39 35 64 2e 62 31 38 66 38 30 30 35 61 35 32 31 61 37 38 38 30 31 65 33 62 65 61 61 36 64 36 36 31 66 32 34 2e 65 38"
                + " 33 39 39 31 34 66 66 37 64 66 62 64 64 36 33 37 61 36 38 62 39 39 66 32 38 64 34 65 66 33") with
        {
            Examples = ["st." + "63e03c4a97cb4a747186c71e.ed5b46a34c078a8f94e8228f4ab0ff97.4f7f38034811995997d72badf44b42ec"],
        },
        CatalogueRule.Of(
            "onepassword_service_account_token",
            "1Password service account token",
            Severity.Critical,
            "https://developer.1password.com/docs/service-accounts/",
            "ops_eyJ<base64url:250+>",
            "OP_SERVICE_ACCOUNT_TOKEN=ops_eyJ"
                + "skgGpOi0MOEtu2gMetSZeclUKChhBzOFvi0SqeUWJVvyNyg3HkleYtlHSTRTL_yXalsSja8hJ4zFjvMmA-Ld1hyxGnzXoMDzHYlKg83jOla4A9KzBxRxrm"
                + "zu_AI5EmRwRarkFmq41RYQKpJpqL_aDtF9WqisIebG9rklZ6DQ-LKTB8mWJW0vijGQIbrUexAmngkaoizjIW4e9CCiUBpYXG5BgPyaQgwVMJcILcQRImX-"
                + "PaU18WweYbchDZkajvzGFt",
            "ops_eyJnFm8ysLGuroFlD4r_-wP3UI40RTLZomMp7g-jrkW",
            "T1BfU0VSVklDRV9BQ0NPVU5UX1RPS0VOPW9wc19leUo5WGVnVnhad0JuT05pTjE1VEF2NVZHaE14NHY3Z3JRSFZsc0ZPcFdiZFdGX19zLTIyRHNCSVo1ak"
                + "FiTW1pczZoZEd5QjJGblAzQTlfbDctaUpWY3VaWGxtaWlmYWZWVlN6Z2Q4aGJISXQ3MHpsQ2t3Q0RURlg1ZUc2WllWZ3M3eTByOWYxd2pOYW16OU5Vdlp1"
                + "S0UyN1pmUDlabzBFVFJRdWU2azhITGpVUXQxWGlyV1pQTEVWUEdRMFhaQnNBN2VrbzJMTzV3WG92S2o4aTJycTRWWVMwWEE0YWk3aGQzZTRja21VNTkzbE"
                + "RLWGZDYVJxczNRV3UzaXFYR0ZBY3dHM0FK") with { WindowBytes = 2048 },
        CatalogueRule.Of(
            "onepassword_secret_key",
            "1Password Secret Key",
            Severity.Critical,
            "https://support.1password.com/secret-key/",
            "A3-<upperalnum:6>-<upperalnum:6>-<upperalnum:5>-<upperalnum:5>-<upperalnum:5>-<upperalnum:5>",
            "Secret Key A3-" + "I2DQ8V-1JXMME-IBZTD-8Q80A-782O2-QQZKG",
            "A3-CWJBJ0-GG6C0F-434U2",
            "Secret Key A3-90J96O-B76KJY-Q1E\u200bXO-KW1YW-7637Z-20LXK") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "bitwarden_access_token",
            "Bitwarden Secrets Manager access token",
            Severity.Critical,
            "https://bitwarden.com/help/access-tokens/",
            "<name:bws access token|bitwarden access token|bitwarden token>0.<uuid>.<alnum:30>:<base64:22>==",
            "BWS_ACCESS_TOKEN=0." + "cfe965d6-666c-44b5-ac46-f7d656034de5.qoobnHuCiRXnazsWRMI7AEEGTygbNN:frBt1mJWuLXkRHj88WaCh7==",
            "bws_access_token = \"0.f92e3955-95b8-4162-aef2-ceb3fa6cfca6\"",
            "BWS_ACCESS_TOKEN=%30%2E7%3221%620a%33%2Da%61f7%2D47%61f%2D%6287%35%2D7%66c1%30f3%3319%368%2E%35D9%50IP%46xC%71z2%36uB%"
                + "650x%56RB%59wt%33F2%70fI%3A23%72jY%64rl%67Iw%7A1c%4BmV%73yk%74g%3D%3D"),
        CatalogueRule.Of(
            "bitwarden_client_secret",
            "Bitwarden API key",
            Severity.Critical,
            "https://bitwarden.com/help/personal-api-key/",
            "<name:bitwarden client secret|bw clientsecret|bw client secret><alnum:30>",
            "BW_CLIENTSECRET=" + "YCwhsrk9CsHyzZdMoWiUj5KIZNVbdI",
            "bw_clientid = \"user.a3154f8c-675c-4bbe-8b6f-9657ea0a9b04\"",
            "BW_CLIENTSECRET=\\u0053\\u0047\\u0043\\u005a\\u004b\\u0030viNIkwvQ7gciFcjyYYIbQh33") with { EntropyFloor = 3.6 },
        CatalogueRule.Of(
            "akeyless_access_key",
            "Akeyless access key",
            Severity.Critical,
            "https://docs.akeyless.io/docs/api-key",
            "<name:akeyless+access key|api key><base64:43>=",
            "AKEYLESS_ACCESS_KEY=" + "TqYAMH2sPqYEJVd4LWAU6HwAUPq08kRfb5txKy7m2S1=",
            "akeyless_access_id = \"p-59ovqwyjuhbv7u\"",
            "QUtFWUxFU1NfQUNDRVNTX0tFWT1UczNlRi90TnVrU3B6RmFaYkJ3VWcvVEdhODg4K2JqOWU0TytCQ1p1ZWwvPQ"),
        CatalogueRule.Of(
            "conjur_api_key",
            "CyberArk Conjur API key",
            Severity.Critical,
            "https://docs.cyberark.com/conjur-open-source/latest/en/content/developer/conjur_api_authenticate.htm",
            "<name:conjur+api key><loweralnum:48-60>",
            "CONJUR_AUTHN_API_KEY=" + "7izfqgtzln92nma2at9gzd4k4gw5wiqs2mnkaxzwzlvfvw6znz84",
            "conjur_api_key = \"dhbmjtcubtje\"",
            "CONJUR_AUTHN_API_KEY = \"s2m0f8v2s9qpq1f8w9\" + \"8v158e38f1xnv0qrn9n6yybjl89hnqbj6l9a\"") with { EntropyFloor = 3.6 },
        CatalogueRule.Of(
            "dotenv_vault_key",
            "Dotenv Vault decryption key",
            Severity.Critical,
            "https://www.dotenv.org/docs/security/dotenv-key",
            "dotenv://:key_<hex:64>@dotenv",
            "DOTENV_KEY=\"dotenv://:key_"
                + "914576583806252b23a22f5043e23a1b5ae6b90be6529648387cb4f077d17629@dotenv.org/vault/.env.vault?environment=production\"",
            "dotenv://:key_1234@dotenv.org/vault",
            "DOTENV_KEY=\"\\x64\\x6f\\x74\\x65\\x6e\\x76://:key_3023173b35ac738c3116af067107848cc6fa8b7bd22ee795308550835df1a0bd@dotenv.or"
                + "g/vault/.env.vault?environment=production\""),
        CatalogueRule.Of(
            "dotenvx_private_key",
            "dotenvx private key",
            Severity.Critical,
            "https://dotenvx.com/docs/quickstart",
            "<name:dotenv private key><hex:64>",
            "DOTENV_PRIVATE_KEY=" + "54e45f041d1a61ab21ed377e824f735a2b5647c0e8ab00f0c87c854f54c7d68b",
            "DOTENV_PUBLIC_KEY=\"026fec5607ff27d10e31d581689675a782b2f8129ebd6c8e18e216a07d0c46b4ba\"",
            "DOTENV_PRIVATE_KEY=f0c2d4e2332464bd0b0862f7081f97c9\u00ada8ca5320592a7e8037f0d972126ee245"),
        CatalogueRule.Of(
            "keeper_one_time_token",
            "Keeper Secrets Manager one-time access token",
            Severity.High,
            "https://docs.keeper.io/en/keeperpam/secrets-manager/about/one-time-token",
            "<US|EU|AU|GOV|JP|CA>:<base64url:43>",
            "ksm profile init --token GOV:" + "C1vosX41wqrUzYqjdf8blEdPenbyExryb2smWGqYFRO",
            "US:jp3FlS8BPDuPVwqc__qI",
            "6b736d2070726f66696c6520696e6974202d2d746f6b656e2041553a744a58516f4b455344556c59765a684c5863424964524758714d446a463832"
                + "38626c596e4e52733978324b") with { EntropyFloor = 3.8 },
    ];
}
