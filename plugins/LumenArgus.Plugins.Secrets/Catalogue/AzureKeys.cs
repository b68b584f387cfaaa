using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Keys of Microsoft Azure services; those that Azure makes today carry a signature of four letters at a fixed place.</summary>
internal static class AzureKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "azure_subscription_key",
            Detector = Rules.Detector,
            Title = "Azure AI or API Management subscription key",
            Severity = Severity.High,
            Description = "Key of an Azure AI or API Management subscription: 32 hex digits assigned to a name that says so.",
            Source = "https://learn.microsoft.com/azure/ai-services/authentication",
            Pattern = "(?i)(?:azure|subscription)[a-z0-9_ .-]{0,24}?key" + Shape.Assign + @"([0-9a-f]{32})\b",
            SecretGroup = 1,
            Keywords = ["azure", "subscription"],
            WindowBytes = 160,
            Tags = ["cloud", "azure"],
            Positives =
            [
                $"azure_key = \"{Sample.Of(32, Sample.Hex)}\"",
                $"Ocp-Apim-Subscription-Key: {Sample.Of(32, Sample.Hex, 2)}",
                $"AZURE_OPENAI_API_KEY={Sample.Of(32, Sample.Hex, 3)}",
                "AZURE_SPEECH_KEY=" + "eea434b7656da6f178254c76eadb8898",
            ],
            Negatives =
            [
                $"azure_key = \"{Sample.Of(31, Sample.Hex)}\"",
                $"azure_key = \"{Sample.Of(33, Sample.Hex)}\"",
                $"azure_tenant = \"{Sample.Of(32, Sample.Hex)}\"",
            ],
            Evasions = ["4f63702d4170696d2d537562736372697074696f6e2d4b65793a203531316562383538633031343133666437343663646234"
                    + "356133356536333836"],
        },
        CatalogueRule.Of(
            "azure_resource_key", "Azure AI services or Azure Maps key", Severity.Critical,
            "https://learn.microsoft.com/azure/ai-services/create-account-resource-manager-template",
            "<alnum:52>JQQJ99<alnum:18><ACOG|AZMP><alnum:4>",
            "AZURE_OPENAI_API_KEY=" + "PI1XjmSZjhBwY3fdhOBCDojtagGINn9hLgQz9PsZCKUf0jSqJFaiJQQJ99EY88aKBBu0tdUOfysRACOGWmLx",
            "value " + "2Ox7u9Jxo6dcf0yaGYDHk9xWL7PtgA7vOrNezOzk8o7ByhP4G1trJQQJ99ONtrPDxxkmvkMsC1kHAZMPIGtmH end",
            "the key "
                + "R\u00adlwmdbjWRId8gBc9tKlpfthRGPj\u00adY4bOfjYHRScvklNIYj2\u00adt2mgMQJQQJ99HceT4WFfolTpn4lWmAAZMPDmUB is shared wi"
                + "th the team"),
        CatalogueRule.Of(
            "azure_devops_pat", "Azure DevOps personal access token", Severity.Critical,
            "https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate",
            "<alnum:76>AZDO<alnum:4>",
            "AZURE_DEVOPS_EXT_PAT=" + "W6dZ8mgHVC2nO3AStYzENDwXo2lVyvzyKKTXsGk1x4dtTPO98TtLRzbjdsoqIlQuvljtsr4lTZ9kAZDOeYVZ",
            "value " + "trD9PqBBfNQnrgcP1pX3FFkj5p8CeaBr2Ws2vHnjFJdXQ8sUmkjyCwjvXY0G6gOvzr38NaitCOtDAZDOz1T1f end",
            "login with " + "\uff5alncJxdF4vUSWEHHB78zUxjpiAOEvxN3sSONZxukWYSMVwcVvEreXVh7\uff3aFrLWw6Z\uff33895LSZAi5M8AZDOaQ8X please"),
        CatalogueRule.Of(
            "azure_devops_legacy_pat", "Azure DevOps personal access token of 52 letters", Severity.Critical,
            "https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate",
            "<name:azure devops pat|azure devops ext pat|azure devops token|azdo pat|azdo token|vsts pat|vsts tok" + "en><[2-7a-z]:52>",
            "const azdoPat = '" + "2ecaw5dn7g65w5gattcdmdd2gdcfbxnxgftdnxqwowrr2zf5kdag';",
            "azdo_pat_etag = \"" + "rlpf2ijt4wy6mwrrwh6r6izxvz3ftukfzdgjuusaitksoputisxa\"",
            "export AZDO_TOKEN=3" + "D\"=6Ehiydg5hh=6Cojmvwueg=73igxkzy66=\nxzdqjhrrv4s5yife477otfoje\""),
        CatalogueRule.Of(
            "azure_client_secret", "Microsoft Entra application (client) secret", Severity.Critical,
            "https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials",
            "<[0-9A-Za-z_~.-]:3><7Q~|8Q~><[0-9A-Za-z_~.-]:31-34>",
            "AZURE_CLIENT_SECRET=" + "1pt8Q~56XDy1G-_5mPCV7kNZ3ujh2FpoAy.3Zi",
            "clientSecret: \"abc8Q~...\" // shortened",
            "use " + "\\u0063HG8Q~\\u006eBm6C6My.8EO3p~GrPVOihvnV2Vv.\\u0055Q4KT for the staging job"),
        CatalogueRule.Of(
            "azure_search_key", "Azure AI Search key", Severity.Critical,
            "https://learn.microsoft.com/azure/search/search-security-api-keys",
            "<alnum:42>AzSe<[A-D]:1><alnum:5>",
            "api-key: " + "9nn6lgcU0Bn23HCZDB7wADrHlOh9MVJ02nVPCTM6GjAzSeBPkhIP",
            "value " + "6KtrDs0H0ZDLUCsF0BeNkhvexINvEW6nHBUUrg3wp6AzSeB4JNBgF end",
            "the key " + "B\u200b5VS2qbmlEni2iJ\u200brefmwILrNucQNjERdMiBMuhNWNRAzSeA\u200b7fnkj is shared with the team"),
        CatalogueRule.Of(
            "azure_redis_key", "Azure Cache for Redis access key", Severity.Critical,
            "https://learn.microsoft.com/azure/azure-cache-for-redis/cache-configure",
            "<alnum:33>AzCa<[A-P]:1><alnum:5>=",
            "orders.redis.cache.windows.net:6380,password=" + "UPXDQaqsoYsxu7DclnH0COy2fDCZHl6OuAzCaFwDFKI=,ssl=True",
            "orders.redis.cache.windows.net:6380,password=***AzCaB*****=,ssl=True",
            "login with " + "%3610Jiw%4D7ETey2YdC0jkkgICVDXR5duGP%74AzCaD2AYP1%3D please"),
        CatalogueRule.Of(
            "azure_functions_key", "Azure Functions host or function key", Severity.Critical,
            "https://learn.microsoft.com/azure/azure-functions/function-keys-how-to",
            "<base64url:44>AzFu<base64url:6>==",
            "https://orders.azurewebsites.net/api/ship?code=" + "4tQEfr59X0ysJeHat-RpWeDb6Pa9kb86AzH44Q0PHsM8AzFua2BVbV==",
            "https://orders.azurewebsites.net/api/ship?code=<key>AzFu==",
            "\\" + "u006fdoWUhsx2sCbhJ5ck9LlGQ\\u0032p9Db\\u0065a3Ns3tu2ws2Q08oqAzFujKoMIk== works for all of us"),
        CatalogueRule.Of(
            "azure_container_registry_password", "Azure Container Registry password", Severity.Critical,
            "https://learn.microsoft.com/azure/container-registry/container-registry-authentication",
            "<base64:42>+ACR<[A-D]:1><base64:5>",
            "docker login orders.azurecr.io -u orders -p " + "18a8wzUEArb8JV9yIiu7xwiXIu3p6X2GwQVrHWV6Fr+ACRAzhN/3",
            "version 42+ACRB12345 of orders.azurecr.io",
            "use " + "&#x37;/U4hkLLawmULk9gIwYBSNFKRK51ELDEHJspsqXohu+AC&#x52;Cdx7t&#x46; for the staging job"),
        CatalogueRule.Of(
            "azure_storage_key", "Azure Storage, Batch, Cosmos DB or API Management key", Severity.Critical,
            "https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage",
            "<base64:76><+ASt|+ABa|ACDb|APIM><base64:6>==",
            "DefaultEndpointsProtocol=https;AccountName=orders;AccountKey="
                + "hElqzQ2NiFoaarssnFKgS60YgNxUcjbIYEBJPsTlA02zkZLFbwGHhRtrobgk4KeLV6tEhkzVsq1gACDbysF05u==;EndpointSuf"
                + "fix=core.windows.net",
            "AccountName=orders;AccountKey=[key ends in +AStxxxxxx==]",
            "746865206b6579206e5168306a6b624e5265365230584b5970774e506d79544e2f324c4971324e66672b755a636e674c3745"
                + "774955663852416e637744466b644463346c684c7a66577143356e2f6451772b77522b4153744572364663553d3d20697320"
                + "736861726564207769746820746865207465616d"),
        CatalogueRule.Of(
            "azure_messaging_key", "Azure Service Bus, Event Hubs, Relay, Event Grid or IoT Hub key", Severity.Critical,
            "https://learn.microsoft.com/azure/event-hubs/authenticate-shared-access-signature",
            "<base64:33><+ASb|+AEh|+ARm|AZEG|AIoT><[A-P]:1><base64:5>=",
            "Endpoint=sb://orders.servicebus.windows.net/;SharedAccessKeyName=send;SharedAccessKey="
                + "wXOT0rTcFqvN7cKzzMFL0RxU8GsAjj83/AZEGAO+TI8=",
            "SharedAccessKeyName=send;SharedAccessKey=****+ASbA*****=",
            "login with " + "Q6\u0415G/FAYOHeqmQG3rYHiFFfADH9fpv3TJ+\u0410RmCVufSN= please"),
        CatalogueRule.Of(
            "azure_account_key", "Azure account key of 64 bytes without a signature (Storage, Cosmos DB, Batch, Log Analytics)", Severity.Critical,
            "https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string",
            "<name:account key|storage key|cosmos key|cosmosdb key|cosmos master key|batch key|workspace key|shar"
                + "ed key><base64:86>==",
            "export COSMOSDB_KEY=\"" + "VGiJUuJRJPLLQKZvMuJL4pISDRavmeBsu0W/RsIIgQ/QHGm/3RIM+/4lnyf0/GcIeqchJ0x65tLkLTQoVpqjTt==\"",
            "cosmosdb_key_revision = \"" + "+NkTFE47fRPC039gPikk8FfurHl1cZY0B0kD+TN2P1aIVT3yzz57dZZ1ELgEh9y/sy0aMggJeYZK4jaknRN3lI==\"",
            "\"ACCOUNT_KEY=eOzYYP6vFYUssmkQz4LE815JMyY8Gd+gnEKirkkudleh\" + \"" + "+oAmROe0c+y83WKUZ0Qk76wbeJLIYgazLAc0mhdUzD==\"",
            AzureNamedKeyValidator.RuleName) with
        {
            Examples =
            [
                "Eby8v" + "dM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==",
                "C2y6y" + "Djf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==",
            ],
        },
        CatalogueRule.Of(
            "azure_shared_access_key", "Azure shared access key without a signature (Event Hubs, Service Bus, IoT Hub, Relay)", Severity.Critical,
            "https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas",
            "<name:shared access key|primary key|secondary key><base64:43>=",
            "shared-access-key: " + "CEXGf3S2qiQDO8+2J/noUx8qossTjO4/wXKACHKRwy3=",
            "shared_access_key_request_id = \"" + "/o+EdKC3oR6M6qQgSQ+zqIsGBqtXmgkIbh01GAHVGO/=\"",
            "os.environ[\"PRIMARY_KEY\"] = \"" + "/\\x79J\\x39AR\\x72cWmAItWgkFigdQiH7UubbnyyAoEKXgvYmcGr=\"",
            AzureNamedKeyValidator.RuleName),
        CatalogueRule.Of(
            "azure_publish_profile_password", "Azure App Service publish profile password", Severity.Critical,
            "https://learn.microsoft.com/azure/app-service/deploy-configure-credentials",
            "<name:user pwd><alnum:60>",
            "<publishProfile userName=\"$orders\" userPWD=\"" + "m7uc2r5k7p4O1i2UApsTPrk5H7zrWcdvhzzFAWbCgu1zR6u15AbAA0RnT3dq\" />",
            "<publishProfile userName=\"$orders\" userPWD=\"X9h0zKmjwruyLM4365wCdsWwsbTCLZiNaCcu5ORP43dqfVTsSAIPIpeEUU3\" />",
            "payload=VVNFUl9QV0Q9eVlxNVRIU2hDaXUyOTJhMU8yQjRCQ3ZDdDFQVHczTmMzWE1QVERFVHBGbEw2cndIclJFRXJsdGQ5T09o") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "azure_bot_direct_line_secret", "Azure AI Bot Service Direct Line secret", Severity.High,
            "https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-authentication",
            "<base64url:11>.cwA.<base64url:3>.<base64url:43>",
            "DIRECT_LINE_SECRET=" + "iRMRlx-RPgZ.cwA.qI0.m36GBbueK1pM3UDU1ywPYvSBtVaDR7dzD5gTIE3R5QN",
            "a.cwA.b.c is how an older one is built",
            "login with " + "3\u00adjGezl246hV.cwA.AsZ.q\u00adOWmigRxywMqSsu6Dx3poHrKjlnPNc\u00admbtCjlVTMteoW please") with
        {
            Examples = ["RCurR" + "_XV9ZA.cwA.BKA.iaJrC8xpy8qbOF5xnR2vtCX7CZj0LdjAPGfiCpg4Fv0"],
        },
    ];
}
