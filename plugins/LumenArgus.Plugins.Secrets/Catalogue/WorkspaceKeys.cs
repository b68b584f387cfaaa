using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Keys of services in which teams write, plan and store.</summary>
internal static class WorkspaceKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "cal_api_key", "Cal.com API key", Severity.Critical, "https://cal.com/docs/api-reference/v2/introduction",
            "cal_live_<hex:32>",
            positive: "CAL_API_KEY=cal_live_" + "a762f97b94fbbe38aed14112a1b8212f",
            negative: "cal_live_" + "a762f97b94fbbe38aed14112a1b821",
            evasion: "Q0FMX0FQSV9LRVk9Y2FsX2xpdmVfMGQ2YjFjNWY5NGZiYmUzOGFlZDE0MTEyYTFiODJlN2M="),
        CatalogueRule.Of(
            "notion_token", "Notion integration token", Severity.Critical, "https://developers.notion.com/page/changelog",
            "ntn_<digit:11><alnum:35>",
            positive: "NOTION_TOKEN=ntn_" + "16999371965FfqqExBRcvbWWWfjhKKM7H3lNNa7dgLC8lu",
            negative: "xntn_457990313998ov8WjFVf" + "lDdYj9sTbI8K2OeRwhnAVZklpJ",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\nNOTION_TOKEN=3Dntn_95555972855oZrOW0dbZN=\n=67mFdbG0oQ3pxUAdQS0GJrgvJE"),
        CatalogueRule.Of(
            "notion_legacy_token", "Notion integration token of the older form", Severity.Critical, "https://developers.notion.com/reference/authentication",
            "secret_<alnum:43>",
            positive: "\"notionLegacyToken\": \"secret_" + "C12cLY8ifJo4vwJ8oZ8tgtrWrB1YKNar15LES59eIh8\"",
            negative: "secret_manager_client_fo" + "r_production_environments",
            evasion: "\"notionLegacyToken\": \"secret_tHDuE1q1A4QRp\u041asYYuHFOU3gjOkNFizfjTtokwtjKn2\"") with { EntropyFloor = 4.1 },
        CatalogueRule.Of(
            "linear_api_key", "Linear personal API key or webhook secret", Severity.Critical, "https://linear.app/developers/graphql",
            "lin_<api|wh>_<alnum:40>",
            positive: "Authorization: Bearer lin_wh_" + "skpQWLgWsNaLhzCzuYFrqNys6l6EM0wMhkY6tmtT",
            negative: "Authorization: Bearer lin_wh" + "_WBT93fhaMncVS3a0qXRHTAiW...",
            evasion: "payload: QXV0aG9yaXphdGlvbjogQmVhcmVyIGxpbl9hcGlfdzRQNWhBVGdtUjZEVjNmcWN5SWc4d0pxRVFJZ3E2d3JEbW9LNFFENw=="),
        CatalogueRule.Of(
            "linear_oauth_token", "Linear OAuth access token", Severity.Critical, "https://linear.app/developers/oauth-2-0-authentication",
            "lin_oauth_<hex:64>",
            positive: "const linearOauthToken = 'lin_oauth_" + "74a180c30b94c33647f2553205ed9f1f467177728755c0bd6487bf6ec531794f';",
            negative: "const linearOauthToke" + "n = 'lin_oauth_xxxx';",
            evasion: "const linearOauthToken = 'lin_oauth_a476a022e7af0c627c8289eccd\u200b126e57cc89ccd4929b8f3b24584e38aa250044';"),
        CatalogueRule.Of(
            "asana_personal_token", "Asana personal access token", Severity.Critical, "https://developers.asana.com/docs/personal-access-token",
            "<[12]:1>/<digit:13-19>/<digit:13-19>:<hex:32>",
            positive: "asana_personal_token: 2/88202105686853/42965621058344644" + "5:540b3d78f22f1a9b9a43ea4d62f91f36",
            negative: "tokens begin with 2/ and are issued once",
            evasion: "asana_personal_token:%201%2F1155012304568%2F46984641506232%3A%331bd700df62c383%627a672340e8fd9526"),
        CatalogueRule.Of(
            "asana_client_secret", "Asana client secret of an app", Severity.High, "https://developers.asana.com/docs/oauth",
            "<name:asana+client secret><hex:32>",
            positive: "export ASANA_CLIENT_SECRET=\"" + "51251e96fb199dc57b968c1696c4c51d\"",
            negative: "asana_request_id = \"a41e1c" + "2f0f817795f271d3704bbe9f70\"",
            evasion: "export ASANA_CLIENT_SECRET=\"e61cfa94691bf407\" + \"eda0e5867d15713d\""),
        CatalogueRule.Of(
            "trello_token", "Trello API token", Severity.Critical, "https://developer.atlassian.com/cloud/trello/guides/rest-api/api-introduction/",
            "ATTA<hex:64><upperhex:8>",
            positive: "TRELLO_TOKEN=ATTA" + "359e751b1e6ada085f324e4cec64fd5a485cb6373b02877278175b2f0aae45ffA410610B",
            negative: "xATTA17d936d8faf3c569f0a5ed385694ae362" + "1bddf6526560cea5effed38573988971C86F235",
            evasion: "dump 5452454c4c4f5f544f4b454e3d4154544165336136613036633763613930623939326664633761663432333430376264653439653166376532616261"
                + "3862333833386137346134343962346162326261613935384546424245"),
        CatalogueRule.Of(
            "trello_api_key", "Trello API key", Severity.Warning, "https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/",
            "<name:trello+key><hex:32>",
            positive: "\"trelloKey\": \"" + "282b9e79005337aec78fc676808c4431\"",
            negative: "\"trello_key\": \"91c618e5124" + "6ef67880c0fef6663ea7c0a1b\"",
            evasion: "\"trelloKey\": \"fa2231fe8eef1dd\\u003890dc78\\u00648d630f6fa\""),
        CatalogueRule.Of(
            "clickup_personal_token", "ClickUp personal API token", Severity.Critical, "https://developer.clickup.com/docs/authentication",
            "pk_<digit:5-9>_<upperalnum:32>",
            positive: "Authorization: Bearer pk_" + "3111406_QW58YR7EHQQ53L2F5P2IC9SNJ7PXPJHT",
            negative: "Authorization: Bearer pk_9" + "262437_FPRPNXH5AVZZFP6W0...",
            evasion: "Authorization: Bearer pk_33763343_TDDQCDCL79\uff35YNETRDGKF\uff10S9SMQ6PB0CU"),
        CatalogueRule.Of(
            "airtable_personal_token", "Airtable personal access token", Severity.Critical, "https://airtable.com/developers/web/guides/personal-access-tokens",
            "pat<alnum:14>.<hex:64>",
            positive: "const airtablePersonalToken = 'pat" + "Nab9ba7RFQ7JFE.0486099c91e1f18604396b2b1e558ac2c1daf23353fb22b3c2ea89cd8c2f596a';",
            negative: "const airtablePerson" + "alToken = 'patxxxx';",
            evasion: "const airtablePersonalToken = 'patClDw9XFDCLy71S.06f8774c4d92c27405832a&#101;4809b9a2d8861cfabe0&#x38;8f566316f3f0b0ea1c12e';"),
        CatalogueRule.Of(
            "airtable_api_key", "Airtable API key (deprecated)", Severity.Warning, "https://support.airtable.com/docs/airtable-api-key-deprecation-notice",
            "<name:airtable+key>key<alnum:14>",
            positive: "airtable-key: " + "key84krXYjCiQQpy4",
            negative: "airtable_request_id " + "= \"keyR43KvsOvDPhdQH\"",
            evasion: "state=eyJub3RlIjoiYWlydGFibGUta2V5OiBrZXlzYzBwZnp5UmdkYkhMeiJ9") with { EntropyFloor = 3.0 },
        CatalogueRule.Of(
            "figma_access_token", "Figma personal access token", Severity.Critical, "https://developers.figma.com/docs/rest-api/authentication/",
            "figd_<base64url:40>",
            positive: "client = Client('figd_" + "-sLc4f2YXISLYIlZmyUZHiOWawP4dIKvSVPGaFPZ')",
            negative: "figd_4X1bhyja29cvOdyfl" + "3qxLWnNgKNAuPrZYLNN-***",
            evasion: "client = Client('figd_QZcXOUF3IfCO_mL9o\u00adZNN6UlF_o7hSX4PFpO5X5q-')"),
        CatalogueRule.Of(
            "miro_access_token", "Miro access token", Severity.High, "https://developers.miro.com/docs/getting-started-with-oauth",
            "eyJtaXJvLm9yaWdpbiI6<base64url:12>_<base64url:27>",
            positive: "MIRO_ACCESS_TOKEN=eyJtaXJvLm9yaWdpbiI6" + "b58fC2dSPwUQ_PbxjFXOPF4bOSifw_H2-SoDg9Nu",
            negative: "xeyJtaXJvLm9yaWdpbiI6HHun8A6Pj" + "v9b_SokDb6E_HwHLv18DL3gdWti69hM",
            evasion: "MIRO_ACCESS_TOKEN=eyJtaXJvLm9yaWdpbiI6RIKb-0WKq\\x77pR_Q-6Bx6gPEHX\\x72allVX49zzJDTrcu"),
        CatalogueRule.Of(
            "dropbox_access_token", "Dropbox short-lived access token", Severity.Critical, "https://developers.dropbox.com/oauth-guide",
            "sl.<u.|><base64url:120+>",
            positive: "\"dropboxAccessToken\": \"sl.u."
                + "_-leJLHKM6fWB-3AzVs8Kxt03L0CgT-vdgeqWCkHMtU5iQA0fotsU2elq5VXjD4pZJXkFRjUM3YVGc8e0eNn6KPvp3FuSrtUjLiiG0R3Kr5rWNRnUdB2Stt5\"",
            negative: "sl.u.<your token>",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\n\"dropboxAccessToken\": \"sl.ZHdIOhB0t0eTBoXMqRP8R47ooBKWnVyyLiV0DJQOG-_5rVkUu"
                + "R34SnIwgC=\n=755FijDEYvD_99xti3epyshBe8qEM3mu94-5MfpjdYnfz7_mDfPG4fCJdqG-wSf\""),
        CatalogueRule.Of(
            "dropbox_app_secret", "Dropbox app secret", Severity.High, "https://www.dropbox.com/developers/reference/getting-started",
            "<name:dropbox+app secret|client secret><loweralnum:15>",
            positive: "dropbox_app_secret = '" + "x54tekt3ffompqa'",
            negative: "dropbox_request_id " + "= \"yt0e7grd5wbcayr\"",
            evasion: "dropbox_app_secret = '5kqg7l733mga\u0445pv'") with { EntropyFloor = 2.8 },
        CatalogueRule.Of(
            "box_client_secret", "Box client secret or developer token", Severity.High, "https://developer.box.com/guides/authentication/tokens/developer-tokens/",
            "<name:box+client secret|developer token|access token><alnum:32>",
            positive: "const boxClientSecret = '" + "VKRzEpCJHtYh8aGQ5twJMyoHqy17rsqk';",
            negative: "box_request_id = \"02JvMAY" + "BFj9PE1zDQDcI2mv89ncjkMGB\"",
            evasion: "payload: Y29uc3QgYm94Q2xpZW50U2VjcmV0ID0gJ0dEZ2paQllFVTVtZURsSGEyYmRsVDhQdHlJYVQ3aTU2Jzs=") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "contentful_management_token", "Contentful personal access token", Severity.Critical, "https://www.contentful.com/developers/docs/references/content-management-api/",
            "CFPAT-<base64url:43>",
            positive: "contentful_management_token: CFPAT-" + "nbn45Jtwbkl6yp7X1qP-12fU5dwpgwsRCxu6yn1QZQ6",
            negative: "tokens begin with CFPAT- and are issued once",
            evasion: "contentful_management_token: CFPAT-vsLgquieeLCwoWTuf\u200bBH6gn0yrte0ZTpSTZ-TU_scSxK"),
        CatalogueRule.Of(
            "contentful_delivery_token", "Contentful delivery or preview token", Severity.High, "https://www.contentful.com/developers/docs/references/authentication/",
            "<name:contentful+access token|delivery token|preview token><base64url:43>",
            positive: "export CONTENTFUL_ACCESS_TOKEN=\"" + "2ztzO7ur_ofNGxiF8Pn-FfCZPhwiC45zuWK-Y74Hu12\"",
            negative: "\"contentful_access_token\": \"E1rjDvUmlT" + "iwCHY1ZRANs3OH9EPdGhRK3dxJ0cauCzm0a1b\"",
            evasion: "export%20CONTENTFUL_ACCESS_TOKEN=%22FSaDZDzzpHsYqikOmq4U%52FsYMC7VRg%348DOGQUxNTz3t%22") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "sanity_api_token", "Sanity API token", Severity.Critical, "https://www.sanity.io/docs/content-lake/http-auth",
            "<name:sanity+token>sk<alnum:80-200>",
            positive: "SANITY_TOKEN="
                + "skoiEmtJ4wwRtm7zGZczZjA6SFDEEV9wMpbwfeSEwNkP9HhCu1Th9aym6l1WeNgBu3L7Akvyt1EZrJhBDFkLhyov7gYyfK1lDaSFOGdiueNwglgcyr6w4OuaaI6b0"
                + "MGs4nUEZBzoQ5caqirK46SFGOq37fjr4pI3yUDnokyUFQ5rm5neF3Tj8ZJNFqD9",
            negative: "sanity_token = os.environ[\"SANITY_TOKEN\"]",
            evasion: "SANITY_TOKEN=\"skRjBLqnlmOECzQ0ozlqo4Vbq5J7xhpQmeItZQzpXQ9Ef5ZKs\" + \"il0CvagJbVvt8MVFfN4jDxZyIm7rXwEyJYPR87yBJXBKXzwmaZ\"")
        with
        {
            EntropyFloor = 3.5,
        },
        CatalogueRule.Of(
            "storyblok_token", "Storyblok access token", Severity.High, "https://www.storyblok.com/docs/concepts/access-tokens",
            "<name:storyblok+token><alnum:22>tt",
            positive: "\"storyblokToken\": \"" + "j0tfoV9gROYuv9yBuRyu96tt\"",
            negative: "storyblok_request_id = \"" + "LyWYHYnHfQ2oY10dTd7sw9tt\"",
            evasion: "dump 2273746f7279626c6f6b546f6b656e223a2022384a50395a783844656d656d35637951593854646c51747422"),
        CatalogueRule.Of(
            "ghost_admin_key", "Ghost Admin API key", Severity.Critical, "https://docs.ghost.org/admin-api",
            "<name:ghost+key><hex:24>:<hex:64>",
            positive: "ghost_key = '" + "9b16e01f41dbe380ef820bed:43a8dda6454652f77969c3b6c2190584d9ff668c150820d930040e3806a83c61'",
            negative: "ghost_request_id = \"2dd14fd31cdc72082aadc809:49eae2697f" + "3d2cbdeeb98c7a1c4ff512643bcf4b0e93f9f473316b0dc54da4d9\"",
            evasion: "ghost_key = 'b42ff36c23a457640fca14b8:5dfb0754f1cc6b15986\\u0036b53a4c03c991aa9b8d6b\\u003990e57aded84de4fdc4916e6'")
        with
        {
            Keywords = ["ghost"],
        },
        CatalogueRule.Of(
            "wordpress_application_password", "WordPress application password", Severity.Critical, "https://developer.wordpress.org/advanced-administration/security/application-passwords/",
            "<name:wordpress|wp+app password|application password|password><alnum:4> <alnum:4> <alnum:4> <alnum:4> <alnum:4> <alnum:4>",
            positive: "WP_APP_PASSWORD=\"" + "v3eo 2moI nZWd dw6M znUM Wmxu\"",
            negative: "WP_APP_PASSWORD=\"your app password from the profile page\"",
            evasion: "payload: V1BfQVBQX1BBU1NXT1JEPSJDSHFiIEV3Y00gQWxCMyA1N2hXIDJ0MTYgclo1USI=") with { Keywords = ["password"] },
        CatalogueRule.Of(
            "hubspot_private_app_token", "HubSpot private app token", Severity.Critical, "https://developers.hubspot.com/docs/apps/legacy-apps/private-apps/overview",
            "pat-<na1|na2|na3|eu1|ap1>-<uuid>",
            positive: "hubspot_private_app_token: pat-na2-" + "34c9b8c1-76ac-4a4b-9475-f9319e0b61cc",
            negative: "tokens begin with pat-na1- and are issued once",
            evasion: "hubspot_private_app_token: pat-na2-ec98a1fb-187e-&#x34;761-9e1a-a&#102;c63edd25e2"),
        CatalogueRule.Of(
            "hubspot_api_key", "HubSpot API key (deprecated)", Severity.High, "https://developers.hubspot.com/changelog/upcoming-api-key-sunset",
            "<name:hapikey|hubspot api key|hubspot key><uuid>",
            positive: "export HAPIKEY=\"" + "9f609ef0-5a04-439a-806d-8798daa4550a\"",
            negative: "hapikey_id = os.environ[\"HAPIKEY_ID\"]",
            evasion: "state=eyJub3RlIjoiZXhwb3J0IEhBUElLRVk9J2UzMjJlMzNmLTcwYTMtNDgyZi1hOGNiLTFkN2RkOWNkNjJiMScifQ"),
        CatalogueRule.Of(
            "salesforce_access_token", "Salesforce session or access token", Severity.Critical, "https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/intro_oauth_and_connected_apps.htm",
            "00D<alnum:12-15>!<[0-9A-Za-z._]:80-120>",
            positive: "SALESFORCE_ACCESS_TOKEN=00D"
                + "002oHyRP5GfZwui!lb5s8jnTVyFXJ6T.NeDTrXpVfpHqyHGcUEgp7vOo.F6HJ87SeNLM4Op.JI.TymeGUFOQ5DdV0GiW9Q6Y2eMh8K",
            negative: "x00DK86AXgscWsW2L7z!.rkg0fghJE1Buw5Oj22lLnGMhWsEChPKw_49Cv7k10dxZ9"
                + "2G4tUlfCdGKO5L6pjcHnz11BybgEOpH2_m5DVJFC9waWbAzlcMD51HNXR8gjthlmuoA",
            evasion: "SALESFORCE_ACCESS_TOKEN=00D5a2lv8Pb41JkZF!tzdNaPnkWMQchtPKv0zEAgsv0Dzs4OFQ9f.VMfkTV\u00ad7IivFcDe_vUusJacE6PuoTuUkkuHNyN3O77h"
                + "zRndaznO628SEA0.ZRVqL7CK2"),
        CatalogueRule.Of(
            "salesforce_refresh_token", "Salesforce refresh token", Severity.Critical, "https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_refresh_token_flow.htm",
            "5Aep861<[0-9A-Za-z._]:70-90>",
            positive: "\"salesforceRefreshToken\": \"5Aep861" + "Z4ELI7XouI1duVAO3LZoC9CXgTNcZt.t220r6Hjx4B45nJfMECgF9W9C78YfcoBfIFyKi7VQZ1aXs\"",
            negative: "5Aep861<your token>",
            evasion: "\"salesforceRefreshToken\": \"5Aep861m0orQJR.jL5QsLyn0XeSJV4doqe8BAKwF.L0eyv0\\x547_YNSLDj7sIK78z3clL2zqj\\x79jxRLXPBDtV1Wm28"
                + "gs8IpKc4l\""),
        CatalogueRule.Of(
            "salesforce_client_secret", "Salesforce consumer secret of a connected app", Severity.Critical, "https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/quickstart_oauth.htm",
            "<name:salesforce|sfdc+client secret|consumer secret><upperhex:64>",
            positive: "salesforce_client_secret = '" + "BF169925FADA0F337308586997617B87AEC6E208F5978A5432557E1F9ED1F928'",
            negative: "SALESFORCE_CLIENT_SECRET=your" + "-salesforce-client-secret-here",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\nsalesforce_client_secret =3D '44BC664E254D2DFBE2AF2687E9D9BFF2=\n=33769820A7CB"
                + "5D17BE242D211C9A9C8B1'"),
        CatalogueRule.Of(
            "zapier_webhook", "Zapier webhook address", Severity.High, "https://help.zapier.com/hc/en-us/articles/8496288690317",
            "hooks.zapier.com/hooks/catch/<digit:5-9>/<loweralnum:6-8>",
            positive: "curl -d @x https://hooks.zapier.com/hooks/catch/" + "170168308/syjcbd/",
            negative: "https://hooks.zapier.com/ho" + "oks/catch/<account>/<hook>/",
            evasion: "curl -d @x https://hooks.zapier.com/ho\u043eks/catch/1445879/3unpeem/"),
        CatalogueRule.Of(
            "make_webhook", "Make (Integromat) webhook address", Severity.High, "https://help.make.com/webhooks",
            "hook.<eu1.make|eu2.make|us1.make|us2.make|make|integromat>.com/<loweralnum:32>",
            positive: "curl https://hook.us2.make.com/" + "bfsnlzt65vn9a28mp9qm7ts0837dgmij",
            negative: "https://hook.eu1.mak" + "e.com/your-webhook-id",
            evasion: "payload: Y3VybCBodHRwczovL2hvb2suZXUyLm1ha2UuY29tL2VvM2tmNTFlcXZnZGNvNjVnZ2hsZGd6bDFmOGxkcGp3"),
        CatalogueRule.Of(
            "ifttt_webhook", "IFTTT webhook address with its key", Severity.High, "https://help.ifttt.com/hc/en-us/articles/115010230347",
            "maker.ifttt.com/trigger/<word:1-40>/<with|json/with>/key/<base64url:22-43>",
            positive: "curl -X POST https://maker.ifttt.com/trigger/" + "LzgSTyWbfMOtRD5rzaq3kH8lP/with/key/YZklFvTqT4ZNm6K9BUNjUWMv",
            negative: "https://maker.ifttt.com/tr" + "igger/opened/with/key/<key>",
            evasion: "curl -X POST https://maker.ifttt.com/trigger/rjDs/with/key/3NiT\u200buO-jxBydi39wkiwkhNhHwydXSp1DPnSTKs6Ul3r"),
        CatalogueRule.Of(
            "typeform_personal_token", "Typeform personal access token", Severity.High, "https://www.typeform.com/developers/get-started/personal-access-token/",
            "tfp_<[0-9A-Za-z_.=-]:40+>",
            positive: "TYPEFORM_PERSONAL_TOKEN=tfp_" + "rIHUCLcHlBOYsBMK1==OmQt4EnVwlaTYLv1H8K.H3V5YV",
            negative: "xtfp_.-kDvLKH7vQy8d.ExV" + "I4HX_471IadOJ1y78duloFX",
            evasion: "TYPEFORM_PERSONAL_TOKEN=tfp_9hB.tcErNKx-5zuw3W.f%47-fXKAVWRP9W%62L9QnP46zt88J"),
        CatalogueRule.Of(
            "postman_api_key", "Postman API key", Severity.Critical, "https://learning.postman.com/docs/reference/postman-api/authentication/",
            "PMAK-<hex:24>-<hex:34>",
            positive: "\"postmanApiKey\": \"PMAK-" + "eee3fed4d0d0d72ec3bc7048-bfcb294d46525dbb0e73acb2d3bfbbfb08\"",
            negative: "PMAK-<your token>",
            evasion: "\"postmanApiKey\": \"PMAK-c6814d96c21a68eb705d08da-f8\" + \"c93fd907c8ddd9c9ed7b11047f293b27\""),
        CatalogueRule.Of(
            "postman_collection_key", "Postman collection access key", Severity.High, "https://learning.postman.com/docs/collaborating-in-postman/sharing/",
            "PMAT-<upperalnum:26>",
            positive: "Authorization: Bearer PMAT-" + "B0NIXFHP04C45DWCUARPKB9OVA",
            negative: "Authorization: Bearer " + "PMAT-5J8S7IG7HRKMGB3...",
            evasion: "dump 417574686f72697a6174696f6e3a2042656172657220504d41542d4d4c584242314337434e584b5a5359554858504346444a324546"),
        CatalogueRule.Of(
            "rapidapi_key", "RapidAPI application key", Severity.High, "https://docs.rapidapi.com/docs/keys",
            "<loweralnum:10>msh<loweralnum:15>p1<loweralnum:5>jsn<loweralnum:12>",
            positive: "const rapidapiKey = 'mlpsg0573emsh56ba6ax8kvwu" + "8l6p1afgabjsnu6h0j8gl4omr';",
            negative: "const rapidapiKey = 'xxxx';",
            evasion: "const rapidapiKey = '6ko2v2ou2zmshvdcs7sljc80\\u0070kssp1igjqgj\\u0073nyulddudrc2rv';"),
    ];
}
