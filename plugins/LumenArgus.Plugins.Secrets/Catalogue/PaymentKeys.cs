using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Keys of payment services that tell where they are used by their prefix.</summary>
internal static class PaymentKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "duffel_access_token",
            "Duffel access token",
            Severity.Critical,
            "https://duffel.com/docs/api/overview/making-requests/authentication",
            "duffel_<live|test>_<base64url:43>",
            "Authorization: Bearer duffel_" + "live_78PqRxPnMql-E2n7uK9NoKtKBXDw4wyG9eBIQCY_Qq1",
            "duffel_live_integration_of_the_booking_engine",
            "ZHVmZmVsX3Rlc3RfeDRLcS1XMm1acjlUZlg0Yk52THM4WWhEZzNKcFFhNlJ0VWUxb1ZpQndNeA==", KeyModeValidator.RuleName),
        CatalogueRule.Of(
            "paystack_secret_key",
            "Paystack secret key",
            Severity.Critical,
            "https://paystack.com/docs/api/authentication/",
            "sk_<live|test>_<hex:40>",
            "PAYSTACK_SECRET_KEY=sk_" + "test_82154898856e5c7bae9863746ed0ead84a586a93",
            "pk_live_d0b2ba30037dc05bf2887b7150484252d5d64268",
            "504159535441434b5f5345435245545f4b45593d736b5f6c6976655f35616263363737616665336233613165336131666633393762656330353262"
                + "373466353832623439", KeyModeValidator.RuleName),
        CatalogueRule.Of(
            "flutterwave_secret_key",
            "Flutterwave secret key",
            Severity.Critical,
            "https://developer.flutterwave.com/v3.0/docs/authentication",
            "FLWSECK<_TEST|>-<hex:32>-X",
            "FLW_SECRET_KEY=FLWSECK" + "-8937fa1be0e438980266747ebb5487e8-X",
            "FLWPUBK-698a8a66d6f42c081a6078eb70f390f3-X",
            "FLW_SECRET_KEY=&#x46;&#x4c;&#87;&#83;ECK-c2d2b3d08065676def74451b7e282049-X", KeyModeValidator.RuleName),
        CatalogueRule.Of(
            "mollie_live_key",
            "Mollie live API key or access token",
            Severity.Critical,
            "https://docs.mollie.com/reference/authentication",
            "<live|access>_<alnum:30>",
            "Authorization: Bearer live_" + "ryOWqrGC7prEvrpNqITy3KnAzMdc8b",
            "live_l6E5UPCgMMHKB6i8Y95Qci6EDKRPe",
            "Authorization: Bearer a\uff43cess_UwHFVMTKyFIZ0tU1OLrKKVDNeNkdoU", KeyModeValidator.RuleName) with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "mollie_named_key",
            "Mollie API key behind its name",
            Severity.High,
            "https://docs.mollie.com/docs/testing",
            "<name:mollie+key|token>test_<alnum:30>",
            "MOLLIE_API_KEY=test_" + "FqP7I8PqLqKDnKv40Dd4SvH8LhdO1v",
            "mollie_key = \"test_mode\"",
            "MOLLIE_API_KEY=3Dte=73t_bj=47nVFz=453bgh=\nZ0jgCL418nozIHuSlx", KeyModeValidator.RuleName) with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "gocardless_access_token",
            "GoCardless access token",
            Severity.Critical,
            "https://developer.gocardless.com/api-reference/#making-requests",
            "<live|sandbox>_<base64url:40>",
            "GC_ACCESS_TOKEN=sandbox_" + "uoC2Nz8nQR4e343Xy5pYNsV-mjYzhjA_aeDnIJcD",
            "live_update_of_the_dashboard_in_the_morning",
            "GC_ACCESS_TOKEN=s\u0430ndb\u043ex_2GMqtAqYlmVw8yG3tXYA2_sofSp2fXznqaa4vKD3", MixedKeyValidator.RuleName) with { EntropyFloor = 3.8 },
        CatalogueRule.Of(
            "klarna_api_key",
            "Klarna API key",
            Severity.Critical,
            "https://docs.klarna.com/acquirer/klarna/get-started/integration-resilience/authentication/",
            "klarna_<live|test>_api_<base64url:60+>",
            "KLARNA_API_KEY=klarna_" + "live_api_41wrluPmPNrXzDlRSPg4ALap2MEEtenSZrKA4WyMsagSuk1RMypiudcA9p6vf-j",
            "klarna_live_api_password",
            "S0xBUk5BX0FQSV9LRVk9a2xhcm5hX3Rlc3RfYXBpX0R2MzljWk1rQnVfR0RuMVNw\nbG4tR0l0OE5VRmd5eHdvSWUtTzNpdEU0ZXNxYW9Ya0RXSDJhTGtxZ"
                + "VUxQQ==", KeyModeValidator.RuleName),
        CatalogueRule.Of(
            "razorpay_key_id",
            "Razorpay key id",
            Severity.Warning,
            "https://razorpay.com/docs/payments/dashboard/account-settings/api-keys/",
            "rzp_<live|test>_<alnum:14>",
            "RAZORPAY_KEY_ID=rzp_" + "test_Y1M9b8sBG0zNLH",
            "rzp_live_51uOv8tS",
            "52 41 5a 4f 52 50 41 59 5f 4b 45 59 5f 49 44 3d 72 7a 70 5f 74 65 73 74 5f 61 4f 66 64 67 45 54 6b 77 61 30 32 67 55",
            KeyModeValidator.RuleName),
        CatalogueRule.Of(
            "razorpay_key_secret",
            "Razorpay key secret",
            Severity.Critical,
            "https://razorpay.com/docs/api/authentication/",
            "<name:razorpay+secret><alnum:24>",
            "RAZORPAY_KEY_SECRET=" + "VJWGNcVGHgvMLSarWCg6om84",
            "razorpay_secret_name = \"xmLYJX0VTbD\"",
            "UkFaT1JQQVlfS0VZX1NFQ1JFVD1iYXRnNDljZ3poWHJ3ekhjT1JlYXFOTzk=") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "xendit_secret_key",
            "Xendit secret key",
            Severity.Critical,
            "https://docs.xendit.co/docs/api-keys",
            "xnd_<production|development>_<[0-9A-Za-z+/=]:40+>",
            "XENDIT_SECRET_KEY=xnd_" + "production_MSWp=COQJ/ITA5sOwaSQx3eMf17NoZLku5F1tcOc0o4KA",
            "xnd_public_production_brDBeSTKiTXSL4ROlG5mlGVGrxGntqOUXgakAAcf",
            "XENDIT_SECRET_KEY=xnd_production_hvUuxV3/tHDjp/8S+=\u200bkuhx1jbtkLWMIDgOKEFyHa0ciRYRI1uc0", KeyModeValidator.RuleName) with
        {
            Examples = ["xnd_development_" + "P4qDfOss0OCpl8RtKrROHjaQYNCk9dN5lSfk+R1l9Wbe+rSiCwZ3jw=="],
        },
        CatalogueRule.Of(
            "mercadopago_access_token",
            "Mercado Pago access token",
            Severity.Critical,
            "https://www.mercadopago.com/developers/en/docs/your-integrations/credentials",
            "<APP_USR|TEST>-<digit:15-16>-<digit:6>-<hex:32>-<digit:6-10>",
            "MP_ACCESS_TOKEN=TEST-" + "127976614465634-024435-bf5085d73628205041007609a81d22cf-445951",
            "APP_USR-b3a20c87-286c-4537-8da7-72868d93e02d",
            "MP_ACCESS_TOKEN=%41PP%5FUS%52%2D7%3914%3196%3774%3867%3490%2D83%3731%32%2D8%6217%64e1%322f%613f%35fe%33ff%39d0%62e7%32"
                + "7b%3975%30%2D3%3885%3534%35", KeyModeValidator.RuleName),
        CatalogueRule.Of(
            "midtrans_server_key",
            "Midtrans server key",
            Severity.Critical,
            "https://docs.midtrans.com/docs/access-keys",
            "<SB-|>Mid-server-<base64url:24>",
            "MIDTRANS_SERVER_KEY=SB-Mid-server-" + "QCAOHopJX7QEAhCvulyEBfhB",
            "SB-Mid-client-dlbMXJqabZKEV-6y",
            "MIDTRANS_SERVER_KEY=\\u0053\\u0042\\u002d\\u004d\\u0069\\u0064-server-dONOxxxIKlfDk2GFNPHQ9-n_", KeyModeValidator.RuleName),
        CatalogueRule.Of(
            "omise_secret_key",
            "Omise (Opn) secret key",
            Severity.Critical,
            "https://docs.opn.ooo/api-keys",
            "skey_<test_|><loweralnum:19>",
            "OMISE_SECRET_KEY=skey_" + "test_inoovdv45bcypizapbk",
            "pkey_test_g7s0r5rdopi46nlnydg",
            "T01JU0VfU0VDUkVUX0tFWT1za2V5X2ZtdTB6OHQ1Z3p4YmdlcWl0Mjc", KeyModeValidator.RuleName) with
        {
            EntropyFloor = 3.0,
            Examples = ["skey_test_" + "5xuy4w91xqz7d1w9u0t"],
        },
        CatalogueRule.Of(
            "cashfree_client_secret",
            "Cashfree client secret",
            Severity.Critical,
            "https://www.cashfree.com/docs/api-reference/authentication",
            "cfsk_ma_<prod|test>_<hex:32>_<hex:8>",
            "CASHFREE_SECRET_KEY=cfsk_ma_" + "test_3f1a3a7584a3988fa34b8cd6a052e050_dd4fbd85",
            "cfsk_ma_prod_0addd9503755c0ba",
            "const value = \"cfsk_ma_test_5fcf9\" + \"9ad4befc6583719b9bafde00b93_635e462a\";", KeyModeValidator.RuleName),
        CatalogueRule.Of(
            "toss_secret_key",
            "Toss Payments secret key",
            Severity.Critical,
            "https://docs.tosspayments.com/reference/using-api/api-keys",
            "<live|test>_<sk|gsk>_<alnum:24-35>",
            "TOSS_SECRET_KEY=live_" + "gsk_Vty3OGagnAzOY404PhoofL4n",
            "test_ck_XhnS3lppdixyhruX6fwY0znZ2e6p",
            "TOSS_SECRET_KEY=\\x74\\x65\\x73\\x74\\x5f\\x73k_0bZWNlsrwTUpB8KIrOYRWGa6m1cMyd", KeyModeValidator.RuleName) with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "pagarme_api_key",
            "Pagar.me API key",
            Severity.Critical,
            "https://docs.pagar.me/docs/chaves-de-acesso",
            "ak_<live|test>_<alnum:30>",
            "PAGARME_API_KEY=ak_" + "test_3Tw1PuVWJwU7VRcwp9FWEt63zBeKVs",
            "ek_live_2vj8Fa7xyDi9FoJ2IoFk5mvt1RXUAZ",
            "PAGARME_API_KEY=ak_test_c3Y91iQX3f5\u00adqSP8bRFGEBe0gD8YNTJ", KeyModeValidator.RuleName) with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "culqi_secret_key",
            "Culqi secret key",
            Severity.Critical,
            "https://docs.culqi.com/es/documentacion/pagos-online/llaves",
            "sk_<live|test>_<alnum:16>",
            "CULQI_SECRET_KEY=sk_" + "live_bPyLgadmm1fi9nv4",
            "pk_live_NkqHZh5G5dLyVlt2",
            "43554c51495f5345435245545f4b45593d736b5f746573745f6d4335714259347775647773704a5153", KeyModeValidator.RuleName) with { EntropyFloor = 3.0 },
        CatalogueRule.Of(
            "asaas_api_key",
            "Asaas API key",
            Severity.Critical,
            "https://docs.asaas.com/docs/authentication-2",
            "$aact_<prod|hmlg>_<base64:80+>",
            "ASAAS_API_KEY=$aact_" + "prod_XBD8N7O/AgMsnJ6P/NTqogLOTVTePaYXK9LS8hRQBDvxCMh7mQG1O9CaJA7u2KRCJIQj0+htJs4J94pzUqvm",
            "$aact_prod_amaJU1KHTiSW",
            "ASAAS_API_KEY=&#x24;&#97;&#97;&#99;t_hmlg_+ybP0XSNCIkngSwBOKD+HlbgwS7auQOc33j2yuIdp+wPMEPZPA6Rb8DqZ/UrMOaHEQVjmd3nAKTR"
                + "aKs3T24H", KeyModeValidator.RuleName),
        CatalogueRule.Of(
            "paddle_api_key",
            "Paddle API key",
            Severity.Critical,
            "https://developer.paddle.com/api-reference/about/api-keys",
            "pdl_<live|sdbx>_apikey_<loweralnum:26>_<alnum:22>_<alnum:3>",
            "PADDLE_API_KEY=pdl_" + "live_apikey_jbhm734sni94ylp5yynrdi40g3_Hv9zM6gFdRHM1WgF09cMlR_wQS",
            "pdl_live_apikey_91oqym0be2ip9h343ewvxqo3dt",
            "PADDLE_API_KEY=p\uff44l_live_apikey_16vkm23elnbyoqavv44ruifchg_euW7cxyqYAE2tosXjJcfFx_DLR", KeyModeValidator.RuleName) with
        {
            Examples = ["pdl_live_apikey_" + "01gtgztp8f4kek3yd4g1wrksa3_q6TGTJyvoIz7LDtXT65bX7_AQO"],
        },
        CatalogueRule.Of(
            "paddle_webhook_secret",
            "Paddle notification secret",
            Severity.High,
            "https://developer.paddle.com/webhooks/signature-verification",
            "pdl_ntfset_<loweralnum:26>_<base64:32>",
            "PADDLE_WEBHOOK_SECRET=pdl_ntfset_" + "8nr248q0hcsx55ex3zbe7dlqra_2LDXqrtBUqYQNncuKUl9iUT6tKNlGCbs",
            "pdl_ntfset_0jdovy3rjch9t7tmgu2n",
            "PADDLE_WEBHOOK_SECRET=3Dpd=6C_ntf=73et_i=6Amcne=6Fv1jn=63hp4c=77cuy6=39l8=\ntg_ecRK+CVvZv7SV7SoTCmTJojwhSEBm6VV"),
        CatalogueRule.Of(
            "checkout_com_secret_key",
            "Checkout.com secret key",
            Severity.Critical,
            "https://www.checkout.com/docs/developer-resources/api-keys",
            "sk_<sbox_|><[a-z2-7]:26><[a-z2-7*#$=]:1>",
            "CHECKOUT_SECRET_KEY=sk_" + "o442rf6p2o5mr5vvmvmtveg6ef5",
            "sk_paitsrqmcezd_cbagnirnueoiju",
            "CHECKOUT_SECRET_KEY=sk_sb\u043e\u0445_ecphsgd5f5afh6tsodhrygkmeep", KeyModeValidator.RuleName) with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "checkout_com_legacy_secret_key",
            "Checkout.com secret key of the old form",
            Severity.Critical,
            "https://api-reference.checkout.com/",
            "sk_<test_|><uuid>",
            "CKO_SECRET_KEY=sk_" + "test_266b84b0-fbe3-412c-9f99-7ec1df74a489",
            "pk_test_21cbbe4d-e16b-45ae-b9c5-3a3ec7eef221",
            "Q0tPX1NFQ1JFVF9LRVk9c2tfZmM1ODdkYjktMTU1OS00ZTNiLWFkOTgtNjdkMzlj\nYTJmN2Ni", KeyModeValidator.RuleName) with
        {
            Negatives =
            [
                "pk_test_21cbbe4d-e16b-45ae-b9c5-3a3ec7eef221",
                "CKO_SECRET_KEY=sk_1a1302dc-4126-4480-9b8f-e584af7e8e7",
                "CKO_SECRET_KEY=sk_1a1302dc412644809b8fe584af7e8e74",
            ],
        },
        CatalogueRule.Of(
            "mercury_api_token",
            "Mercury bank API token",
            Severity.Critical,
            "https://docs.mercury.com/reference/getting-started-with-your-api",
            "secret-token:mercury_<production|sandbox>_<wma|rma|cma>_<base58:40-50>_yrucrem",
            "Authorization: Bearer secret-token:mercury_" + "sandbox_rma_VnnyH2j6aaS5Vc5kTv178pCW4HwYZXdVpfcMS3zk7dAUg_yrucrem",
            "secret-token:mercury_production_token",
            "41 75 74 68 6f 72 69 7a 61 74 69 6f 6e 3a 20 42 65 61 72 65 72 20 73 65 63 72 65 74 2d 74 6f 6b 65 6e 3a 6d 65 72 63 7"
                + "5 72 79 5f 73 61 6e 64 62 6f 78 5f 63 6d 61 5f 5a 58 6b 34 47 73 48 31 45 59 55 61 42 6b 6e 58 48 32 36 47 75 4b 44 31"
                + " 58 6a 31 31 34 31 35 74 43 51 65 75 78 61 6b 64 72 65 68 70 5f 79 72 75 63 72 65 6d", KeyModeValidator.RuleName) with
        {
            Examples = ["secret-token:mercury_production_" + "wma_24SCp4G81X3yHL4Wq8FgzuaP9ye3VKf2mgTDctXyRg5HY_yrucrem"],
        },
        CatalogueRule.Of(
            "polar_token",
            "Polar access token",
            Severity.Critical,
            "https://docs.polar.sh/integrate/oat",
            "polar_<oat|pat|at_u|at_o|rt_u|rt_o|cs|mst|whs>_<alnum:32-50>",
            "POLAR_ACCESS_TOKEN=polar_" + "mst_RY5GXjjI8J8BbLfW10WRt5UQ6TRfucvq6njG",
            "polar_oat_de_prueba",
            "UE9MQVJfQUNDRVNTX1RPS0VOPXBvbGFyX2NzX0JoQ2NjZGdReXFVMEVidXpCOHBXdFdhcGdRQlhLN1VaQU9ScUJtSWJxa2k="),
    ];
}
