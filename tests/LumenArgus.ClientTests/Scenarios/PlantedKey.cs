using System.Security.Cryptography;

namespace LumenArgus.ClientTests.Scenarios;

/// <summary>A new AWS access key id of nobody's for each test: the documentation's own example is on allowlists.</summary>
internal static class PlantedKey
{
    /// <summary>The finding that it must cause.</summary>
    public const string FindingType = "aws_access_key";

    public static string Create() => "AKIA" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16);
}
