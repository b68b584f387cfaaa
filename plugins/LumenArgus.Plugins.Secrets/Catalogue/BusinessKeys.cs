using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Keys of services for shipping, sales, time, translation and links.</summary>
internal static class BusinessKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "shippo_api_token", "Shippo API token", Severity.Critical, "https://docs.goshippo.com/docs/guides_general/authentication/",
            "shippo_<live|test>_<hex:40>",
            positive: "shippo_api_token: shippo_live_" + "afb3929786dd736f55962550a0125b7862bf4b09",
            negative: "tokens begin with shippo_live_ and are issued once",
            evasion: "shippo_api_token: shippo_live_b2885be205e01\uff1115f6975320c\uff135048815425972b",
            validator: ServiceModeValidator.RuleName),
        CatalogueRule.Of(
            "easypost_api_key", "EasyPost API key", Severity.Critical, "https://docs.easypost.com/docs/authentication",
            "EZ<A|T>K<alnum:54>",
            positive: "client = Client('EZAK" + "ZoHChWb1e6c5CsXYl0QIIzrMjq9ifCCFPZ2YPL53nienbRK1dVy4Ja')",
            negative: "EZAKrPhyEw13HECxkTm4QjA7nZcZ6" + "dSwbLLCGTMDPcMeMhr8sSDc56U***",
            evasion: "client = Client('EZTKecelSJjrUZO57QkUTgc7IZNk&#90;7UFq6uZWESNmu&#x47;nnwCUCgaG0nGZ29')",
            validator: ServiceModeValidator.RuleName),
        CatalogueRule.Of(
            "lob_api_key", "Lob secret API key", Severity.Critical, "https://docs.lob.com/#tag/Authentication",
            "<live|test>_<hex:35>",
            positive: "LOB_API_KEY=live_" + "6c1d35feaff854ce85f60ce54268f18ca74",
            negative: "xtest_7cb7f9a8daf2dd" + "3f4e56bc5172bf84b8769",
            evasion: "state=eyJub3RlIjoiTE9CX0FQSV9LRVk9dGVzdF81OTRkYzgwZjg2MmJmMWMwNWFmMGQzZmI5YmQzY2I1YzI1MyJ9",
            validator: ServiceModeValidator.RuleName),
        CatalogueRule.Of(
            "docusign_secret", "DocuSign integration secret key", Severity.High, "https://developers.docusign.com/platform/auth/",
            "<name:docusign+secret key|secret><uuid>",
            positive: "\"docusignSecretKey\": \"" + "ba403d0e-b5d2-499f-940c-a20c28fb9025\"",
            negative: "\"docusign_secret_key\": \"b2fe4ee0" + "-35e6-45bc-8c23-22ba22f8ae560a1b\"",
            evasion: "\"docusignSecretKey\": \"e8b51843-106b-467\u00add-b828-bc79884a2ed7\""),
        CatalogueRule.Of(
            "aftership_api_key", "AfterShip API key", Severity.High, "https://www.aftership.com/docs/tracking/quickstart/authentication",
            "asat_<hex:32>",
            positive: "Authorization: Bearer asat_" + "8b194fe62ae37b03d0888d1342f9082c",
            negative: "Authorization: Bearer as" + "at_34561731b45782f8fea...",
            evasion: "Authorization: Bearer asat_ddd6ecb1273a\\x645679f473\\x33c132db8a4c"),
        CatalogueRule.Of(
            "pipedrive_api_token", "Pipedrive API token", Severity.High, "https://pipedrive.readme.io/docs/core-api-concepts-authentication",
            "<name:pipedrive+token><hex:40>",
            positive: "const pipedriveToken = '" + "b974c8d5e379c7862eaa0ad6cd0d0329d706cc7d';",
            negative: "pipedrive_request_id = \"718ed4be" + "0786a465ad7dd9935f2914155fd4fd82\"",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\nconst pipedriveToken =3D '6fa9835c76474a047bc3=\n=612d4429271595acecbda';"),
        CatalogueRule.Of(
            "close_api_key", "Close API key", Severity.High, "https://developer.close.com/topics/authentication/",
            "api_<alnum:22>.<alnum:22>",
            positive: "close_api_key: api_" + "LdtjKOEpPpFQ1Yngzpq4rW.IM6iUA2CvOKuLUjpUE5fCA",
            negative: "tokens begin with api_ and are issued once",
            evasion: "close_api_key: api_Ehrx1X5Zf0KzWvpOrWGoLw.\u04120fBaDMomj4655Q70KwzhM") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "salesloft_api_key", "Salesloft API key", Severity.High, "https://developers.salesloft.com/docs/platform/guides/api-key-authentication",
            "ak_<hex:64>",
            positive: "client = Client('ak_" + "cecdbc7785dd627b138451950ae42fab02ed03b77e31c0b3e85f27422e1aa712')",
            negative: "ak_b4bf4a056f7faaebc3516af6efdbf2" + "d40eb90bffa7a17105460e4aeaf49e3***",
            evasion: "payload: Y2xpZW50ID0gQ2xpZW50KCdha19hYWM4OTUxYmJjZmM5NmQzMmM4OTM0ZjQxOTFlYTE5YTliNTQ4ZTVjNGM2MDc2YzUzZDQxOGYwMTk3ZDI3NjcxJyk="),
        CatalogueRule.Of(
            "apollo_graph_key", "Apollo GraphOS graph or personal API key", Severity.High, "https://www.apollographql.com/docs/graphos/platform/access-management/api-keys",
            "<name:apollo+key><service:|user:gh.|user:><[0-9A-Za-z_-]:2-40>:<base64url:22>",
            positive: "APOLLO_KEY=" + "service:PZm6flrIxQJq_IrCtkd3:CKpHF91MfizJK5byAkW-oC",
            negative: "\"apollo_key\": \"user:JC4jOk9WLV2AJNHv" + "ggVaDUt8K:O3XDJH8kFc9P4F_ABaprSh0a1b\"",
            evasion: "APOLLO_KEY=user:gh.PmJ8lzG4mpwx2hYfV8m-\u200bEM2uPHO:dLOy2CZ-OXzKCMvnbGfYAC"),
        CatalogueRule.Of(
            "smartsheet_access_token", "Smartsheet API access token", Severity.High, "https://developers.smartsheet.com/api/smartsheet/guides/basics/authentication",
            "<name:smartsheet+token><alnum:37>",
            positive: "\"smartsheetToken\": \"" + "dDQObCcy7MvIm9oJCdBCFsAhWGK2WAFw8K0tX\"",
            negative: "smartsheet_token = os.en" + "viron[\"SMARTSHEET_TOKEN\"]",
            evasion: "%22smartsheetToken%22:%20%22npLuN2EubgE6kQ5mt%5ACLvnE0BY%34nrBTF9zuM5%22") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "todoist_api_token", "Todoist API token", Severity.High, "https://developer.todoist.com/guides/",
            "<name:todoist+token><hex:40>",
            positive: "todoist_token = '" + "a7121d8e08c9a6f4b70b110b130bd4a1cbf84a6b'",
            negative: "todoist_request_id = \"31203596d" + "e6fb05d4700c695aab2b4b57cb63366\"",
            evasion: "todoist_token = '1f347491b5695f915e43' + '6b671e56cf9dc4c43c41'"),
        CatalogueRule.Of(
            "toggl_api_token", "Toggl API token", Severity.High, "https://engineering.toggl.com/docs/authentication",
            "<name:toggl+token><hex:32>",
            positive: "const togglToken = '" + "359753185ad1a7b141c569ad82ff4fa7';",
            negative: "toggl_request_id = \"37ad24" + "92927ec4c9bc520e0eea41d5a8\"",
            evasion: "dump 636f6e737420746f67676c546f6b656e203d20276234383934636564376464373938663861353135356464616335336234383262273b")
        with
        {
            Keywords = ["toggl"],
        },
        CatalogueRule.Of(
            "harvest_access_token", "Harvest personal access token", Severity.High, "https://help.getharvest.com/api-v2/authentication-api/authentication/authentication/",
            "<digit:4-8>.pt.<base64url:86>",
            positive: "harvest_access_token: 98087.pt.zLSMxQOtapJ2RSZ-1XY07iBOipPvGBzpq7fW3z" + "gaKu4imJ5XJjrp2lZlnYVU-qx7jtz4iB2Ib4DpOH4pS2oRZF",
            negative: "tokens begin with 21 and are issued once",
            evasion: "harvest_access_token: 0185.pt.Cei0lajBojiJvVdQHsWkEbWf0Dm_K7PHGwsimB\\u0059GfP5oAP5AxNb9l3KZZ9bG\\u0067w5wOkudzbIdXcM-9frjFl8"
                + "Zkl"),
        CatalogueRule.Of(
            "clockify_api_key", "Clockify API key", Severity.High, "https://docs.clockify.me/",
            "<name:clockify+key><base64:48>",
            positive: "export CLOCKIFY_KEY=\"" + "PqvFjF8Pv5zs5yLQo0UxMU1TO3pBmFLA5wwitpD4r6JzI/Ab\"",
            negative: "\"clockify_key\": \"QSTMLulcrDjDnDTu7p" + "GGUAyxLJneJb5xzB+nHXfHYLnhDX+z0a1b\"",
            evasion: "export CLOCKIFY_KEY=\"B0atlH7ksFgczQZPZTk1lp\uff272jDVkkzjiq\uff4cBE+9BzamE/dJP4\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "shortcut_api_token", "Shortcut API token", Severity.High, "https://developer.shortcut.com/api/rest/v3",
            "<name:shortcut+token><uuid>",
            positive: "SHORTCUT_TOKEN=" + "b17f03bc-5b28-4355-be74-4e29edf5abe0",
            negative: "shortcut_token = os.environ[\"SHORTCUT_TOKEN\"]",
            evasion: "SHORTCUT_TOKEN=4ea3fff2-6915-406&#51;-8e8a-f1&#51;68c50088d"),
        CatalogueRule.Of(
            "coda_api_token", "Coda API token", Severity.High, "https://coda.io/developers/apis/v1",
            "<name:coda+api token|api key><uuid>",
            positive: "\"codaApiToken\": \"" + "af6fca1d-03fe-4135-8860-3796e9b9c96c\"",
            negative: "coda_request_id = \"ea509158-" + "ef10-4b70-9d4f-5cf4fe1f6649\"",
            evasion: "state=eyJub3RlIjoiJ2NvZGFBcGlUb2tlbic6ICdlZDBkM2M5Ny0xYWVlLTQ0NTMtOTI3ZS03Mjg5Yjg3YjJiNWYnIn0") with { Keywords = ["coda"] },
        CatalogueRule.Of(
            "evernote_developer_token", "Evernote developer token", Severity.Critical, "https://dev.evernote.com/doc/articles/dev_tokens.php",
            "S=s<digit:1-3>:U=<hex:1-8>:E=<hex:11>:C=<hex:11>:P=<hex:1-4>:A=<[0-9a-z-]:3-32>:V=2:H=<hex:32>",
            positive: "Authorization: Bearer S=s"
                + "2:U=0f:E=83caedac490:C=c912fe02d93:P=b42a:A=goqfo6qufzslye-xz6:V=2:H=df680cea35bb8378b66370070fdabfa5",
            negative: "Authorization: Bearer S=s57:U=0b576f:E=fad289db" + "772:C=79849f3e74c:P=18:A=z55tb5g94apemx8i3:V=...",
            evasion: "Authorization: Bearer S=s0:U=74fda871:E=9426a135120:C=f084f8ba291:P=1:A=gszy-ey4\u00adx0viq8f6nrdh996:V=2:H=1b5caff26aad4f0ec"
                + "babbeceb7cadf84"),
        CatalogueRule.Of(
            "readme_api_key", "ReadMe API key", Severity.High, "https://docs.readme.com/main/reference/authentication",
            "rdme_<loweralnum:70>",
            positive: "const readmeApiKey = 'rdme_" + "7rav7rebx4l5qqcp2goamspqd21leblbj2jsdiarskeeaohexnqwxa7iqaudwxfwqmj6zi';",
            negative: "const readmeApiKey = 'rdme_xxxx';",
            evasion: "const readmeApiKey = 'rdme_cay752q3b8xqngtr0qpgpb008ggjj6k\\x69xovdjirrs8uyp9eqx\\x66m30ygl3fc6807g3lmszb';"),
        CatalogueRule.Of(
            "gitbook_api_token", "GitBook API token", Severity.High, "https://gitbook.com/docs/developers/gitbook-api/authentication",
            "gb_api_<alnum:40>",
            positive: "gitbook_api_token: gb_api_" + "zLW6dg4dp64SGe9vjFuZe4GePIF4y8nslKUEeqaF",
            negative: "tokens begin with gb_api_ and are issued once",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\ngitbook_api_token: gb_api_k0hdegddz3J7JlRp=\n=37SWACdxtpIMiXUINqAfi644H"),
        CatalogueRule.Of(
            "webflow_api_token", "Webflow API token", Severity.High, "https://developers.webflow.com/data/reference/authentication",
            "<name:webflow+token><hex:64>",
            positive: "export WEBFLOW_TOKEN=\"" + "42ad6b676927bffda81450c085b9bd930685dc12358ee8d7881b42964ce2d4a5\"",
            negative: "webflow_token = os.environ[\"WEBFLOW_TOKEN\"]",
            evasion: "export WEBFLOW_TOKEN=\"15360881a510fdd71d8d30322d09e4a28ee71d6dd5f218114\u0430d1a3c976e22dab\""),
        CatalogueRule.Of(
            "adobe_client_secret", "Adobe OAuth client secret", Severity.Critical, "https://developer.adobe.com/developer-console/docs/guides/authentication/ServerToServerAuthentication/",
            "p8e-<base64url:32>",
            positive: "ADOBE_CLIENT_SECRET=p8e-" + "5n8WMD09efoR6J2THoch09gL2dRERGPa",
            negative: "xp8e-NOlBAjFZj0ByN" + "Fel42a2DEoFfdcMp0VI",
            evasion: "payload: QURPQkVfQ0xJRU5UX1NFQ1JFVD1wOGUtMDk2cnBKRnFRU2tyZzFYeWw5cXBoVHFLd0N4UE5PNjQ=") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "autodesk_client_secret", "Autodesk Platform Services client secret", Severity.High, "https://aps.autodesk.com/en/docs/oauth/v2/tutorials/create-app/",
            "<name:autodesk|forge|aps+client secret><alnum:16>",
            positive: "\"autodeskClientSecret\": \"" + "OiUjhVG6ZRl4KPBH\"",
            negative: "autodesk_request_id " + "= \"sLV2wjTQa13eIDh0\"",
            evasion: "\"autodeskClientSecret\": \"es1h86s\u200bvHrrtldML\"") with { EntropyFloor = 3.0 },
        CatalogueRule.Of(
            "lokalise_api_token", "Lokalise API token", Severity.High, "https://developers.lokalise.com/reference/api-authentication",
            "<name:lokalise+token><hex:40>",
            positive: "lokalise_token = '" + "4731c8bc5350871cdc8d04c231fa014999aea575'",
            negative: "LOKALISE_TOKEN=your" + "-lokalise-token-here",
            evasion: "lokalise_token%20=%20%27fe931274bfb3c34f503%62e37b5008%322acc5673123%27"),
        CatalogueRule.Of(
            "crowdin_api_token", "Crowdin personal access token", Severity.High, "https://support.crowdin.com/developer/enterprise/authentication/",
            "<name:crowdin+token><hex:80>",
            positive: "const crowdinToken = '" + "b8072d608b828ce7172705fef350dab4adcde1f5242ca15463385015bdda661e188e39eae9907b44';",
            negative: "\"crowdin_token\": \"e78fb56689e456cff7bf68cdd95cc18a9" + "5975195f36fc640755481d5ff0aa9fe1ca10450b79c59250a1b\"",
            evasion: "const crowdinToken = '7472aeb98e1b268340d250fcf79b58501f38094d' + '1fe746cc0c2d022fbc74105147403cb6c4ed5b93';"),
        CatalogueRule.Of(
            "phrase_access_token", "Phrase Strings access token", Severity.High, "https://developers.phrase.com/en/api/strings/authentication",
            "<name:phrase+access token><hex:64>",
            positive: "phrase-access-token: " + "b8af7f776089181d6f5ef0c924f70753d782b0d70f520a2f78e27fa3282bea27",
            negative: "phrase_access_token = os.en" + "viron[\"PHRASE_ACCESS_TOKEN\"]",
            evasion: "dump 7068726173652d6163636573732d746f6b656e3a20613963653337336330656164373731653132313430643938396339373039663965383962373436"
                + "39383431303061393764643331383366303966393663626262"),
        CatalogueRule.Of(
            "transifex_api_token", "Transifex API token", Severity.High, "https://developers.transifex.com/reference/api-authentication",
            "<name:transifex+token>1/<hex:40>",
            positive: "export TRANSIFEX_TOKEN=\"" + "1/0af8953f486e4288f9f15f15a2d050fcb8648028\"",
            negative: "transifex_request_id = \"1/5df472c" + "1322b50d01a670e22364c1adc1e9fd760\"",
            evasion: "export TRANSIFEX_TOKEN=\"1/c1430f654d7e81eb63\\u003254d7ab87f\\u00654dee07a0799\""),
        CatalogueRule.Of(
            "deepl_auth_key", "DeepL API authentication key", Severity.High, "https://developers.deepl.com/docs/getting-started/auth",
            "<name:deepl+key><uuid><:fx|>",
            positive: "DEEPL_KEY=" + "a7191bfe-f01b-4c08-b32f-ba20c6b8092c:fx",
            negative: "deepl_request_id = \"dbc47cd6" + "-9564-4d4a-8aac-0d5ce1db9737\"",
            evasion: "DEEPL_KEY=60a1c3fb-1925-441\uff42-a4f2-42\uff125dfcc816d") with { Keywords = ["deepl"] },
        CatalogueRule.Of(
            "bitly_access_token", "Bitly access token", Severity.High, "https://dev.bitly.com/docs/getting-started/authentication/",
            "<name:bitly+token><hex:40>",
            positive: "\"bitlyToken\": \"" + "7539da89c4a1433300ba2a4fdad4b77c93883d67\"",
            negative: "BITLY_TOKEN=your" + "-bitly-token-here",
            evasion: "\"bitlyToken\": \"16d2dc193b41a37ab51&#x38;40c962af&#97;e27c4b14bc4\"") with { Keywords = ["bitly"] },
        CatalogueRule.Of(
            "rebrandly_api_key", "Rebrandly API key", Severity.High, "https://developers.rebrandly.com/docs/api-key-authentication",
            "<name:rebrandly+key><hex:32>",
            positive: "rebrandly_key = '" + "073cfbc762675c6b52fbb5822e6f991a'",
            negative: "\"rebrandly_key\": \"9eb192631" + "6748e446e4b9c7fc759f1b20a1b\"",
            evasion: "state=eyJub3RlIjoicmVicmFuZGx5X2tleSA9ICdjZDIzN2JiNDI2ZDMwODhlNzA1NzM4ZDYxYjRiZWUxMCcifQ"),
        CatalogueRule.Of(
            "jotform_api_key", "Jotform API key", Severity.High, "https://api.jotform.com/docs/",
            "<name:jotform+key><hex:32>",
            positive: "const jotformKey = '" + "2ea30ed14e683c4688691bd3c08319c5';",
            negative: "jotform_key = os.environ[\"JOTFORM_KEY\"]",
            evasion: "const jotformKey = '6ed3bb247238d05\u00adf21718a827911d985';"),
        CatalogueRule.Of(
            "eventbrite_token", "Eventbrite private token", Severity.High, "https://www.eventbrite.com/platform/docs/authentication",
            "<name:eventbrite+token><upperalnum:20>",
            positive: "eventbrite-token: " + "099JUTWLZXO6FAMIHYYR",
            negative: "eventbrite_request_id =" + " \"WGEKYNPAMA23DYWTA0MS\"",
            evasion: "eventbrite-token: G1647ZYD4\\x388N1\\x384CSI4D") with { EntropyFloor = 3.0 },
    ];
}
