using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Connection strings and signed addresses of Microsoft Azure.</summary>
internal static class AzureConnectionStrings
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "azure_sas_url",
            Detector = Rules.Detector,
            Title = "Azure Storage shared access signature",
            Severity = Severity.High,
            Description = "Whoever has the address has the rights in it until it expires.",
            Source = "https://learn.microsoft.com/rest/api/storageservices/create-service-sas",
            Pattern = @"\b(se=20\d\d-\d\d-\d\d[0-9A-Za-z%:.-]{0,24}&[A-Za-z0-9%._~&=:+-]{0,300}?sig=[A-Za-z0-9%+/]{43,80}=?)(?:[^A-Za-z0-9%+/=]|$)",
            SecretGroup = 1,
            Validator = SignedUrlValidator.RuleName,
            Keywords = ["se=20"],
            WindowBytes = 640,
            Tags = ["cloud", "azure", "url"],
            Positives =
            [
                "https://orders.blob.core.windows.net/in/a.csv?sp=r&st=2025-01-01T08:00:00Z&se=2025-01-01T16:00:00Z&s"
                    + "pr=https&sv=2022-11-02&sr=b&sig=" + "C5hwsDR5RamZwHbZ8csJ0HH93IDbxBpta5jkxG%2Bbwyk%3D",
                "SharedAccessSignature=sv=2022-11-02&ss=b&srt=sco&sp=rwdl&se=2099-12-31&st=2025-01-01&spr=https&sig="
                    + "A12ABJxedlOOEj3pqAoj4EW0jt3BuScalEiWpf%2Bif8o%3D",
                "azcopy copy \"https://orders.file.core.windows.net/share?sv=2021-08-06&se=2026-03-01T00%3A00%3A00Z&sr" + "=s&sp=r&sig="
                    + "KTs5Xv96T6T5mgCRGybRaFCBgqmkQPuWNEHVq0%2B2Kik%3D\"",
            ],
            Negatives =
            [
                "https://orders.blob.core.windows.net/in/a.csv?sp=r&st=2025-01-01T08:00:00Z&se=2025-01-01T16:00:00Z&s"
                    + "pr=https&sv=2022-11-02&sr=b&sig=<signature>",
                "https://orders.example.com/list?course=2025-01-01&page=2&sig=none",
                "se=2025-01-01 sig=" + "T9sU4sNfl1wopL2s0kifLvceHljyfJsmQn3x4K%2BOJ3z%3D",
            ],
            Evasions = ["payload=aHR0cHM6Ly9vcmRlcnMuYmxvYi5jb3JlLndpbmRvd3MubmV0L2luL2EuY3N2P3NwPXImc2U9MjAyNS0wMS0wMVQxNjow"
                    + "MDowMFomc3ByPWh0dHBzJnN2PTIwMjItMTEtMDImc3I9YiZzaWc9eXcyMUxxUWNqWG9EM0hiaGRCMkNPQWtqeThsZGg1RHUxSXk2"
                    + "Y1YlMkJSbklmJTNE"],
        },
        CatalogueRule.Of(
            "azure_app_configuration_connection_string", "Azure App Configuration connection string", Severity.Critical,
            "https://learn.microsoft.com/azure/azure-app-configuration/concept-enable-rbac",
            ".azconfig.io;Id=<[0-9A-Za-z+/:-]:8-40>;Secret=<base64:43>=",
            "Endpoint=https://orders.azconfig.io;Id=" + "+1l3drYki23bdwV;Secret=bopFhKDyCK19ZJBJhhCQP2klq40liJfZC1Pz4G49sfO=",
            "Endpoint=https://orders.azconfig.io;Id=xxxx-l0-s0:abcdefgh;Secret=<secret>",
            "Endpoint=https://orders.az\uff43onfig.io;Id="
                + "ajZqmv-awBvhz/J;Secret=46MyBnYB1GvWmU9jPKnBuzFFo\uff36nQXY1\uff43S8NoJe9GXti="),
        CatalogueRule.Of(
            "azure_signalr_connection_string", "Azure SignalR Service or Web PubSub connection string", Severity.Critical,
            "https://learn.microsoft.com/azure/azure-signalr/concept-connection-string",
            "<.service.signalr.net|.webpubsub.azure.com>;AccessKey=<base64:43>=",
            "Endpoint=https://orders.webpubsub.azure.com;AccessKey=" + "ZqbeKby45rJ2wgzOrP+NF+qCtNIxxjvxApi38PDYpQa=;Version=1.0;",
            "Endpoint=https://orders.service.signalr.net;AuthType=azure.msi;ClientId=4ea38b7b",
            "Endpoint=3Dhttps://orders.se=72vice.signalr.net;Access" + "Key=3D8xvBTZf=\nA9iAg4kmIOa+RK1EJ=75yj5mcA=76T1wsLlnRLF0=3D"),
        CatalogueRule.Of(
            "azure_communication_connection_string", "Azure Communication Services connection string", Severity.Critical,
            "https://learn.microsoft.com/azure/communication-services/quickstarts/create-communication-resource",
            ".communication.azure.com/;accesskey=<base64:86>==",
            "endpoint=https://orders.communication.azure.com/;accesskey="
                + "yMVUE0a6v2kiNZI+wgR1FoMJ3BRwMRf96iJlc4hGAFQdR2ACMACbmdo4jPKMzXnYZ5cT4u2AE7gORtdsWkqeb9==",
            "endpoint=https://orders.communication.azure.com/;accesskey=<your key>",
            "ZW5kcG9pbnQ9aHR0cHM6Ly9vcmRlcnMuY29tbXVuaWNhdGlvbi5henVyZS5jb20vO2FjY2Vzc2tleT1RVFZQTjVtdWlmSERocmQ5"
                + "dmRSOUp6TFRUQVVhQTlQWE5SSm5peStQb3Iwb0J3dkFzMHV4eFMwM3lXOFhEdThsSG4yQ1VRR3ZzdHN3N2tyWkZQeURjSD09"),
        CatalogueRule.Of(
            "azure_service_bus_sas_token", "Azure Service Bus or Event Hubs shared access signature", Severity.High,
            "https://learn.microsoft.com/rest/api/eventhub/generate-sas-token",
            "SharedAccessSignature sr=<[0-9A-Za-z%._-]:8-200>&sig=<[0-9A-Za-z%+/=]:44-60>&se=<digit:10>",
            "Authorization: SharedAccessSignature sr="
                + "o2nnl9EQ&sig=kcO=6geghDGrc+9UNxWrxUesZWtuzIEDywOAJ%Zhjw6hfOuRFss=&se=2337702261&skn=send",
            "string.Format(\"SharedAccessSignature sr={0}&sig={1}&se={2}&skn={3}\", uri, signature, expiry, name)",
            "use SharedAccessSig\u200bnature sr"
                + "=uB-hzA.y&sig=U9Q/j17VwJNk2L+l8VsGbG\u200b+h\u200bszTs5NoVbRSXh33YqEySeIHxEq%fGKzb&se=2158818230 for the staging job",
            SignedUrlValidator.RuleName),
    ];
}
