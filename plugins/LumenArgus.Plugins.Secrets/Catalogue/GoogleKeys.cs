using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Google Cloud, Firebase and the other Google interfaces.</summary>
internal static class GoogleKeys
{
    public static ImmutableArray<DetectionRule> All =>
    [
        new()
        {
            Name = "google_api_key",
            Detector = Rules.Detector,
            Title = "Google API key",
            Severity = Severity.Critical,
            Description = "Google API key, also of Gemini, Maps and Firebase.",
            Source = "https://cloud.google.com/docs/authentication/api-keys",
            Format = "AIza<base64url:35>",
            Tags = ["cloud", "google"],
            Positives =
            [
                "AIza" + Sample.Of(35),
                $"?key={"AIza"}{Sample.Of(34, seed: 2)}-&q=1",
                $"\"{"AIza"}{Sample.Of(35, seed: 3)}\"",
                "GEMINI_API_KEY=AIza" + "P0KzvCVLOLWvDSb0625iuKP7edLZqTHSKeK",
            ],
            Negatives = ["AIza" + Sample.Of(34), "AIza" + Sample.Of(36), "aiza" + Sample.Of(35)],
            Evasions =
            [
                "https://maps.googleapis.com/maps/api/geocode/json?key=A%49" + "zaxYug9gZ8%37bCcXqgqb%50T1ellzlcVbGhuO0pC",
                "key AIza" + "C\u04400OuhGbVclzlle1TPbqgqXc\u0421b78Zg9guYx",
            ],
        },
        new()
        {
            Name = "gcp_service_account",
            Detector = Rules.Detector,
            Title = "Google Cloud service account key file",
            Severity = Severity.Critical,
            Description = "Key file of a Google Cloud service account.",
            Source = "https://cloud.google.com/iam/docs/keys-create-delete",
            Pattern = """["']type\\{0,3}["'][ \t]{0,8}:[ \t]{0,8}\\{0,3}["']service_account\\{0,3}["']""",
            Keywords = ["service_account"],
            WindowBytes = 96,
            Tags = ["cloud", "google"],
            Positives = ["{\"type\": \"service_account\",", "{'type':'service_account'}", "{\\\"type\\\": \\\"service_account\\\"}"],
            Negatives = ["\"type\": \"authorized_user\"", "type: service_account", "\"name\": \"service_account\""],
            Evasions =
            [
                "ewogICJ0eXBlIjogInNlcnZpY2VfYWNjb3VudCIsCiAgInByb2plY3RfaWQiOiAib3JkZXJzLXByb2QiLA==",
                "{\n  \"type\": \"serv&#x" + "69;ce_ac&#x63;oun&#x74;\",\n  \"project_id\": \"orders-prod\",",
            ],
        },
        CatalogueRule.Of(
            "google_oauth_client_secret", "Google OAuth client secret", Severity.Critical,
            "https://developers.google.com/identity/protocols/oauth2/web-server",
            "GOCSPX-<base64url:28>",
            "\"client_secret\": \"GOCSPX-" + "cucbuiaHDbhp-gSGrwlmoP-m83Z9\"",
            "GOCSPX-{your client secret}",
            "login with GOCSPX\u00ad" + "-WkP0v\u00adb\u00adpRFOZbEjOmPZCmQDPMYX4q please"),
        CatalogueRule.Of(
            "google_oauth_access_token", "Google OAuth access token", Severity.Critical,
            "https://developers.google.com/identity/protocols/oauth2#size",
            "ya29.<base64url:40+>",
            "Authorization: Bearer ya29." + "JanL3bkzA5C4dIFMrXJBwezVkd7RgPl_b8uIg89GvQI5rnmxj",
            "tokens begin with ya29. and are up to 2048 bytes long",
            "y\uff4129." + "K0lGO_amKhpxSWBI_Wqke8pF-\uff4dOLtTnYY5TEf\uff22FL6zbZ works for all of us"),
        CatalogueRule.Of(
            "google_oauth_refresh_token", "Google OAuth refresh token", Severity.Critical,
            "https://developers.google.com/identity/protocols/oauth2/native-app",
            "1//0<base64url:60+>",
            "\"refresh_token\": \"1//0" + "y1NbEVjwaE-kLn691SR13rRW-U2Gy8qNPoHPts5_zkNUeNSXKq0Zoii0eNhE_UG6TrOLT1jP\"",
            "x = 1//0 # integer division by zero, see 1//0e2",
            "use 1//=" + "304Gk05lG_TYtOC8GJD8KO35vLtYqyyTzGdoX=\nAIE5gnJq6=75RuJGcmyNOW=34bdNriGsRIGuixPEv for the staging job"),
        CatalogueRule.Of(
            "google_oauth_authorization_code", "Google OAuth authorization code", Severity.High,
            "https://developers.google.com/identity/protocols/oauth2/native-app#handlingresponse",
            "4/0A<base64url:60+>",
            "code=4/0A" + "l5VvINVJTYmcfd3DZQ7dYuM5V9iz-Ps5aWrOJahEcAs1jEwVHMLjhZCJS4-lSiIVK9&scope=email",
            "build 4/0Alpha of release-candidate",
            "dGhlIGtleSA0LzBBdkRya3I1Z0piZzlRYm42VS1LRDl5X0RnV2Z0ci1MTFh6VU9QM1k4LWhCcVpWMHRDXzMwLU50bllYbUJwNzVf"
                + "N2EgaXMgc2hhcmVkIHdpdGggdGhlIHRlYW0="),
        CatalogueRule.Of(
            "google_vertex_api_key", "Vertex AI API key bound to a service account", Severity.Critical,
            "https://cloud.google.com/vertex-ai/generative-ai/docs/start/api-keys",
            "AQ.Ab8<base64url:40+>",
            "GOOGLE_API_KEY=AQ.Ab8" + "6O7Gv1NYL9vHUrOk1oOWY2ywsE4kmPUW68esHmM-v6uxFL1hJjp",
            "see AQ.Ab8 in the appendix",
            "login with AQ.Ab8" + "\u200bqZvtlWXrDtny6M6NqGF\u200bTr\u200bwsvjdp-OjjVTJEHwRV- please"),
        CatalogueRule.Of(
            "google_fcm_server_key", "Firebase Cloud Messaging server key", Severity.Critical,
            "https://firebase.google.com/docs/cloud-messaging/http-server-ref",
            "AAAA<base64url:7>:APA91b<base64url:134>",
            "Authorization: key=AAAA"
                + "TAznked:APA91blx_eVrDkWJhAjZXZLWJhpF2UZdVdmNKr6CjKGTlelVyN1S4zZ4ZzRuococrleZakutshkvj_Jx2iD9_1vZl_XA"
                + "FSlR_CDy2WHVM9mo9GGQ5c7QKnIFX4F14v4PSUVfRTRVsw-W",
            "AAAAbbbbccc:APA91bHun4MxP5egoKMwt2KZFBaFUH-1RYqx",
            "A%41" + "AAS7UQJDj:APA91bkiG76gS4K9skcvTCijey_QJ1IPVLqQhII8xolO1vfJZmGRP0_dEa8ZLaEAV-twk3huYWg2QNtGTfDuLn-S7l"
                + "7JtaKxq%65XvPq3F%68af_R7AGoMqwoXl2Vl_7tjyPVBMUvM-_zOe3 works for all of us"),
        CatalogueRule.Of(
            "google_storage_hmac_id", "Google Cloud Storage HMAC key identifier of a service account", Severity.High,
            "https://cloud.google.com/storage/docs/authentication/hmackeys",
            "GOOG1E<upperalnum:55>",
            "gs_access_key_id = GOOG1E" + "S843GD6JREUBWRG3ILXDJ5HJFZRO0PFFX591PRPYQ3JWJBQ9FL5G1X6",
            "GOOGLE_STORAGE_HMAC_ID=GOOG1E<paste it here>",
            "use GO\\u00" + "4fG1E7G81MNL8J79SAFLR5K5IRVN8CVQL3AFBFCJ6AG8O3\\u0046Q9BYCGLA8\\u0048H2K for the staging job"),
        CatalogueRule.Of(
            "google_storage_hmac_secret", "Google Cloud Storage HMAC secret", Severity.Critical,
            "https://cloud.google.com/storage/docs/authentication/hmackeys",
            "<name:gcs hmac secret|gcs secret key|google hmac secret|goog hmac secret><base64:40>",
            "GCS_HMAC_SECRET=" + "KjS3v3/zWiBIxVzNdCMb9EH1k1sDpmbn8cy7Wbs4",
            "gcs_secret_key_etag = \"" + "p/EwoHPLFIruMOuYjJXc6l//07i/aSnFStyX93h+\"",
            "Y29uc3QgZ29vZ2xlSG1hY1NlY3JldCA9ICdNTWJzZjU1dmVlVHJKaW5DME9CTEEwbGlidDdhb0ZvNjc4SzBJSWhJJzs=") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "google_storage_signed_url", "Google Cloud Storage signed URL", Severity.High,
            "https://cloud.google.com/storage/docs/access-control/signed-urls",
            "X-Goog-Date=<digit:8>T<digit:6>Z&X-Goog-Expires=<digit:1-6>&X-Goog-SignedHeaders=<[0-9A-Za-z%-]:4-60"
                + ">&X-Goog-Signature=<hex:512>",
            "https://storage.googleapis.com/orders/invoice.pdf?X-Goog-Algorithm=GOOG4-RSA-SHA256&X-Goog-Date="
                + "06729189T504622Z&X-Goog-Expires=656&X-Goog-SignedHeaders=jFi24q%x3qGOB57IQKRkxBF7J2SC0Oj5rZyqQEdQXkQ"
                + "3HER0&X-Goog-Signature=9a386bf3db4b2b2b2b6a7742f7eaa7171a3df7f3cd4c2f8b63f1b425075156eeca453ba19c56d"
                + "2dd5c1542ad55bd0d60f80061add976f78954baa8073f441e5d43e66ee0e21017ef4418cfa22677fb0d37dbb1e114cb060d7"
                + "e23e5decace15751c01baf2a8cd09735390a1fdabafab83c3286fcfb6a7d8150f389d4d612d79718c8ffcf9aa13dcfd0a849"
                + "7ca47f4189a47395d2e372f53d56f0daf63f4a01f9ac0f226497fc1f204a6f9726bf25c3aa78b05898aa712dfd03b5d8f926"
                + "0ee7bf90498b3d6b73040196e10569f90ca554c54a22b77b41e3b157dfe02ed8b3945ad99dc2805b415b7a7d41a4d911cd4e"
                + "9f1b81781ef2e1efedf4a76f9366d2d0b38",
            "X-Goog-Date=20250314T091500Z&X-Goog-Expires=900&X-Goog-SignedHeaders=host&X-Goog-Signature=SIGNATURE",
            "login with X-G%6Fog-Dat"
                + "e%3D11623951T712451Z&X-Goog-Expires%3D876&X-Goog-SignedHeaders%3DGlh-yQPAD-Fd7qdG1NFSGwpbStHCdH&X-Go"
                + "og-Signa%74ure%3D338863d3d8345025655628c51f802f96c412e58231ccdb753cc7ca0c25e7bdd2ecb9f30ad1f3cdcbeb4"
                + "848e17e269c750d9c8acded878e1cc02e5320bdce360b4a698dc88d14d35aacb342b989dd8ed419b8369787daa72ae681b14"
                + "1fde6c30b934a927c14aded4ec012a7e553fdf0a9c41fbb9ba4a069b6d8668146c5db1fc745014c3f0018%37bb23aaeb9d0b"
                + "72944a08ea6e6cb9ca80fe5cee0d0bc7cdedba149f9584e1393b43de14bf2cb91b239adc1147a12719a35df6dd68c9e9b4e3"
                + "78a0e1f73813803dd31c51f17b188be2188b37f6cd1bf211c6b6853aa72a2c50d34f7351d62c6c61e32aeff3eaeaaf72746b"
                + "4dbcc843ec29eb5aa9bf0dfbb8ab6bc please",
            SignedUrlValidator.RuleName) with { Keywords = ["X-Goog-Date="], WindowBytes = 1024 },
        CatalogueRule.Of(
            "google_recaptcha_secret", "reCAPTCHA secret key", Severity.High,
            "https://developers.google.com/recaptcha/docs/verify",
            "<name:recaptcha+secret key|secret|private key>6L<base64url:38>",
            "export RECAPTCHA_PRIVATE_KEY=\"6L" + "sm7vwzuI9tel9OdR6F5fZMS-jTs8Y0R1_jjX3L\"",
            "RECAPTCHA_SITE_KEY=" + "6LfePYkvX5QiXHr9bJRKU0xJY1WVsMGcJwA35iJr",
            "recaptcha-secret-key: 6L" + "qpOHU5YHBPxRThlJQs\u0415YAkahUvJstpn1TcHl\u0412J") with
        {
            Examples = ["6LeIx" + "AcTAAAAAGG-vFI1TnRWxMZNFuojJ4WifJWe"],
        },
        CatalogueRule.Of(
            "google_maps_signing_secret", "Google Maps URL signing secret", Severity.Warning,
            "https://developers.google.com/maps/documentation/maps-static/digital-signature",
            "<name:google maps signing secret|maps signing secret|maps url signing secret><base64url:27>=",
            "GOOGLE_MAPS_SIGNING_SECRET=" + "srX3j9eV6zqnDa_46lTnwAjhzQq=",
            "google_maps_signing_secret_request_id = \"" + "-DEHLC6o4IL1J1O_NEtasMPLAlN=\"",
            "\"GOOGLE_MAPS_SIGNING_SECRET=7GjAERkyxyukwh\" +" + " \"bKPJATXvEG2dH=\"") with
        {
            EntropyFloor = 3.5,
            Examples = ["vNIXE" + "0xscrmjlyV-12Nj_BvUPaw="],
        },
        CatalogueRule.Of(
            "firebase_database_secret", "Firebase Realtime Database secret", Severity.High,
            "https://firebase.google.com/docs/database/rest/auth",
            "<name:firebase+database secret|db secret|secret><alnum:40>",
            "os.environ[\"FIREBASE_DB_SECRET\"] = \"" + "DjEAzXFPjOhspADdwSDWHiX8x4j5Tx5h6LSptFq9\"",
            "firebase_checksum = \"" + "H28hUYY0u2eQCac6MSB6rHFbXbWsvwncIl7wFU4A\"",
            "FIREBASE_SECRET=" + "\\x4eTKQVQWRqvgLMa18kWdO\\x3907g7Y\\x58QRuN6P20FDUrk") with { EntropyFloor = 3.5 },
    ];
}
