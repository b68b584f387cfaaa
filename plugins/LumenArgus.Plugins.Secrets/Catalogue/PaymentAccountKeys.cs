using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Keys and tokens of accounts with payment services.</summary>
internal static class PaymentAccountKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "braintree_access_token",
            "PayPal Braintree access token",
            Severity.Critical,
            "https://developer.paypal.com/braintree/docs/guides/authorization/overview",
            "access_token$<production|sandbox>$<loweralnum:16>$<hex:32>",
            "BRAINTREE_ACCESS_TOKEN=access_token$" + "sandbox$oyhpo58d5778e7ma$1a7c565ccec2702081fd787558c3fdb9",
            "access_token$production$6vipryeluwl1uuii",
            "BRAINTREE_ACCESS_TOKEN=access_token$sandbox$wtqw79vrogmogd\u200bu2$f42f6d3fe3aaa91fcd3c26c686c3ae69", KeyModeValidator.RuleName),
        CatalogueRule.Of(
            "braintree_private_key",
            "Braintree private key",
            Severity.Critical,
            "https://developer.paypal.com/braintree/articles/control-panel/important-gateway-credentials",
            "<name:braintree+private key><hex:32>",
            "BRAINTREE_PRIVATE_KEY=" + "340272cbea5c5e6770838b7afeeb2edf",
            "braintree_public_key = \"5qbecieh7ei5ext7\"",
            "BRAINTREE_PRIVATE_KEY=%3774%38ab%368c%321b%613c%6393%64f7%33f3%35a7%634b%64c"),
        CatalogueRule.Of(
            "paypal_client_secret",
            "PayPal client secret",
            Severity.Critical,
            "https://developer.paypal.com/api/rest/",
            "<name:paypal+secret|secret key>E<base64url:79>",
            "PAYPAL_CLIENT_SECRET=E" + "RY8ILUu-G9HxzXILi9Nfr3q3Km-Y_cUxTfLafM81yz8SsiysJhUuLqFqm4jLI4zgnvcMS0Du-bm2lVN",
            "paypal_client_id = \"AGhzHpMcxTBxFoZ31hqK0cdSV5M9xdBCubgrI-3CR4u_c-TzeYCtL-siLtXGImJXwGvvwVOnGyhm6d-B\"",
            "PAYPAL_CLIENT_SECRET=\\u0045\\u0048\\u0035\\u0041\\u0044\\u00738mABG6p8d-UZXuOJB5bvfiHH6m4NDhWgSzc5ed_CZ1mVwAdU4AbOl4lJlgX49"
                + "Fyfl9UPTyz03W"),
        CatalogueRule.Of(
            "square_access_token",
            "Square access token",
            Severity.Critical,
            "https://developer.squareup.com/docs/build-basics/access-tokens",
            "EAAA<base64url:60>",
            "SQUARE_ACCESS_TOKEN=EAAA" + "JY6foUNZ2PAg32FFwcKoLESXoIGnim4ahy2tQCc2le6zmJoxfPtb7R2V4UMM",
            "EAAArrNtTcyM7iL4jWz2dCeRAoGmRAZ57G2OB_cK5Zo9",
            "U1FVQVJFX0FDQ0VTU19UT0tFTj1FQUFBNGdLYjkwdVE5NnN2dlBMdk90OVpJZTliYTF3b3BRWEpfVVpDcHJ4VnhoT3FQZVItcWNBVi1LWkl6aE5k"),
        CatalogueRule.Of(
            "square_personal_token",
            "Square personal access token of the old form",
            Severity.Critical,
            "https://developer.squareup.com/docs/oauth-api/overview",
            "sq0atp-<base64url:22>",
            "SQUARE_TOKEN=sq0atp-" + "dT3rGvlSFZlB0ZHzu2N-mt",
            "sq0idp-m5687wnWlsNb0n91lcH0cR",
            "const value = \"sq0atp-x9\" + \"X70nrpAS2n0Ex7eznGGe\";"),
        CatalogueRule.Of(
            "square_application_secret",
            "Square application secret",
            Severity.Critical,
            "https://developer.squareup.com/docs/oauth-api/create-urls-for-square-authorization",
            "<sq0csp|sandbox-sq0csb>-<base64url:43>",
            "SQUARE_APPLICATION_SECRET=sq0csp-" + "_qBrSXuMDi9e8AxHB2oAfWlPUYL82pV6sNHEDG-6ggH",
            "sandbox-sq0idb-LC7m9ZjBLjPCuVsJUpQSzY",
            "SQUARE_APPLICATION_SECRET=\\x73\\x61\\x6e\\x64\\x62\\x6fx-sq0csb-iQEDUsh-2fqzhECeWJtXjBUCEzC-QZSXmct37uWAxgF",
            KeyModeValidator.RuleName),
        CatalogueRule.Of(
            "adyen_api_key",
            "Adyen API key",
            Severity.Critical,
            "https://docs.adyen.com/development-resources/api-credentials/",
            "AQE<base64:80-140><==|=|>-<base64:43>=",
            "x-api-key: AQE"
                + "yg6ZoLfnFeCKgKnEktmGkOPq4g4gfkmOVoPCNiRdoXdyNIKUlPGWFLWZ2dgo2SaeMRAPZjaUouvDro7GW9sft4rXm2kGP6+V2B-sP3FfDC18l3zSvoCKCB"
                + "4s5i20JlO5NfPmzOwSSjYsf7=-",
            "AQEhzb55gBeBwfdmxglnaic",
            "x-api-key: AQEHQBc7X1z0MdIdtDqJTO/ZKn9xeFjuen89G1tqnrmW1qRX62C9Ef1NfH1CwQuUd1NC9\u00ad8X6/4i1f9Q5zPrkBbIB9Hn1F6-2m3IX/AZ0xz"
                + "KLSw9LlOFjrawIeUSLMfcbS23O7gNL0K=-") with
        {
            Examples =
            [
                "AQE"
                    + "yhmfxK4PJaRBHw0m/n3Q5qf3VaY9UCJ14XWZE03G/k2NFitRvbe4N1XqH1eHaH2AksaEQwV1bDb7kfNy1WIxIIkxgBw==-y3qzswmlmALhxaVPNjYf74bq"
                    + "PotG12HroatrKA066yE=",
            ],
        },
        CatalogueRule.Of(
            "adyen_hmac_key",
            "Adyen HMAC key",
            Severity.Critical,
            "https://docs.adyen.com/development-resources/webhooks/verify-hmac-signatures/",
            "<name:adyen+hmac key|hmac|hmac signature key><upperhex:64>",
            "ADYEN_HMAC_KEY=" + "6ED71A21A8ACC722C49E4B5EC25273626779029B8472363B7502DDDC0D06ECA6",
            "adyen_psp_reference = \"B22016AC3C97FE255F0EA7CD0ADD44D22FB92210B7C8BF34F8A448029E2B9C90\"",
            "414459454e5f484d41435f4b45593d3433304434314142354144433144434431413645343033364642423942343545373442454346433744423932"
                + "4434444645454132463346364442343243373039") with { Examples = ["44782D" + "EF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056"] },
        CatalogueRule.Of(
            "plaid_secret",
            "Plaid secret",
            Severity.Critical,
            "https://plaid.com/docs/api/#api-keys",
            "<name:plaid+secret><hex:30>",
            "PLAID_SECRET=" + "e3c36d8dbcc1e6444ff712e2f5f151",
            "plaid_client_id = \"12bf638ad110aa8d4ac5e542\"",
            "PLAID_SECRET=&#49;&#x38;&#x38;&#57;7479430cb60f87457f6c96647f"),
        CatalogueRule.Of(
            "plaid_access_token",
            "Plaid access token",
            Severity.Critical,
            "https://plaid.com/docs/api/tokens/",
            "access-<production|development|sandbox>-<uuid>",
            "\"access_token\": \"access-" + "production-e04f3331-a65c-4ada-9d4e-b629302f5edb\"",
            "access-control-a1193d29-1dd9-47f4-b898-a6955583d94d",
            "\"access_token\": \"a\uff43cess-production-f9730e1e-cd97-46cf-b498-adc88fc1970c\"", KeyModeValidator.RuleName) with
        {
            Negatives =
            [
                "access-control-a1193d29-1dd9-47f4-b898-a6955583d94d",
                "\"access_token\": \"access-sandbox-ad1c8963-9ad4-4f6f-beb7-1f8ff561534\"",
                "\"access_token\": \"accesssandboxad1c89639ad44f6fbeb71f8ff5615342\"",
            ],
        },
        CatalogueRule.Of(
            "chargebee_api_key",
            "Chargebee API key",
            Severity.Critical,
            "https://apidocs.chargebee.com/docs/api/auth",
            "<name:chargebee+key><live_|test_><alnum:32-60>",
            "CHARGEBEE_API_KEY=live_" + "OaBYmewhGXpUGwEj4idpuAKXt2lASHjVf2sSIfMnaOGxVVhA3r3",
            "chargebee_key = \"live_site\"",
            "CHARGEBEE_API_KEY=3Dte=73t_pC=4Asbvv=379lQL=61xAFw=78KcFh=34D=\nS9pQzuAgngHdDKyAIN5u3TVLtPbzX", KeyModeValidator.RuleName),
        CatalogueRule.Of(
            "recurly_private_key",
            "Recurly private API key",
            Severity.Critical,
            "https://docs.recurly.com/docs/api-keys",
            "<name:recurly+api key|private key><hex:32>",
            "RECURLY_API_KEY=" + "76500bf3b1ea160c410f26981b873b11",
            "recurly_public = \"da48c04c431c1511cd071d0db4b5a8ca\"",
            "RECURLY_API_KEY=5ff2d\u044161f\u04356f6e6a1dc95e50d3f2720c"),
        CatalogueRule.Of(
            "wise_api_token",
            "Wise API token",
            Severity.Critical,
            "https://docs.wise.com/api-docs/features/authentication-access",
            "<name:transferwise|wise api token|wise api key|wise token><uuid>",
            "WISE_API_TOKEN=" + "39372c2f-b0e2-45b1-87c1-c8e297f09270",
            "wise_profile = \"a22cfdeb-4113-485a-b499-6fea9784475a\"",
            "V0lTRV9BUElfVE9LRU49Y2ZlYjRmZWEtYmI3Yy00ZjdhLWI5MTEtY2Y1MjIzNTM2\nZWFi") with
        {
            Negatives =
            [
                "wise_profile = \"a22cfdeb-4113-485a-b499-6fea9784475a\"",
                "WISE_API_TOKEN=933633d7-7f0c-4cde-976a-dc86e609a97",
                "WISE_API_TOKEN=933633d77f0c4cde976adc86e609a978",
            ],
        },
        CatalogueRule.Of(
            "dwolla_app_secret",
            "Dwolla application secret",
            Severity.Critical,
            "https://developers.dwolla.com/docs/auth/application-authorization",
            "<name:dwolla+secret><alnum:50>",
            "DWOLLA_APP_SECRET=" + "1d53a5ntYayBox4OMqBmgGU1ZDy2pDvbH3QYAlwCm4aMpNrNlh",
            "dwolla_app_key = \"HeS2peS8yUg5YFlc781QZ13AfGGvaPEFmMSSoIDeOcLxzNVi4N\"",
            "44 57 4f 4c 4c 41 5f 41 50 50 5f 53 45 43 52 45 54 3d 74 7a 6c 45 56 6c 70 77 42 69 4d 79 46 47 6a 6a 57 63 6b 54 4e 4"
                + "3 74 38 55 4b 4f 45 45 34 79 46 4c 76 72 55 53 74 37 59 50 74 4b 6c 32 4e 44 54 43 50") with { EntropyFloor = 3.8 },
        CatalogueRule.Of(
            "coinbase_commerce_api_key",
            "Coinbase Commerce API key",
            Severity.Critical,
            "https://docs.cdp.coinbase.com/commerce/introduction/welcome",
            "<name:coinbase commerce+key><uuid>",
            "COINBASE_COMMERCE_API_KEY=" + "dce68c5c-0618-4c47-9e82-7b9c57c9a05b",
            "coinbase_commerce_charge = \"c2b051c8-86ad-4fce-aba5-5f32b44d58c6\"",
            "Q09JTkJBU0VfQ09NTUVSQ0VfQVBJX0tFWT0xZjQyNGE0MC02NWNlLTRjNjItYWU0Mi00Nzk5NDg4Zjc3Njc=") with
        {
            Negatives =
            [
                "coinbase_commerce_charge = \"c2b051c8-86ad-4fce-aba5-5f32b44d58c6\"",
                "COINBASE_COMMERCE_API_KEY=89cedd5f-2523-4334-83b5-46b1b8647a1",
                "COINBASE_COMMERCE_API_KEY=89cedd5f2523433483b546b1b8647a15",
            ],
        },
        CatalogueRule.Of(
            "iyzico_api_key",
            "iyzico API or secret key",
            Severity.Critical,
            "https://docs.iyzico.com/en/getting-started/preliminaries/authentication",
            "<name:iyzico|iyzipay+secret key|api key><sandbox-|><alnum:32>",
            "IYZICO_SECRET_KEY=sandbox-" + "kv0zb0bQVskTAvqd2A8UUUnTM6KS1cFU",
            "iyzico_secret = \"sandbox-J1jBSmtxVz\"",
            "IYZICO_SECRET_KEY=3mw8k5hnsaWRzQEN\u200bDlDIy1FHbmiZs6PD", KeyModeValidator.RuleName) with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "authorize_net_transaction_key",
            "Authorize.Net transaction key",
            Severity.Critical,
            "https://support.authorize.net/knowledgebase/Knowledgearticle/?code=000001271",
            "<name:authorize net|authnet+transaction key><alnum:16>",
            "AUTHORIZE_NET_TRANSACTION_KEY=" + "sLBcR7n7CrPA9OIB",
            "authorize_net_transaction_key = \"doEKsGiH\"",
            "AUTHORIZE_NET_TRANSACTION_KEY=%52JU%69fw%4CBg%7A0E%38Tl%72") with { EntropyFloor = 2.7 },
        CatalogueRule.Of(
            "cybersource_shared_secret",
            "CyberSource REST shared secret",
            Severity.Critical,
            "https://developer.cybersource.com/docs/cybs/en-us/platform/developer/all/rest/rest-getting-started/restgs-security-intro.html",
            "<name:cybersource+secret key|secret><base64:43>=",
            "CYBERSOURCE_SECRET_KEY=" + "81fI9IuhTKSvr+QYchbxNnPl7d/dU+xbY6EP9TS2veH=",
            "cybersource_key_id = \"368a021a-3b20-4947-9b2b-31a7511ac0e4\"",
            "CYBERSOURCE_SECRET_KEY=\\u0043\\u0068\\u0050\\u0076\\u0057\\u0062yLpXNWCCmPbTFD5hTe/qd6zFwjiN20XjD6OYv="),
        CatalogueRule.Of(
            "yookassa_secret_key",
            "YooKassa secret key",
            Severity.Critical,
            "https://yookassa.ru/developers/using-api/interaction-format",
            "<name:yookassa+key><live_|test_><base64url:43>",
            "YOOKASSA_SECRET_KEY=live_" + "9pSobxJp5_uO_LMASyec7jvX0zCU_M2dzzOh9i060K_",
            "yookassa_key = \"test_shop\"",
            "WU9PS0FTU0FfU0VDUkVUX0tFWT1saXZlXzZPNDNnYVl1QWFRT1FyS1VPLWZFaThsUkVHaFgxZnNRaHF0N0ltMXZRWVI", KeyModeValidator.RuleName),
        CatalogueRule.Of(
            "nowpayments_api_key",
            "NOWPayments API key",
            Severity.Critical,
            "https://documenter.getpostman.com/view/7907941/2s93JusNJt",
            "<name:nowpayments+key><upperalnum:7>-<upperalnum:7>-<upperalnum:7>-<upperalnum:7>",
            "NOWPAYMENTS_API_KEY=" + "CX7JEV2-RRXHCO6-638U1EA-UY7QII7",
            "nowpayments_key = \"R5HKDTW-R5YT8B5\"",
            "NOWPAYMENTS_API_KEY = \"5A56IZ1-F6\" + \"LWO95-MUM12IA-4NOD07V\""),
        CatalogueRule.Of(
            "truelayer_client_secret",
            "TrueLayer client secret",
            Severity.Critical,
            "https://docs.truelayer.com/docs/get-started-with-truelayer",
            "<name:truelayer+client secret><uuid>",
            "TRUELAYER_CLIENT_SECRET=" + "14e1704f-7a50-4eda-80cf-7e74f8c182ee",
            "truelayer_payment = \"30d01751-9e59-454a-8760-cdaa635783e9\"",
            "TRUELAYER_CLIENT_SECRET=\\x62\\x65\\x31\\x64\\x33\\x6461-0905-47c2-b65c-2c5031ba7cc4") with
        {
            Negatives =
            [
                "truelayer_payment = \"30d01751-9e59-454a-8760-cdaa635783e9\"",
                "TRUELAYER_CLIENT_SECRET=af804f7f-c736-4b8d-91cc-554358335aa",
                "TRUELAYER_CLIENT_SECRET=af804f7fc7364b8d91cc554358335aa9",
            ],
        },
    ];
}
