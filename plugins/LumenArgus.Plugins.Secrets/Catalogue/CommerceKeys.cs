using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Keys of shops, marketplaces and what is sold through them.</summary>
internal static class CommerceKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "shopify_token",
            "Shopify access token or shared secret",
            Severity.Critical,
            "https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens",
            "<shpat|shpca|shppa|shpss|shpua|shptka>_<hex:32>",
            "X-Shopify-Access-Token: shpss_" + "d66c1d01b9935fc5e670052dab3332c1",
            "shpat_4b0ab01e52130bbfd03182334e997fd",
            "582d53686f706966792d4163636573732d546f6b656e3a2073687075615f6563653636626336653534333132643032326161613433633539343833"
                + "373336"),
        CatalogueRule.Of(
            "shopify_partner_token",
            "Shopify Partner API token",
            Severity.Critical,
            "https://shopify.dev/docs/api/partner",
            "prtapi_<hex:32>",
            "SHOPIFY_PARTNER_TOKEN=prtapi_" + "2cac0ff1813c436f29601e11799f48cc",
            "prtapi_b0e6a74e0bdd4256",
            "SHOPIFY_PARTNER_TOKEN=&#x70;&#x72;&#x74;&#97;pi_ee02170701788c9bf9591ce80718a3aa"),
        CatalogueRule.Of(
            "woocommerce_key",
            "WooCommerce REST consumer key or secret",
            Severity.Critical,
            "https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication",
            "<ck|cs>_<hex:40>",
            "WC_CONSUMER_SECRET=cs_" + "00f6996e45eed1059cacc4aca02a3737f855a762",
            "cs_073ff982f1de1697b8749bd895fe00dc0791769",
            "WC_CONSUMER_SECRET=c\uff53_0817aed1fe960ba424528055932a8a347d3c6705"),
        CatalogueRule.Of(
            "bigcommerce_access_token",
            "BigCommerce access token",
            Severity.Critical,
            "https://developer.bigcommerce.com/docs/start/authentication/api-accounts",
            "<name:bigcommerce+token><loweralnum:31>",
            "BIGCOMMERCE_ACCESS_TOKEN=" + "q1nwqbfqhaww112kpa1o9qutjmb709k",
            "bigcommerce_store_hash = \"j66xep2k1i\"",
            "BIGCOMMERCE_ACCESS_TOKEN=3Daq=63h9io=37wog6=6D5p=\n1ksj9d3gpxywbq22") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "bigcommerce_client_secret",
            "BigCommerce client secret",
            Severity.Critical,
            "https://developer.bigcommerce.com/docs/integrations/apps/guide/auth",
            "<name:bigcommerce+client secret><hex:64>",
            "BIGCOMMERCE_CLIENT_SECRET=" + "fae4c1fa9ff244e9db427f5657a012ca0f424901ccf8a5c9dc9f0cc18c49b536",
            "bigcommerce_client_id = \"ydv7f4bfi2emebdh1hv257wjcfzinyy\"",
            "BIGCOMMERCE_CLIENT_SECRET=22\u044102bbf46386\u0430f76e91aee303b61e71702ecf4c21f1fb8baeab961f70177016"),
        CatalogueRule.Of(
            "etsy_api_key",
            "Etsy API keystring",
            Severity.High,
            "https://developers.etsy.com/documentation/essentials/authentication",
            "<name:etsy+api key|keystring|client secret><loweralnum:24>",
            "ETSY_API_KEY=" + "b52af4pdtnup9mre8uu0ixur",
            "etsy_key = \"thekeystringofyouretsyapp\"",
            "RVRTWV9BUElfS0VZPTZvM3hleGM5eG1zdG9lbjJjNG80OXR6Mw==") with { EntropyFloor = 3.4 },
        CatalogueRule.Of(
            "amazon_sp_client_secret",
            "Amazon Selling Partner or Login with Amazon client secret",
            Severity.Critical,
            "https://developer-docs.amazon.com/sp-api/docs/viewing-your-application-information-and-credentials",
            "amzn1.oa2-cs.v1.<hex:64>",
            "LWA_CLIENT_SECRET=amzn1.oa2-cs.v1." + "e97fa213b9d1a2f3fdfa8302986bb64ea55251d108d20968bfa557f49808d91f",
            "amzn1.application-oa2-client.b043cb8403c57620944756dadbf5249d",
            "4c 57 41 5f 43 4c 49 45 4e 54 5f 53 45 43 52 45 54 3d 61 6d 7a 6e 31 2e 6f 61 32 2d 63 73 2e 76 31 2e 31 36 62 32 36 3"
                + "5 62 34 65 38 64 32 37 63 65 66 32 32 63 36 62 36 66 32 32 63 34 32 39 30 30 64 38 64 63 63 39 38 65 36 36 66 65 66 30"
                + " 32 61 39 62 62 39 34 37 62 64 37 34 61 38 30 34 34 37 61"),
        CatalogueRule.Of(
            "amazon_lwa_token",
            "Login with Amazon access or refresh token",
            Severity.Critical,
            "https://developer.amazon.com/docs/login-with-amazon/access-token.html",
            "Atz<a|r>|<base64url:100+>",
            "refresh_token=Atz"
                + "a|Yh0MSb8TppMhKju209_l-NfWwBpGSHB1h5AQI3D54iO0YdYfgHOJPjZOH5swNPTZx1pagoNVX1Hs9VgMTPENkiXGbkNzzvevD5arE99v0t",
            "Atza|L28uMOZFPMEA",
            "cmVmcmVzaF90b2tlbj1BdHphfHpaQjFCeGZjTElKTVg3VmRHRzNHMTVnbm5ocmRjc3hXR19oazR3UU51Y0Y5TFFCQXlKVG5YampBZUFHdUdWV0xsMnZtT1"
                + "ZwaU82QmtFOFNVRzExUHMwRW56NGFjdFFYQlYwTzhETjN5ZllUY3k="),
        CatalogueRule.Of(
            "ebay_cert_id",
            "eBay application certificate id",
            Severity.Critical,
            "https://developer.ebay.com/api-docs/static/oauth-credentials.html",
            "<PRD|SBX>-<hex:12>-<hex:4>-<hex:4>-<hex:4>-<hex:4>",
            "EBAY_CERT_ID=SBX-" + "1ade8585d8d0-393f-85e4-58ba-1f83",
            "PRD-2d3b6725-8e2b",
            "EBAY_CERT_ID=PRD-16c440f78322-9\u200b202-3ad7-8602-29ca", KeyModeValidator.RuleName),
        CatalogueRule.Of(
            "ebay_user_token",
            "eBay OAuth user or application token",
            Severity.Critical,
            "https://developer.ebay.com/api-docs/static/oauth-tokens.html",
            "v^1.1#i^1#<[0-9A-Za-z^#]:8-40>#t^<[0-9A-Za-z+/=]:60+>",
            "Authorization: Bearer v^1.1#i^1#" + "0KYghAgi#vU#t^1ZCLesPVbK2fIyJaqzWHDqpFj1m9INypRaFPVLD64ebHLuwEht/aNFD1imDTLz+1zMmw",
            "v^1.1#i^1#I^3#f^0",
            "Authorization: Bearer %76%5E1%2E1%23%69%5E1%23o9%4CLD%676P%4DA9%4BdV%58dW%23Tq%58FW%45X4%5E3%23%74%5E4%752C%66%2BB%64p"
                + "a%340l%62n8%46Ib%69Cg%38Lm%46Nj%487w%74fF%63rS%63b0%5AIk%2BB%2F%71Ya%2Fyh%64jb%70nv%31YZ"),
        CatalogueRule.Of(
            "gumroad_access_token",
            "Gumroad access token",
            Severity.Critical,
            "https://gumroad.com/api",
            "<name:gumroad+token><base64url:43>",
            "GUMROAD_ACCESS_TOKEN=" + "FctO8Ex06YWk9rat88C_lvYHWZAJFwBMLbwALKu8n4S",
            "gumroad_token = \"the-token-of-the-application-of-the-creator\"",
            "GUMROAD_ACCESS_TOKEN=\\u004a\\u0031\\u0067\\u004a\\u005f\\u0064B5EiMZdkM5mGcaHQAMsqswysh7wnZGin4b8Li") with { EntropyFloor = 4.0 },
        CatalogueRule.Of(
            "patreon_access_token",
            "Patreon creator access or refresh token",
            Severity.Critical,
            "https://docs.patreon.com/#clients-and-api-keys",
            "<name:patreon+token><base64url:43>",
            "PATREON_CREATOR_ACCESS_TOKEN=" + "uvIi4IphaWXHbFicsn6l828AKC0fhqy9B6hQeQVNctF",
            "patreon_token = \"the-access-token-of-the-creator-of-the-page\"",
            "UEFUUkVPTl9DUkVBVE9SX0FDQ0VTU19UT0tFTj1tTUdQci01Y2YyQ2gtVHN6aE5UeG5BTkpndzdkQ3lET0VXekdnb1l0OG9a") with { EntropyFloor = 4.0 },
        CatalogueRule.Of(
            "squarespace_api_key",
            "Squarespace API key",
            Severity.Critical,
            "https://developers.squarespace.com/commerce-apis/authentication-and-permissions",
            "<name:squarespace+key><uuid>",
            "SQUARESPACE_API_KEY=" + "6b897923-9c32-443e-a414-22381401bde1",
            "squarespace_site = \"9cd94334-71e3-4475-be81-f68f4d91eb46\"",
            "SQUARESPACE_API_KEY = \"1f251000-682\" + \"d-43bc-bb6e-44c733559154\"") with
        {
            Negatives =
            [
                "squarespace_site = \"9cd94334-71e3-4475-be81-f68f4d91eb46\"",
                "SQUARESPACE_API_KEY=45f0614d-42cb-4cc6-b795-6bd4317d1f9",
                "SQUARESPACE_API_KEY=45f0614d42cb4cc6b7956bd4317d1f98",
            ],
        },
        CatalogueRule.Of(
            "ecwid_secret_token",
            "Ecwid secret token",
            Severity.Critical,
            "https://api-docs.ecwid.com/reference/access-tokens",
            "<name:ecwid+token>secret_<alnum:32>",
            "ECWID_TOKEN=secret_" + "gvXhW2D9HUmUybx8GkUngWe8JSI3SAEo",
            "ecwid_token = \"public_CT7ZVs0iZBPimLXYqjJZ5OWU4HQd8elX\"",
            "ECWID_TOKEN=\\x73\\x65\\x63\\x72\\x65\\x74_GQl0HbyWqtD1yx7rxrsLDoUjANH46nZJ"),
        CatalogueRule.Of(
            "magento_access_token",
            "Adobe Commerce (Magento) access token or repository key",
            Severity.Critical,
            "https://experienceleague.adobe.com/en/docs/commerce-operations/installation-guide/prerequisites/authentication-keys",
            "<name:magento+access token secret|private key|token><loweralnum:32>",
            "MAGENTO_ACCESS_TOKEN=" + "hzr68h5zzsixn5jhe94yi84vxuu1a3rb",
            "magento_cache = \"m2xymoto36iradipki474sm25rltdfnt\"",
            "MAGENTO_ACCESS_TOKEN=p8olbzi827adfpc9\u00ad5nlrh0991e1nfqj9") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "commercetools_client_secret",
            "commercetools client secret",
            Severity.Critical,
            "https://docs.commercetools.com/api/projects/api-clients",
            "<name:commercetools client secret|ctp client secret><base64url:32>",
            "CTP_CLIENT_SECRET=" + "3R_fSNQ44YTnDq0C9fPDF-uQtAI921xK",
            "ctp_client_id = \"DhNAPJ8y6wLGm6vJUI2y_g2z\"",
            "4354505f434c49454e545f5345435245543d7452727a68557070384d4e4877792d464765576242746f6f6435576547514d51") with { EntropyFloor = 3.8 },
        CatalogueRule.Of(
            "medusa_secret_api_key",
            "Medusa secret API key",
            Severity.Critical,
            "https://docs.medusajs.com/resources/commerce-modules/api-key/concepts",
            "sk_<hex:64>",
            "MEDUSA_API_KEY=sk_" + "8b3e8c2f48d9b7deeeaa181b3f3ff095efc71b00c18f33015cac40afb3fdf6b2",
            "pk_c34fe7e11a4946a85f867fe24454b01f35bfb23047390033e7a4da4386436c5a",
            "MEDUSA_API_KEY=&#115;&#107;&#95;&#53;a23def52322960bb8deb7ca04c875140cd50e45abf7192185a0c74b8a736102"),
        CatalogueRule.Of(
            "lightspeed_personal_token",
            "Lightspeed Retail (X-Series) personal token",
            Severity.Critical,
            "https://x-series-api.lightspeedhq.com/docs/authorization",
            "lsxs_pt_<alnum:32>",
            "LIGHTSPEED_TOKEN=lsxs_pt_" + "PJW88OsbASU6r80x06eSCnT7zIqEjKyv",
            "lsxs_pt_qL8tuEQym2e81Bm8wlG8",
            "LIGHTSPEED_TOKEN=l\uff53xs_pt_8lRKGSYZgVbM1gLfMGSvr8myioX1VcJf"),
        CatalogueRule.Of(
            "allegro_client_secret",
            "Allegro client secret",
            Severity.Critical,
            "https://developer.allegro.pl/tutorials/uwierzytelnianie-i-autoryzacja-zlq9e75GdIR",
            "<name:allegro+client secret><alnum:64>",
            "ALLEGRO_CLIENT_SECRET=" + "J84EjIcPaugkIV3l0uhlhVxjjDJKi3pnMlk9w0Jmg6muwYY01bwIuOqtRqbQT0Wq",
            "allegro_client_id = \"a79c0bed56bdffa54158f9fcf3806463\"",
            "ALLEGRO_CLIENT_SECRET=3DzW=31zkx7=30egIz=34i3Dk=68VG7w=48Idtx=63VJut=\n2uqHPT9X7qnVUYLtBi7Jss93uHRJO0Pf") with { EntropyFloor = 4.0 },
    ];
}
