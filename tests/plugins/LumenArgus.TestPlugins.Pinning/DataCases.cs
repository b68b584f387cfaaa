using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Dapper;
using Microsoft.Data.Sqlite;

namespace LumenArgus.TestPlugins.Pinning;

internal static class DataCases
{
    public static void JsonByReflection(PinScene scene) =>
        JsonSerializer.Serialize(new Row(), new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() });

    public static void JsonByContext(PinScene scene)
    {
        JsonSerializer.Deserialize(JsonSerializer.Serialize(new Row(), RowContext.Default.Row), RowContext.Default.Row);
        JsonSerializer.Serialize(new Row(), typeof(Row), new JsonSerializerOptions { TypeInfoResolver = RowContext.Default });
    }

    public static void JsonNodes(PinScene scene) => JsonNode.Parse("""{"a":[1,2]}""")!.ToJsonString();

    public static void DapperOfItsOwn(PinScene scene)
    {
        using var connection = Open();
        connection.Query<Row>("SELECT 'a' AS Name, @number AS Number", new { number = 3L }).ToList();
    }

    public static void SqliteReader(PinScene scene)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT 'a', 1";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            _ = new Row { Name = reader.GetString(0), Number = reader.GetInt64(1) };
        }
    }

    public static void SqliteFunction(PinScene scene)
    {
        using var connection = Open();
        connection.CreateFunction("twice", static (long number) => new Row { Number = number }.Number * 2);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT twice(2)";
        command.ExecuteScalar();
    }

    public static void XmlSerializer(PinScene scene)
    {
        using var text = new StringWriter();
        new System.Xml.Serialization.XmlSerializer(typeof(Row)).Serialize(text, new Row());
    }

    private static SqliteConnection Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }
}
