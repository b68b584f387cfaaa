using System.Security.Cryptography;

namespace LumenArgus.ClientTests.Scenarios;

/// <summary>A new AWS access key id of nobody's for each test: the documentation's own example is on allowlists.</summary>
internal static class PlantedKey
{
    /// <summary>The finding that it must cause.</summary>
    public const string FindingType = "aws_access_key";

    /// <summary>In the older numbering, which tells no account: of the newer one every twentieth drawn key names an account that cannot be, and counts as invalid.</summary>
    public static string Create() => "AKIA" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOP", 1) + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 15);
}
